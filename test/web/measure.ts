import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Waits for a page that is just coming in from the side. */
async function inPlace(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.taro_page')]
      .filter((one) => one.checkVisibility())
      .every((one) => one.getBoundingClientRect().left === 0),
  )
}

/** What is wrong with the size or the place of something on a page, a sentence each; empty when nothing is. */
export async function layoutFaults(page: Page): Promise<string[]> {
  await inPlace(page)
  return page.evaluate(() => {
    const faults: string[] = []
    const width = document.documentElement.clientWidth
    const name = (element: Element): string => {
      const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)
      return `<${element.tagName.toLowerCase()} ${(element.getAttribute('class') ?? '').slice(0, 40)}> ${words}`
    }
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    // For screen readers only: cut to nothing on purpose.
    const isUnseen = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.clipPath !== 'none' || style.getPropertyValue('clip') !== 'auto') return true
      }
      return false
    }
    const scrolling = document.scrollingElement
    if (scrolling && scrolling.scrollWidth > width)
      faults.push(`the page scrolls sideways: ${scrolling.scrollWidth} > ${width}`)
    for (const element of document.querySelectorAll('body *')) {
      if (!isSeen(element) || isUnseen(element)) continue
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      const style = getComputedStyle(element)
      if (box.right > width + 0.5 || box.left < -0.5) faults.push(`beyond the edge: ${name(element)}`)
      if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`scrolls sideways: ${name(element)}`)
      }
      if (element.matches('button, a, input, select, textarea, [role="button"], [role="tab"], [role="link"]')) {
        if (box.height < 43.9 || box.width < 43.9) {
          faults.push(`target ${Math.round(box.width)} x ${Math.round(box.height)}: ${name(element)}`)
        }
      }
      const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!hasWords) continue
      if (parseFloat(style.fontSize) < 12) faults.push(`text of ${style.fontSize}: ${name(element)}`)
      if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`words cut off: ${name(element)}`)
      }
    }
    return faults
  })
}

/** Serious and critical findings of axe-core, a line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // As the page's own scripts can't: the content policy holds for them, not for whoever drives the browser.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`))
}
