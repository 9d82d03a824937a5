import type { PathReport } from '#domain/path/report'
import type { Requirement } from '#domain/path/requirement'
import type { Link } from '../../platform/navigation'
import { links } from '../../routes'

/** The one next thing that the applicant can do here, with its screen. */
export interface ActionView {
  readonly text: string
  readonly link: Link
}

/** What I can do next; null while I can't but wait. An unanswered branch doesn't keep anybody from applying. */
export function nextAction({ turn, application, requirements }: PathReport): ActionView | null {
  switch (turn.act) {
    case 'choose-organisation':
      return { text: '填写我的资料', link: links.profile() }
    case 'apply':
      return { text: '提交入团申请', link: links.application() }
    case 'confirm-affiliation':
      if (application.state === 'none') return { text: '提交入团申请', link: links.application() }
      return application.state === 'submitted' ? PAPER() : null
    case 'confirm-paper':
      return PAPER()
    case 'collect': {
      const mine = requirements.find((one) => one.gate === 'hard' && one.who === 'applicant' && isOpen(one))
      if (mine?.reason === 'occupation-missing') return { text: '说说我在做什么', link: links.profile() }
      return mine ? { text: '看看还差什么', link: links.requirement(mine.rule) } : null
    }
    case 'talk':
    case 'nominate':
    case 'answer-nomination':
    case 'name-mentors':
    case 'accept-hours':
    case 'record-civics':
    case 'wait':
    case 'propose':
    case 'over-age':
      return null
  }
}

const PAPER = (): ActionView => ({ text: '看看要带什么、交给谁', link: links.submitted() })

function isOpen({ state }: Requirement): boolean {
  return state !== 'met' && state !== 'not-applicable'
}
