import decodeQR from 'qr/decode.js'
import type { Page } from 'playwright-core'
import { readCode, stepAt } from '#domain/checkin/code'
import { isGenuine } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { deskKey, mac } from '../../server/services/checkin/keys'
import { describeInBrowser } from '../support/chromium'
import { button, words } from './hands'
import { BUILD_MS, startSite, type Site, type Visitor } from './site'
import { onNow } from './stage-desk'

/** What a camera before this window sees. */
async function seenOn(page: Page): Promise<string> {
  const picture = (await page.screenshot()).toString('base64')
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? []
    let bytes = ''
    for (const byte of data) bytes += String.fromCharCode(byte)
    return { width: image.width, height: image.height, pixels: btoa(bytes) }
  }, picture)
  return decodeQR({ width, height, data: new Uint8ClampedArray(Buffer.from(pixels, 'base64')) })
}

describeInBrowser('the check-in desk in a browser', (chromium) => {
  let site: Site
  let visitor: Visitor
  let event: string

  beforeAll(async () => {
    site = await startSite(chromium)
    event = await onNow(site.api)
    visitor = await site.open()
    await visitor.signIn('组织者·寅')
    await visitor.load(`packages/desk/board/index?event=${event}`)
    await words(visitor.page, '后更换').waitFor()
  }, BUILD_MS)
  afterAll(() => site.close())

  /** The step of a genuine code of this event. */
  function stepOf(link: string): number {
    const code = readCode(link)
    if (code?.kind !== 'desk') throw new Error(`no code of a desk: ${link}`)
    expect(isGenuine(mac, deskKey(site.api.deps, event, code.desk), code)).toBe(true)
    return code.step
  }

  it.each([
    [320, 'light'],
    [375, 'dark'],
    [1280, 'light'],
  ] as const)('shows a code that can be scanned, %i px wide, %s', async (width, colorScheme) => {
    const { page } = visitor
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    expect(Math.abs(stepOf(await seenOn(page)) - stepAt(site.api.now() as Instant))).toBeLessThan(10)
  })

  it('shows it on the whole screen', async () => {
    const { page } = visitor
    await page.setViewportSize({ width: 1280, height: 800 })
    await button(page, '全屏显示').click()
    await words(page, '点一下收起').waitFor()
    stepOf(await seenOn(page))
    await words(page, '点一下收起').click()
  })

  it('goes on without a network, with a new code every fifteen seconds', async () => {
    const { page, context } = visitor
    await context.setOffline(true)
    const before = stepOf(await seenOn(page))
    // Its digits change with it.
    const digits = await page.getByRole('img', { name: '签到的数字' }).getAttribute('aria-label')
    await page.waitForFunction(
      (old) => document.querySelector('[aria-label^="签到的数字"]')?.getAttribute('aria-label') !== old,
      digits,
      { timeout: 20_000 },
    )
    expect(stepOf(await seenOn(page))).toBe(before + 1)
    await context.setOffline(false)
  })
})
