import type { Refusal } from '#domain/refusal'
import { hoursNumber, minutesWords } from './amounts'
import { fullDayWords } from './dates'
import { NO_OFFICE_WORDS, PHONE_ONLY_WORDS } from './general-problems'
import { ACT_NAMES, STATE_WORDS } from './steps'

type Sentences = { readonly [C in Refusal['code']]: (facts: Extract<Refusal, { code: C }>['facts']) => string }

/** Every "no" of the rules as a sentence: what it is, and what to do. A code without one doesn't compile. */
const SENTENCES: Sentences = {
  'under-age': ({ minimum }) => `未满 ${minimum} 周岁，这里还不能保存资料。`,
  'name-invalid': ({ minimum, maximum }) => `姓名要 ${minimum} 到 ${maximum} 个字，可以有“·”，不能有数字和符号。`,
  'birth-date-invalid': () => '这个日期不对，请重新选择出生日期。',
  'day-in-future': ({ today }) => `日期不能晚于今天（${fullDayWords(today)}）。`,
  'day-too-early': ({ earliest }) => `日期最早是 ${fullDayWords(earliest)}：再早还没到年满 14 周岁的时候。`,
  'organisation-unknown': () => '没有找到这个组织，请重新选择。',
  'organisation-not-a-branch': () => '请选到具体的团支部，不是它的上级。',
  'township-unknown': () => '没有找到这个镇或街道，请重新选择，也可以不填。',
  'own-row': () => '这是你自己的资料，不能由自己办理。请找同一支部或上级团委的其他负责人。',
  'affiliation-not-pending': () => '这个人已经答复过了，刷新就能看到结果。',
  'affiliation-not-confirmed': () => '还没有确认是本支部的人，先确认，再登记。',
  'already-activist': ({ since }) => `${fullDayWords(since)}已经登记为入团积极分子，不用再登记。`,
  'paper-not-seen': () => '请先看过批准的纸质材料，再登记。',
  'amount-out-of-range': ({ minimum, maximum }) => `学时要在 ${hoursNumber(minimum)} 到 ${hoursNumber(maximum)} 之间。`,
  'entry-already-corrected': () => '这一条已经更正过了。刷新后，更正最新的那一条。',
  'entry-not-correctable': () => '这一条已经作废，不能再更正。',
  'correction-changes-nothing': () => '和原来的一样，没有要更正的地方。',
  'way-not-offered': () => '本区没有这种入团方式，请选另一种。',
  'organisation-missing': () => '请先填写资料，选择所在的团支部。',
  'out-of-order': ({ act, state }) =>
    `现在是“${STATE_WORDS[state]}”，还轮不到或者已经办过“${ACT_NAMES[act]}”。刷新看看。`,
  'day-before-step': ({ earliest, step }) => `日期不能早于${ACT_NAMES[step]}的那天（${fullDayWords(earliest)}）。`,
  'day-after-step': ({ latest, step }) => `日期不能晚于${ACT_NAMES[step]}的那天（${fullDayWords(latest)}）。`,
  'too-young': ({ minimum, from }) => `满 ${minimum} 周岁才能申请入团，最早是 ${fullDayWords(from)}。`,
  'over-age': ({ maximum }) => `申请入团要在 ${maximum} 周岁以下，现在已经超过了。`,
  'branch-too-small': ({ minimum }) => `支部至少要有 ${minimum} 名团员，才能讨论推荐。`,
  'mentors-out-of-range': ({ minimum, maximum }) =>
    minimum === maximum ? `培养联系人要 ${minimum} 名。` : `培养联系人要 ${minimum} 到 ${maximum} 名。`,
  'mentors-repeated': () => '两名培养联系人不能是同一个人。',
  'step-not-correctable': () => '这一步是申请人自己办的，或者属于已经撤回的申请，不能更正。',
  'act-not-last': () => '后面还有办过的步骤，只能先撤销最后一步。',
  'minutes-out-of-range': ({ minimum, maximum }) =>
    `时长要在 ${minutesWords(minimum)}到 ${minutesWords(maximum)}之间。`,
  'day-full': ({ requirement, there, maximum }) =>
    requirement === 'class-hours'
      ? `这一天已经登记了 ${hoursNumber(there)} 学时，一天最多 ${hoursNumber(maximum)} 学时。看看是不是登记重了。`
      : `这一天已经登记了 ${minutesWords(there)}，一天最多 ${minutesWords(maximum)}。看看是不是登记重了。`,
  'grade-not-offered': () => '请从列出的等级里选一个。',
  'civics-not-applicable': () => '这个人没有思政课，不用登记。',
  'birth-date-confirmed': () => '出生日期已经按书面申请书确认。要更正，请找团支书。',
  'reason-needed': () => '打开未成年人的资料之前，请先选一个原因。',
  'no-office': () => NO_OFFICE_WORDS,
  'occupation-confirmed': () => '支部已经按书面申请书确认过你在做什么。有变化，请告诉团支书来更正。',
  'own-nomination': () => '这次推荐是你自己登记的，要由团委的另一位负责人答复。',
  'phone-only': () => PHONE_ONLY_WORDS,
}

/** For a "no" whose facts aren't for the one who asked: they would tell about the person. */
const WITHOUT_FACTS: Readonly<Partial<Record<Refusal['code'], string>>> = {
  'day-too-early': '这一天太早：还没到年满 14 周岁的时候。',
  'day-before-step': '日期不能早于前一步的那天。',
  'day-after-step': '日期不能晚于后一步的那天。',
  'already-activist': '已经登记为入团积极分子，不用再登记。',
  'out-of-order': '现在还轮不到，或者已经办过了。刷新看看。',
  'too-young': '还没到可以申请入团的年龄。',
  'day-in-future': '日期不能晚于今天。',
  'day-full': '这一天的学时已经登记满了。看看是不是登记重了。',
  'amount-out-of-range': '学时超出了一次能登记的范围。',
}

function isRefusalCode(code: string): code is Refusal['code'] {
  return Object.prototype.hasOwnProperty.call(SENTENCES, code)
}

/** A refusal as a sentence. */
export function refusalWords(refusal: Refusal): string {
  const sentence = SENTENCES[refusal.code] as (facts: Refusal['facts']) => string
  return sentence(refusal.facts)
}

/** The sentence for a code and its facts as they came over the wire; null for a code that isn't a refusal of the rules. */
export function refusalCodeWords(code: string, facts: Readonly<Record<string, unknown>>): string | null {
  if (!isRefusalCode(code)) return null
  const without = Object.keys(facts).length === 0 ? WITHOUT_FACTS[code] : undefined
  return without ?? refusalWords({ code, facts } as unknown as Refusal)
}
