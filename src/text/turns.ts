import type { Turn } from '#contract/path'
import type { LocalDate } from '#domain/time'
import { clockWords, dayWords } from './dates'

/** Who reads: the youth, or an office that looks at somebody's path. The words are the same but for 你 and 本人. */
export type Viewer = 'applicant' | 'branch-secretary' | 'committee-officer' | 'onlooker'

/** How it looks: `mine` is the reader's own turn. */
export type TurnTone = 'mine' | 'waiting' | 'not-yet' | 'met'

/** What has to be done, as an order to whoever does it. */
export const TURN_TODO: Readonly<Record<Turn['act'], string>> = {
  'choose-organisation': '填写资料，选择团支部',
  'confirm-affiliation': '确认支部',
  apply: '提交入团申请',
  'confirm-paper': '确认收到书面申请书',
  talk: '安排谈话',
  nominate: '讨论推荐',
  'answer-nomination': '答复推荐',
  'name-mentors': '确定培养联系人',
  collect: '补齐还差的条件',
  'accept-hours': '认定学时和时长',
  'record-civics': '登记思政课考评',
  wait: '培养考察满期',
  propose: '讨论列为发展对象',
  'over-age': '已过申请年龄',
}

const WHO: Readonly<Record<NonNullable<Turn['who']>, string>> = {
  applicant: '本人',
  'branch-secretary': '团支书',
  'committee-officer': '团委',
  'event-lead': '活动负责人',
  time: '时间',
}

/** Who has to act, by name. */
export function whoName(who: NonNullable<Turn['who']>): string {
  return WHO[who]
}

/** Whose turn it is, short, for a pill: 轮到你, 等团支书，第 2 天; null when it is nobody's. */
export function turnPill(
  turn: Pick<Turn, 'who' | 'since' | 'due'>,
  today: LocalDate,
  viewer: Viewer,
): { readonly tone: TurnTone; readonly text: string } | null {
  if (turn.who === null) return null
  if (turn.who === 'time') return { tone: 'waiting', text: '只等时间' }
  const clock = clockWords({ since: turn.since, due: null }, today)
  const after = clock === '' ? '' : `，${clock}`
  if (turn.who === viewer) return { tone: 'mine', text: `轮到你${after}` }
  if (turn.who === 'applicant') return { tone: 'not-yet', text: '轮到本人' }
  return { tone: 'waiting', text: `等${WHO[turn.who]}${after}` }
}

/** Whose turn it is, what for, since when and until when. */
export function turnSentence(turn: Turn, today: LocalDate, viewer: Viewer): string {
  const todo = TURN_TODO[turn.act]
  if (turn.who === null) return `${todo}。`
  if (turn.who === 'time') {
    return turn.due === null ? `只等时间：${todo}。` : `只等时间：最早 ${dayWords(turn.due, today)}${todo}。`
  }
  const clock = clockWords(turn, today)
  const after = clock === '' ? '' : `，${clock}`
  const last = turn.due === null ? '' : `（最晚 ${dayWords(turn.due, today)}）`
  if (turn.who === viewer) return `轮到你：${todo}${after}${last}。`
  if (turn.who === 'applicant') return `轮到本人：${todo}${after}${last}。`
  return `等${WHO[turn.who]}${todo}${after}${last}。`
}

/** Whether somebody is past the day that a rule names. Time itself is never late. */
export function isOverdue({ who, due }: Pick<Turn, 'who' | 'due'>, today: LocalDate): boolean {
  return due !== null && who !== 'time' && due < today
}

/** Said to who waits for somebody that is late. */
export const OVERDUE_HINT = '已经过了规定的日子，可以直接问问团支书。'

/** What one can do while it is somebody else's turn; null where there is nothing to say. */
export function meanwhile(act: Turn['act']): string | null {
  switch (act) {
    case 'confirm-affiliation':
      return '确认以前，团支书只看得到姓名。等久了，可以直接问团支书。'
    case 'confirm-paper':
      return '手写、签名的申请书交到支部，才算正式申请。'
    case 'talk':
      return '谈话是聊聊你的想法，不用准备材料。等着的时候，可以先参加志愿服务，时长算数。'
    case 'nominate':
      return '等着的时候，可以先参加志愿服务，时长算数。'
    case 'answer-nomination':
      return '支部已经推荐了，现在不用你再做什么。'
    case 'name-mentors':
      return '培养考察从批准那天算起，时间已经在走。等着的时候，可以先上团课、做志愿服务。'
    case 'accept-hours':
      return '不用再做什么，认定后就计入。'
    case 'record-civics':
      return '成绩出来以后，可以提醒团支书登记。'
    case 'wait':
      return '条件都在路上，继续参加支部的活动就好。'
    case 'propose':
      return '条件都到了。接下来由支部委员会讨论，这一步在线下办。'
    case 'over-age':
      return '还可以参加青年之家的活动和志愿服务，欢迎常来。'
    case 'choose-organisation':
    case 'apply':
    case 'collect':
      return null
  }
}
