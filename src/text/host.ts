import type { DeskReply, EventCard, RegistrationRow, RolePlaces, WordsReply } from '#contract/event'
import { localDateAt, type Instant, type LocalDate } from '#domain/time'
import { hoursWords, minutesWords } from './amounts'
import { dayWords, timeWords } from './dates'
import { weekdayWords } from './event-cards'
import { organisationName } from './names'

/** What who organises reads: a venue's hosts, and the League's people about events. */

/** 12月5日 周六 14:00–16:00; with the last day where it isn't the first. */
export function spanWords(start: number, end: number, today: LocalDate): string {
  const [from, to] = [start as Instant, end as Instant]
  const [first, last] = [localDateAt(from), localDateAt(to)]
  const until = last === first ? timeWords(to) : `${dayWords(last, today)} ${timeWords(to)}`
  return `${dayWords(first, today)} 周${weekdayWords(first)} ${timeWords(from)}–${until}`
}

/** 12月4日 周五 18:00. */
export function pointWords(at: number, today: LocalDate): string {
  const day = localDateAt(at as Instant)
  return `${dayWords(day, today)} 周${weekdayWords(day)} ${timeWords(at as Instant)}`
}

type Tone = 'met' | 'waiting' | 'not-yet' | 'not-applicable' | 'note'

/** Where an event stands, as a pill. */
export const PHASE_PILLS: Readonly<Record<EventCard['phase'], { readonly tone: Tone; readonly text: string }>> = {
  draft: { tone: 'not-yet', text: '草稿' },
  open: { tone: 'met', text: '报名中' },
  closed: { tone: 'waiting', text: '报名已截止' },
  running: { tone: 'waiting', text: '正在进行' },
  over: { tone: 'note', text: '已结束' },
  cancelled: { tone: 'not-applicable', text: '已取消' },
}

/** The same as a sentence: what it means, and what comes next. */
export function phaseWords({ phase, deadline }: EventCard, today: LocalDate): string {
  switch (phase) {
    case 'draft':
      return '只有这里的组织者看得到。发布以后，大家就能看到和报名。'
    case 'open':
      return `大家能看到，能报名，到 ${pointWords(deadline, today)} 截止。`
    case 'closed':
      return '大家能看到，报名已经截止。'
    case 'running':
      return '活动正在进行，内容不能再改。'
    case 'over':
      return '活动已经结束，内容不能再改。'
    case 'cancelled':
      return '活动已经取消，报过名的人都收到了消息。'
  }
}

/** What becomes of its words; null while others may read them. */
export function wordsStateWords(
  words: EventCard['words'],
): { readonly tone: Tone; readonly text: string; readonly why: string } | null {
  switch (words) {
    case 'clear':
      return null
    case 'waiting':
      return {
        tone: 'waiting',
        text: '文字待审核',
        why: '标题、说明和地点要先由上级团委的人看过，别人才看得到。时间和名额已经看得到。',
      }
    case 'refused':
      return {
        tone: 'not-yet',
        text: '文字未通过',
        why: '标题、说明或地点没有通过，别人看不到。改一改，会重新审核。',
      }
  }
}

/** 计志愿服务 2 小时, 不计时长: what a role gives. */
export function roleCreditWords({ minutes, tenths }: Pick<RolePlaces, 'minutes' | 'tenths'>): string {
  if (tenths !== null) return `计团课 ${hoursWords(tenths)}`
  return minutes === null ? '不计时长' : `计志愿服务 ${minutesWords(minutes)}`
}

/** 报名 12 · 等答复 1 · 候补 3. */
export function numbersWords({ registered, offered, waiting }: DeskReply['desk']): string {
  return [`报名 ${registered}`, offered > 0 ? `等答复 ${offered}` : '', waiting > 0 ? `候补 ${waiting}` : '']
    .filter(Boolean)
    .join(' · ')
}

/** Where a request to be named a class stands. */
export function namingWords({ state, organisation, tenths }: DeskReply['naming']): {
  readonly tone: Tone
  readonly text: string
  readonly why: string
} | null {
  if (state === 'none' || organisation === null) return null
  const who = organisationName(organisation)
  const amount = hoursWords(tenths ?? 0)
  switch (state) {
    case 'asked':
      return { tone: 'waiting', text: '等答复', why: `申请认定为团课 ${amount}，等${who}答复。` }
    case 'named':
      return { tone: 'met', text: '已认定', why: `${who}认定为团课 ${amount}，计给参加者。` }
    case 'refused':
      return { tone: 'not-yet', text: '没有认定', why: `${who}没有认定为团课。改一改，可以再申请，也可以换一个组织。` }
  }
}

/** What became of words to all. */
export const ANNOUNCED_PILLS: Readonly<Record<EventCard['words'], { readonly tone: Tone; readonly text: string }>> = {
  clear: { tone: 'met', text: '已发出' },
  waiting: { tone: 'waiting', text: '等审核' },
  refused: { tone: 'not-yet', text: '未通过' },
}

/** How somebody stands with an event, as their host reads it. */
export const REGISTRATION_PILLS: Readonly<
  Record<RegistrationRow['state'], { readonly tone: Tone; readonly text: string }>
> = {
  registered: { tone: 'met', text: '有名额' },
  offered: { tone: 'waiting', text: '等本人答复' },
  waiting: { tone: 'waiting', text: '候补' },
  declined: { tone: 'not-applicable', text: '放弃了名额' },
  expired: { tone: 'not-applicable', text: '没有答复' },
  cancelled: { tone: 'not-applicable', text: '已取消' },
  left: { tone: 'not-applicable', text: '因改期退出' },
}

/** What a piece of words is of. */
export const WORDS_PARTS: Readonly<Record<string, string>> = {
  title: '标题',
  notes: '说明',
  spot: '地点',
  text: '通知',
}

/** 活动的标题和说明: what waits for a look. */
export function partsWords(body: WordsReply['words'][number]['body']): string {
  if (body.text !== undefined) return '给报名者的通知'
  return body.spot === undefined ? '标题和说明' : '活动地点'
}

/** Said before a change that moves a published event; `people`: who is told. */
export function movingWords(people: number): string {
  return people === 0
    ? '改了时间或地点。还没有人报名，不用通知谁。'
    : `改了时间或地点：会通知 ${people} 位报名和候补的人，他们可以退出，不留记录。`
}
