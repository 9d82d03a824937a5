import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkOf, newEvening, ownCodeOf, MINUTE, type Device } from '../server/checkin/scene'
import { describeInBrowser } from '../support/chromium'
import { show } from './film'
import { button, words } from './hands'
import { BUILD_MS, startSite, type Site, type Visitor } from './site'
import { onNow } from './stage-desk'
import { callerOf, personOf } from './stage'

/** The camera of the web version: Chromium's own, which plays a film of the code, through the product's reader to the database. */
describeInBrowser('the camera of the web version', (chromium) => {
  let folder: string
  let film: string
  let site: Site
  let door: Device
  let youth: Visitor

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aili-film-'))
    film = join(folder, 'camera.y4m')
    await show(film, 'https://example.com/menu')
    site = await startSite(chromium, { film })
    door = await newEvening(site.api)
    youth = await site.open()
    await youth.signIn('申请人·辛')
  }, BUILD_MS)
  afterAll(async () => {
    await site.close()
    await rm(folder, { recursive: true, force: true })
  })
  afterEach(() => expect(youth.faults).toEqual([]))

  const facts = (event: string) =>
    site.api
      .district()
      .db.selectFrom('check_in')
      .select(['person_id', 'direction', 'way', 'by_person'])
      .where('event_id', '=', event)
      .execute()

  it('a code that isn’t a door’s says so, and nothing is sent', async () => {
    const { page } = youth
    await youth.load('pages/check-in/index')
    await button(page, '扫码签到').click()
    await words(page, '这不是签到码').waitFor()
    expect(await page.locator('dialog').count()).toBe(0)
    expect(await facts(door.event)).toEqual([])
  })

  it('the code of a desk is read, and the check-in is recorded', async () => {
    const { page } = youth
    await show(film, linkOf(door, 'in', site.api.now()))
    await button(page, '扫码签到').click()
    await words(page, '已签到').waitFor()
    const person = await personOf(site.api, 'applicant-d')
    expect(await facts(door.event)).toEqual([{ person_id: person, direction: 'in', way: 'scan', by_person: null }])
    await button(page, '知道了').click()
  })

  it('the code is a photograph of half an hour ago: refused, with why', async () => {
    const { page } = youth
    await show(film, linkOf(door, 'in', site.api.now() - 30 * MINUTE))
    await button(page, '扫码签到').click()
    await words(page, '可能是照片或截图').waitFor()
    expect(await facts(door.event)).toHaveLength(1)
  })
  it('a host reads a member’s own code, once however long the camera sees it, and the camera goes off', async () => {
    const event = await onNow(site.api)
    const member = await callerOf(site.api, 'applicant-d')
    await show(film, await ownCodeOf(site.api, member))
    const host = await site.open()
    const { page } = host
    await host.signIn('组织者·寅')
    await host.load(`packages/desk/scan/index?event=${event}`)
    await page.evaluate(() => {
      const { mediaDevices } = navigator
      const open = mediaDevices.getUserMedia.bind(mediaDevices)
      const tracks: MediaStreamTrack[] = []
      Object.assign(window, { tracks })
      mediaDevices.getUserMedia = async (wish) => {
        const stream = await open(wish)
        tracks.push(...stream.getTracks())
        return stream
      }
    })
    await button(page, '开始扫').click()
    await words(page, '刚才扫的 1 人').waitFor()
    await words(page, '已上传').waitFor()
    await page.locator('dialog').getByText('取消').click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    const person = await personOf(site.api, 'applicant-d')
    const by = await personOf(site.api, 'host')
    expect((await facts(event)).filter((fact) => fact.person_id === person)).toEqual([
      { person_id: person, direction: 'in', way: 'own', by_person: by },
    ])
    const states = await page.evaluate(() =>
      (window as unknown as { readonly tracks: readonly MediaStreamTrack[] }).tracks.map(
        ({ readyState }) => readyState,
      ),
    )
    // Opened for this one and for the next.
    expect(states).toEqual(['ended', 'ended'])
    expect(host.faults).toEqual([])
  })
})
