import type { PathReport } from '#domain/path/report'
import type { Requirement } from '#domain/path/requirement'
import { cite, valueOf, type PolicyPack } from '#domain/policy/policy'
import { hoursWords, minutesWords } from './amounts'
import { dayWords } from './dates'
import { askedFor, missingWords, type AskedFor } from './requirements'

/** When everything can be there at the earliest, and what that hangs on. Honest where no day can be named. */
export function earliestWords(
  report: Pick<PathReport, 'asOf' | 'ready' | 'earliest' | 'activistOn' | 'requirements'>,
  policy: PolicyPack,
): { readonly title: string; readonly text: string } {
  const asked = askedFor(policy)
  const { ready, earliest, requirements, activistOn } = report
  const today = report.asOf
  if (ready) return { title: '条件都到了', text: '接下来由支部委员会讨论，列为发展对象。' }
  const open = requirements.filter((one) => earliest.by.some((rule) => rule === one.rule))
  if (earliest.on === null) return noDay(open, policy)
  const title = earliest.on === today ? '最快今天就具备条件' : `最快 ${dayWords(earliest.on, today)} 具备条件`
  const deciding = open.map((one) => deed(one, asked, activistOn)).join('、')
  const hours = earliest.by.some((rule) => rule === 'class-hours' || rule === 'volunteer-hours')
  const guess = hours ? guessWords(policy) : ''
  if (earliest.on === today) return { title, text: `只差：${deciding}。` }
  if (activistOn === null) {
    return { title, text: `这是一天都不耽误的算法：${deciding}。${guess}` }
  }
  const others = requirements
    .filter(
      (one) => one.gate === 'hard' && one.state !== 'met' && one.state !== 'not-applicable' && !open.includes(one),
    )
    .map((one) => deed(one, asked, activistOn))
  return { title, text: `看的是：${deciding}。${guess}${others.length > 0 ? `在那之前：${others.join('、')}。` : ''}` }
}

/** As much as a day is taken to bring: what may be recorded at once. */
function guessWords(policy: PolicyPack): string {
  const classes = hoursWords(valueOf(policy, 'class-hours.entry-max'))
  const service = minutesWords(valueOf(policy, 'volunteer-hours.entry-max'))
  return `按一天最多 ${classes}团课、${service}志愿服务算，一般会晚一些。`
}

/** What has to happen for one requirement. */
function deed(requirement: Requirement, asked: AskedFor, activistOn: string | null): string {
  switch (requirement.rule) {
    case 'class-hours':
      return requirement.state === 'waiting' ? '等学时认定' : `再学 ${missingWords(requirement)}团课`
    case 'volunteer-hours':
      return requirement.state === 'waiting' ? '等时长认定' : `再做 ${missingWords(requirement)}志愿服务`
    case 'civics':
      return '登记思政课考评'
    case 'training.months':
      return `${activistOn === null ? '成为积极分子后，' : ''}培养考察满 ${asked.months} 个月`
    case 'admission.ways':
      return '成为入团积极分子'
  }
}

function noDay(open: readonly Requirement[], policy: PolicyPack): ReturnType<typeof earliestWords> {
  // No "not yet": for who is past the age no day will come. Whose turn it is says that they are past it; here stands the rule.
  if (open.some(({ reason }) => reason === 'over-age' || reason === 'not-activist')) {
    const { note } = cite(policy, 'application.age-max')
    return { title: note.replace(/。$/, ''), text: '这只和年龄有关，不是做得不够。' }
  }
  const title = '现在还说不出哪一天'
  if (open.some(({ reason }) => reason === 'grade-not-good')) {
    return { title, text: `要等下一次思政课考评达到${askedFor(policy).good.join('、')}。什么时候考评，由学校安排。` }
  }
  return { title, text: '还差的条件，按现在的规定算不出日子。可以问问团支书。' }
}
