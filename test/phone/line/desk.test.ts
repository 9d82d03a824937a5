import { readCode, stepAt } from '#domain/checkin/code'
import { isGenuine, ownCode } from '#domain/checkin/mac'
import type { Instant } from '#domain/time'
import { deskKey, mac } from '../../../server/services/checkin/keys'
import { asPersona, call, newRequestId } from '../../server/support'
import type { Phone } from '../phone'
import { shownBy, toBoard } from './door'
import { BUILD_MS, openPersona, startWorld, tellStory, type World } from './world'

/**
 * A host at the door: the desk is opened, the network goes, the app is closed and opened again; the roll is called without a network and
 * sent afterwards; another phone takes the desk over; the evening ends, what is missing is settled, the event is closed.
 */

const TITLE = '晚间共读（示例）'
const MINUTE = 60_000

const step = tellStory()

let world: World
let host: Phone
let event: string

beforeAll(async () => {
  world = await startWorld(true)
}, BUILD_MS)
afterAll(() => world.close())

async function post(persona: string, url: string, body: object): Promise<{ readonly event: string }> {
  const { token } = await asPersona(world.api, persona)
  const answer = await call(world.api, 'POST', url, { token, body: { requestId: newRequestId(), ...body } })
  if (answer.status >= 300) throw new Error(`${persona}: POST ${url}: ${answer.raw}`)
  return answer.body as { readonly event: string }
}

/** Whether what is shown is the event's code of this moment. */
function isCodeOfNow(link: string, direction: 'in' | 'out'): boolean {
  const code = readCode(link)
  if (code?.kind !== 'desk') throw new Error(`no code of a desk: ${link}`)
  const near = Math.abs(stepAt(world.api.now() as Instant) - code.step) <= 2
  return near && code.direction === direction && isGenuine(mac, deskKey(world.api.deps, event, code.desk), code)
}

async function openBoard(phone: Phone): Promise<void> {
  await toBoard(phone, TITLE)
  await phone.waitFor('后更换')
}

/** What a youth's phone shows for the host to scan. */
async function ownCodeOf(persona: string): Promise<string> {
  const youth = await asPersona(world.api, persona)
  const { body } = await youth.call('POST', '/v1/me/own-code')
  const { tag, key } = body as { readonly tag: string; readonly key: string }
  return ownCode(mac, key, tag, stepAt(world.api.now() as Instant))
}

/** What the server counts. */
async function here(): Promise<readonly string[]> {
  const host = await asPersona(world.api, 'host')
  const { body } = await host.call('GET', `/v1/events/${event}/attendance`)
  const { people } = body as { people: readonly { name: string | null; in: number | null }[] }
  return people.flatMap(({ name, in: came }) => (came === null ? [] : [name ?? '']))
}

describe('the door', () => {
  step('is opened by its host', async () => {
    const start = world.api.now() + 20 * MINUTE
    const terms = { kind: 'reading', title: TITLE, notes: '', spot: null, start, end: start + 120 * MINUTE }
    const places = { deadline: start - 5 * MINUTE, attendeePlaces: 30, volunteerPlaces: 6, volunteerMinutes: 120 }
    ;({ event } = await post('host', '/v1/venues/V01/events', { ...terms, ...places }))
    await post('host', `/v1/events/${event}/status`, { act: 'publish' })
    await post('applicant-g', `/v1/me/events/${event}/registration`, { role: 'volunteer' })
    for (const one of ['applicant-a', 'applicant-b', 'applicant-c']) {
      await post(one, `/v1/me/events/${event}/registration`, { role: 'attendee' })
    }
    host = await openPersona(world, '组织者·寅')
    await openBoard(host)
    await host.waitFor('离线可用')
    expect(isCodeOfNow(shownBy(host), 'in')).toBe(true)
  })

  step('changes from coming to going in one light tap', async () => {
    host.resetStats()
    await host.tap('签退')
    await host.waitFor('扫码签退')
    expect(host.stats().setData.bytes).toBeLessThan(2048)
    expect(isCodeOfNow(shownBy(host), 'out')).toBe(true)
    await host.tap('签到', { exact: true })
  })

  step('goes on without a network, also after the app was closed', async () => {
    await host.offline()
    await host.restart()
    await openBoard(host)
    expect(isCodeOfNow(shownBy(host), 'in')).toBe(true)
    await host.waitFor('没有网络，照常用')
  })

  step('calls the roll without a network, and sends it when it is back', async () => {
    await host.tap('点名', { exact: true })
    await host.waitFor('全选')
    host.resetStats()
    await host.tap('申请人·甲')
    expect(host.stats().setData.bytes).toBeLessThan(2048)
    await host.tap('申请人·子')
    await host.tap('给 2 人签到')
    await host.waitFor('已签到的 2 人')
    await host.back()
    await host.waitFor(/2\s*待上传/)
    expect(await here()).toEqual([])
    await host.restart()
    await host.online()
    await openBoard(host)
    await host.waitFor(/0\s*待上传/)
    await host.waitFor(/2\s*已签到 \/ 4/)
    expect(await here()).toEqual(expect.arrayContaining(['申请人·甲', '申请人·子']))
  })

  step('scans somebody’s own code without a network, after one that is none', async () => {
    const code = await ownCodeOf('applicant-b')
    // The list with the code's tag comes with the next count.
    await host.hide()
    await host.show()
    await host.offline()
    await host.tap('扫会员码', { exact: true })
    await host.waitFor('开始扫')
    host.nextScan('https://example.com')
    await host.tap('开始扫')
    await host.waitFor('这不是会员码')
    host.nextScan(code)
    host.nextScan(code)
    await host.tap('开始扫')
    await host.waitFor('刚才扫的 1 人')
    expect(host.text()).not.toContain('申请人·乙')
    await host.waitFor('1 条待上传')
    await host.tap('申**')
    await host.waitFor('申请人·乙')
    await host.online()
    await host.waitFor('已上传')
    expect(await here()).toContain('申请人·乙')
    await host.back()
    await host.waitFor('后更换')
  })

  step('is taken over by another phone, and this one says so', async () => {
    const second = await openPersona(world, '组织者·寅')
    await openBoard(second)
    const third = await openPersona(world, '组织者·寅')
    await third.tap('我的', { exact: true })
    await third.waitFor('我参与办的活动')
    await third.tap(TITLE)
    await third.waitFor('签到台开在别的设备上')
    third.nextModal('confirm')
    await third.tap('由这台设备接管')
    await third.waitFor('后更换')
    expect(isCodeOfNow(shownBy(third), 'in')).toBe(true)
    await host.hide()
    await host.show()
    await host.waitFor('签到台已经被别的设备接管')
    expect(() => shownBy(host)).toThrow('no code is shown')
    second.assertClean()
    third.assertClean()
  })

  step('closes when nothing is missing', async () => {
    world.api.setNow(world.api.now() + 150 * MINUTE)
    await host.tap('收尾', { exact: true })
    await host.waitFor('没签退的 3 人')
    await host.waitFor('还差：填门口数到的人数，3 人没有签退。')
    await host.fill('门口数到多少人', '3')
    await host.fill('14 岁以下的小朋友', '3')
    await host.tap('记下人数')
    await host.waitFor('改人数')
    await host.tap('都按计划的')
    await host.tap('忘了签退，人在现场')
    await host.tap('给 3 人补签退')
    await host.waitGone('没签退的 3 人')
    await host.waitFor('计志愿服务 2 小时')
    host.nextModal('confirm')
    await host.tap('收尾', { exact: true })
    await host.waitFor('重新打开')
    await host.waitFor('收尾时记了')
    // Keys and list are gone from the phone.
    expect(Object.keys(host.storage).filter((key) => key.startsWith('until:'))).toEqual([])
    host.assertClean()
  })
})
