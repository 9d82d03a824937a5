import { describeInBrowser } from '../support/chromium'
import { words } from './hands'
import { BUILD_MS, startSite, type Site } from './site'
import { hostedEvent } from './stage-host'

describeInBrowser('the sheet that people sign', (chromium) => {
  let site: Site
  beforeAll(async () => {
    site = await startSite(chromium)
  }, BUILD_MS)
  afterAll(() => site.close())

  it('comes to two pages of paper, and nothing of the screen around it', async () => {
    const visitor = await site.open({ width: 1280, scheme: 'dark' })
    await visitor.signIn('组织者·寅')
    const { page } = visitor
    await visitor.load(`packages/host/sheet/index?event=${await hostedEvent(site.api, '周末读书会')}`)
    await words(page, '共 60 行').waitFor()
    const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.emulateMedia({ media: 'print' })
    const seen = (text: string) =>
      page
        .getByText(text, { exact: true })
        .first()
        .evaluate((one) => getComputedStyle(one).visibility)
    expect([await seen('姓氏'), await seen('60'), await seen('打印'), await seen('我的青年爱里')]).toEqual([
      'visible',
      'visible',
      'hidden',
      'hidden',
    ])
    expect(visitor.faults).toEqual([])
  })
})
