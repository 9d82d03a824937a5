import type { Locator, Page } from 'playwright-core'

/** What somebody at a browser does. Pages under the one that is shown stay in the document: only what is seen counts. */

/** A button by its whole name. */
export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true }).and(page.locator(':visible'))
}

/** The first place where words are seen. */
export function words(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).and(page.locator(':visible')).first()
}

/** A field by the beginning of its label; labels of what may stay empty go on with （可不填）. */
export function field(page: Page, label: string): Locator {
  return page.getByLabel(label).and(page.locator(':visible')).first()
}

/** Picks one answer of a question. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: question, exact: true }).and(page.locator(':visible'))
  await group.getByRole('radio', { name: answer, exact: true }).check()
}

/** Types into fields and picks from lists, by their labels. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const one = field(page, label)
    const tag = await one.evaluate((element) => element.tagName)
    if (tag === 'SELECT') await one.selectOption(value)
    else await one.fill(value)
  }
}

/** Taps a button whose name holds these words: a tile, a fold, a row. */
export async function open(page: Page, part: string): Promise<void> {
  await page.getByRole('button', { name: part }).and(page.locator(':visible')).first().click()
}
