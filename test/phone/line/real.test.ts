import type { Phone } from '../phone'
import { told, requirementWords } from './words'
import {
  accountCode,
  bornYearsAgo,
  BUILD_MS,
  day,
  fillProfile,
  masked,
  openPerson,
  signIn,
  startWorld,
  tellStory,
  type World,
} from './world'

/**
 * The line of the first issue in the built mini-program, against the real API on PostgreSQL, with WeChat's sign-in: each
 * test goes on where the one before it stopped, as the day of these people does. Somebody who became an activist on paper.
 */
const BRANCH = { code: 'SH-X01-2', words: '高二(1)班', name: '示例高级中学高二(1)班团支部（示例）' }
const COMMITTEE = { code: 'SH-X01', name: '示例高级中学团委（示例）' }
const NAME = '申请人·己'
const CLASSES = '团课学习'
const PERSON = 'packages/league/person/index'
const REQUIREMENT = 'packages/league/requirement/index'

const step = tellStory()

let world: World
let youth: Phone
let secretary: Phone
let officer: Phone

beforeAll(async () => {
  world = await startWorld(false)
}, BUILD_MS)
afterAll(() => world.close())

const db = () => world.api.district().db

/** The facts and words kept about class hours, in their order. */
async function ledger() {
  const rows = await db().selectFrom('ledger').select(['id', 'person_id', 'amount', 'corrects']).orderBy('no').execute()
  return rows
}

async function sessions(): Promise<number> {
  return (await world.api.deps.platform.selectFrom('session').select('token_hash').execute()).length
}

const tile = (title: string) => new RegExp(`\\n${title}\\n`)

/** The youth's own page of the class hours, as it is now; ends where it began, on the path. */
async function youthsClasses(): Promise<readonly string[]> {
  await youth.tap(CLASSES)
  await youth.waitPath('packages/membership/requirement/index')
  await youth.pullDown()
  await youth.waitFor('刚刚更新')
  const words = requirementWords(youth, CLASSES)
  await youth.back()
  return words
}

describe('without a network, without an account', () => {
  step('shows what the class hours are and where the rule stands', async () => {
    youth = await world.open('youth', { online: false })
    expect(youth.title()).toBe('入团路径')
    expect(youth.see('8 学时')).toBe(true)
    await youth.tap('培养考察')
    await youth.waitFor('入团前要参加团课学习，不少于 8 学时，并且考核合格（细则）')
    expect(youth.text()).toMatch(/规定版本 \S+（\w{12}）/)
    expect(youth.storage).toEqual({})
  })

  step('says that signing in needs a network, and loses nothing by it', async () => {
    await youth.tap('登录，看看我的进度')
    await youth.waitFor('联网后再试')
    expect([youth.path(), youth.see('8 学时')]).toEqual(['pages/path/index', true])
  })

  step('says that the service cannot be reached when the network goes before the yes', async () => {
    await youth.online()
    await youth.tap('登录，看看我的进度')
    await youth.waitFor('登录之前，先看这几句')
    await youth.offline()
    await youth.tap('同意并登录')
    await youth.waitFor('连不上服务')
    expect(await sessions()).toBe(0)
    await youth.back()
    expect(youth.see('8 学时')).toBe(true)
  })
})

describe('signing in', () => {
  step('says what is kept, why, for whom and how long, and takes a no', async () => {
    await youth.online()
    await youth.tap('登录，看看我的进度')
    for (const title of ['留下什么', '为了什么', '谁看得到', '留多久', '有问题找谁']) {
      await youth.waitFor(title)
    }
    await youth.tap('不同意，返回')
    await youth.waitPath('pages/path/index')
    expect(await sessions()).toBe(0)
    expect(world.wechat.requests).toHaveLength(0)
    expect(await world.api.deps.platform.selectFrom('account').select('id').execute()).toEqual([])
  })

  step('happens after a yes', async () => {
    await signIn(youth)
    await youth.waitFor('从这里开始')
    expect(youth.see('轮到你')).toBe(true)
    expect(await sessions()).toBe(1)
    expect(world.wechat.requests).toHaveLength(1)
  })

  step('under 14 is a kind no, and nothing is kept', async () => {
    const child = await world.open('child')
    await signIn(child)
    await child.tap('填写我的资料')
    await fillProfile(child, { name: '申请人·小', born: bornYearsAgo(world, 13), branch: BRANCH.words })
    const before = child.stats().requests.filter(({ method }) => method === 'PUT').length
    await child.tap('保存')
    await child.waitFor('谢谢你，再等等')
    await child.settle()
    expect(child.see('未满 14 周岁')).toBe(true)
    // The birth date didn't even leave the phone.
    expect(child.stats().requests.filter(({ method }) => method === 'PUT')).toHaveLength(before)
    expect(await db().selectFrom('profile').select('name').execute()).toEqual([])
    expect(await db().selectFrom('affiliation').select('id').execute()).toEqual([])
    expect(await sessions()).toBe(1)
    expect(await world.api.deps.platform.selectFrom('account').select('id').execute()).toHaveLength(1)
    expect(Object.keys(child.storage)).toEqual(['clock'])
    await child.tap('看看入团要学什么')
    await child.waitFor('8 学时')
    child.assertClean()
  })

  step('the profile: a name with a dot, a birth date, a branch found by search; then it waits', async () => {
    await youth.tap('填写我的资料')
    await youth.waitFor('所在的团支部')
    await youth.tap('保存')
    expect(youth.see('请填写姓名')).toBe(true)
    expect(youth.see('请选择你所在的团支部')).toBe(true)
    await fillProfile(youth, { name: NAME, born: bornYearsAgo(world, 16), branch: BRANCH.words })
    await youth.tap('保存')
    await youth.waitPath('pages/path/index')
    await youth.waitFor('等团支书，第 1 天')
    await youth.tap('我的', { exact: true })
    await youth.waitFor('待确认')
    expect(youth.see(BRANCH.name)).toBe(true)
    expect(await db().selectFrom('profile').select(['name', 'birth_date']).execute()).toEqual([
      { name: NAME, birth_date: bornYearsAgo(world, 16) },
    ])
  })
})

describe('the branch secretary', () => {
  step('gets the role from the operator, by the code that 我的 shows', async () => {
    // Slow enough for a second tap to come while the first is on its way.
    secretary = await world.open('secretary', { latency: 60 })
    await signIn(secretary)
    const code = await accountCode(secretary)
    await secretary.tap('复制账号代码')
    expect(secretary.clipboard).toBe(code)
    expect(await world.grant('branch-secretary', BRANCH.code, code)).toContain(BRANCH.code)
    await secretary.pullDown()
    await secretary.tap('我的支部')
    await secretary.waitFor(BRANCH.name)
  })

  step('sees the name only, and confirms', async () => {
    await secretary.waitFor('今天要办 1 件')
    expect(secretary.see(NAME)).toBe(true)
    expect(secretary.text()).not.toMatch(/出生|周岁|学时 \//)
    await secretary.tap('确认支部')
    await secretary.waitFor('是不是本支部的人')
    expect(secretary.text()).not.toMatch(/出生|周岁|学时 \//)
    await secretary.tap('确认是我支部的')
    await secretary.waitFor('今天没有要办的')
    await youth.pullDown()
    await youth.waitFor('已确认')
    await youth.tap('路径', { exact: true })
    await youth.pullDown()
    await youth.waitFor('轮到你')
    expect(youth.see('提交入团申请')).toBe(true)
  })

  step('records two class hours, once however often the button is tapped', async () => {
    await openPerson(secretary, NAME)
    await secretary.tap('登记团课')
    await secretary.waitFor('上课的日期')
    await secretary.pick('上课的日期', day(world, -3))
    await secretary.fill('学时', '2')
    await secretary.fill('学了什么', '第一、二课')
    await secretary.fill('谁可以作证', '讲师团·一')
    await Promise.all([
      secretary.tap('登记', { exact: true }),
      secretary.tap('登记', { exact: true, allowDisabled: true }),
    ])
    await secretary.waitPath(PERSON)
    await secretary.tap(tile(CLASSES))
    await secretary.waitFor('第一、二课')
    expect(secretary.stats().requests.filter(({ url }) => url.endsWith('/class-hours'))).toHaveLength(1)
    expect((await ledger()).map((row) => row.amount)).toEqual([20])
  })

  step('sees the words that the youth sees', async () => {
    const words = (await youthsClasses()).join('\n')
    expect(words).toContain('不计入：成为积极分子之前')
    expect(words).toContain('见证：讲师团·一')
    expect(words).toMatch(/要学多少\n.*不少于 8 学时.*《中国共产主义青年团发展团员工作细则》.*\n细则/)
    expect(words).toMatch(/什么时候学的算\n.*\n本区规定/)
    expect(words).toMatch(/怎么学的算\n.*\n本区规定/)
    expect(words).toMatch(/一学时多长\n1 学时不少于 45 分钟。\n本区规定/)
    expect(requirementWords(secretary, CLASSES, 'secretary').join('\n')).toBe(words)
    await secretary.back()
    expect(told(secretary, 'secretary')).toEqual(told(youth))
  })

  step('whose reply is lost after the commit sends it again, and it is there once', async () => {
    await secretary.tap('登记团课')
    await secretary.waitFor('上课的日期')
    await secretary.pick('上课的日期', day(world, -2))
    await secretary.fill('学时', '1.5')
    await secretary.fill('学了什么', '第三课')
    await secretary.fill('谁可以作证', '讲师团·一')
    // The app itself repeats twice what is safe to repeat: all three are lost, the server has acted at the first.
    secretary.loseReplies(3, '/class-hours')
    await secretary.tap('登记', { exact: true })
    await secretary.waitFor('再点一次就好，不会重复提交')
    expect(secretary.value('学了什么')).toBe('第三课')
    expect((await ledger()).map((row) => row.amount)).toEqual([20, 15])
    await secretary.tap('登记', { exact: true })
    await secretary.waitPath(PERSON)
    await secretary.tap(tile(CLASSES))
    await secretary.waitFor('第三课')
    expect((await ledger()).map((row) => row.amount)).toEqual([20, 15])
  })
})

describe('the committee’s officer', () => {
  step('records the activist on paper, and the ring moves', async () => {
    officer = await world.open('officer')
    await signIn(officer)
    expect(await world.grant('committee-officer', COMMITTEE.code, await accountCode(officer))).toContain(COMMITTEE.code)
    await officer.pullDown()
    await officer.tap('下属支部')
    await officer.waitFor('入团积极分子')
    await officer.tap(BRANCH.name)
    // Above the branch a list shows no names.
    expect(officer.see(NAME)).toBe(false)
    await openPerson(officer, masked(NAME), '工作检查')
    expect(officer.see(NAME)).toBe(true)
    await officer.tap('补录入团积极分子')
    await officer.waitFor('批准的日期')
    await officer.pick('批准的日期', day(world, -10))
    await officer.pick('入团方式', '推优入团')
    await officer.fill('谁批准的', '校团委会议（示例）')
    await officer.pick('批准的纸质材料', '还没有看')
    await officer.tap('登记', { exact: true })
    await officer.waitFor('请先看过批准的纸质材料')
    await officer.pick('批准的纸质材料', '看过了')
    await officer.tap('登记', { exact: true })
    await officer.waitPath(PERSON)
    await officer.waitFor('3.5 / 8 学时')

    expect(youth.labels().join('\n')).toContain('已计入 0')
    expect(await youth.pullDown()).toBe(true)
    await youth.waitFor('3.5 / 8 学时')
    expect(youth.labels()).toContain('已计入 3.5，待认定 0，需要 8 学时')
    expect(youth.see('还差 4.5 学时')).toBe(true)
    await officer.tap(tile(CLASSES))
    await officer.waitPath(REQUIREMENT)
    await officer.waitFor('已计入 3.5 学时')
    expect(requirementWords(officer, CLASSES, 'secretary')).toEqual(await youthsClasses())
    officer.assertClean()
  })
})

describe('a wrong entry', () => {
  step('is corrected by a new one that names it; both stay readable', async () => {
    await secretary.pullDown()
    await secretary.waitFor('已计入 3.5 学时')
    await secretary.tap('更正这一条', { near: '第三课' })
    await secretary.waitFor('更正会新记一条')
    expect(secretary.value('学时')).toBe('1.5')
    await secretary.fill('为什么更正', '多记了半学时')
    await secretary.fill('学时', '1')
    await secretary.tap('更正', { exact: true })
    await secretary.waitPath(REQUIREMENT)
    await secretary.waitFor('已更正')
    const rows = await ledger()
    expect(rows.map((row) => row.amount)).toEqual([20, 15, 10])
    expect(rows[2]?.corrects).toBe(rows[1]?.id)

    await youth.pullDown()
    await youth.waitFor('3 / 8 学时')
    const words = await youthsClasses()
    expect(words).toContain('更正的原因：多记了半学时')
    expect(words.join('\n')).toContain('1.5 学时')
    expect(requirementWords(secretary, CLASSES, 'secretary')).toEqual(words)
  })

  step('can be struck, with the reason', async () => {
    await secretary.tap('更正这一条', { near: '第一、二课' })
    await secretary.waitFor('更正会新记一条')
    await secretary.fill('为什么更正', '不是这个人')
    secretary.nextModal('cancel', 'confirm')
    await secretary.tap('作废这一条')
    expect((await ledger()).map((row) => row.amount)).toEqual([20, 15, 10])
    await secretary.tap('作废这一条')
    await secretary.waitPath(REQUIREMENT)
    await secretary.waitFor('作废的原因：不是这个人')
    await youth.pullDown()
    await youth.waitFor('1 / 8 学时')
    expect(requirementWords(secretary, CLASSES, 'secretary')).toEqual(await youthsClasses())
    secretary.assertClean()
  })
})

describe('the youth’s phone', () => {
  step('opens without a network on the last known state and says how old it is', async () => {
    const known = told(youth)
    await youth.offline()
    world.late(youth, 30)
    await youth.restart()
    await youth.waitFor('没有连上服务')
    expect(youth.see('先看上次的内容（30 分钟前更新）')).toBe(true)
    expect(told(youth)).toEqual(known)
    await youth.online()
    world.late(youth, 0)
    await youth.pullDown()
    await youth.waitFor('刚刚更新')
    expect(youth.see('没有连上服务')).toBe(false)
  })

  step('signs in again by itself, once, when the session ended at the server', async () => {
    await world.api.deps.platform.deleteFrom('session').execute()
    const before = world.wechat.requests.length
    await youth.pullDown()
    await youth.waitFor('刚刚更新')
    expect(youth.see('1 / 8 学时')).toBe(true)
    expect(world.wechat.requests.length - before).toBe(1)
    expect(await sessions()).toBe(1)
  })

  step('shows what is kept, and copies it', async () => {
    await youth.tap('我的', { exact: true })
    await youth.tap('我的数据')
    await youth.waitFor('谁看过我')
    for (const words of [NAME, BRANCH.name, '批准：校团委会议（示例）', '看了我的路径', '工作检查', '删除']) {
      expect([words, youth.see(words)]).toEqual([words, true])
    }
    await youth.tap('复制全部')
    for (const words of ['【我的资料】', `姓名：${NAME}`, '第三课', '留多久']) expect(youth.clipboard).toContain(words)
    expect(youth.clipboard).not.toContain(String(youth.storage.session))
  })

  step('signs out: no token, name or draft stays, and nothing signs in by itself', async () => {
    await youth.tap('更正我的资料')
    await youth.waitFor('所在的团支部')
    await youth.fill('姓名', '申请人·己己')
    expect(JSON.stringify(youth.storage)).toContain('申请人·己己')
    await youth.back()
    await youth.back()
    const { token } = JSON.parse(String(youth.storage.session)) as { token: string }
    await youth.tap('退出登录')
    await youth.waitFor('还没有登录')
    await youth.settle()
    const kept = JSON.stringify(youth.storage)
    for (const words of [token, '己', 'draft', 'session', BRANCH.code]) expect(kept).not.toContain(words)
    expect(Object.keys(youth.storage)).toEqual(['clock'])
    expect(await sessions()).toBe(0)

    const before = world.wechat.requests.length
    await youth.restart()
    await youth.waitFor('从想加入，到成为一名团员')
    await youth.tap('我的', { exact: true })
    await youth.pullDown()
    await youth.tap('路径', { exact: true })
    expect(world.wechat.requests.length).toBe(before)
    expect(youth.see('登录，看看我的进度')).toBe(true)
  })

  step('deletes what is kept, asked twice, and nothing is left', async () => {
    await signIn(youth)
    await youth.waitFor('1 / 8 学时')
    await youth.tap('我的', { exact: true })
    await youth.tap('我的数据')
    await youth.waitFor('谁看过我')
    const asked = youth.modals.length
    youth.nextModal('confirm', 'cancel')
    await youth.tap('删除我的数据')
    expect(youth.modals.length - asked).toBe(2)
    expect(await db().selectFrom('profile').select('name').execute()).toHaveLength(1)
    youth.nextModal('confirm', 'confirm')
    await youth.tap('删除我的数据')
    await youth.waitFor('从想加入，到成为一名团员')
    await youth.settle()

    expect(Object.keys(youth.storage)).toEqual(['clock'])
    const [first] = await ledger()
    const person = first?.person_id ?? ''
    for (const table of ['profile', 'fact_text', 'person_account'] as const) {
      expect([
        table,
        await db().selectFrom(table).select('person_id').where('person_id', '=', person).execute(),
      ]).toEqual([table, []])
    }
    expect(await db().selectFrom('profile').select('name').execute()).toEqual([])
    const accounts = await world.api.deps.platform.selectFrom('account').select('openid').execute()
    expect(accounts.map((row) => row.openid).sort()).toEqual(['officer', 'secretary'])
    // Facts stay, about nobody.
    expect(await ledger()).toHaveLength(4)
    youth.assertClean()
  })
})
