import { chromium, type Browser } from 'playwright-core'
import { describeInBrowser } from '../support/chromium'
import { axeFaults, layoutFaults } from './measure'

describeInBrowser('the measures of the screens', (executablePath) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(() => browser.close())

  async function measured(body: string, measure = layoutFaults): Promise<readonly string[]> {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } })
    await page.setContent(
      `<!doctype html><html lang="zh"><title>x</title><body style="margin:0;font-size:16px">${body}</body></html>`,
    )
    const faults = await measure(page)
    await page.close()
    return faults
  }

  it('find nothing where nothing is wrong', async () => {
    const body = '<main><h1>好</h1><button style="width:44px;height:44px">好</button></main>'
    expect(await measured(body)).toEqual([])
    expect(await measured(body, axeFaults)).toEqual([])
  })

  it.each([
    ['beyond the edge', '<div style="width:330px;height:9px"></div>'],
    ['the page scrolls sideways', '<div style="width:330px;height:9px"></div>'],
    ['scrolls sideways', '<div style="overflow:auto"><p style="width:900px">长</p></div>'],
    ['target 43 x 60', '<button style="width:43px;height:60px">小</button>'],
    ['target 60 x 30', '<div role="tab" style="width:60px;height:30px">小</div>'],
    ['text of 11px', '<p style="font-size:11px">小</p>'],
    ['words cut off', '<p style="width:40px;overflow:hidden;white-space:nowrap">太长的一行字</p>'],
  ])('find: %s', async (fault, body) => {
    expect((await measured(body)).join('\n')).toContain(fault)
  })

  it.each([
    ['color-contrast', '<p style="color:#aaa;background:#fff">太淡的一行字</p>'],
    ['label', '<input>'],
    ['button-name', '<button></button>'],
  ])('find by axe-core: %s', async (fault, body) => {
    expect((await measured(body, axeFaults)).join('\n')).toContain(fault)
  })
})
