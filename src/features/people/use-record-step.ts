import type { StepChange } from '#contract/application'
import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import type { StepBody } from './step-draft'
import { usePersonAct } from './use-person-act'

/** Takes a step, or puts a right one in the place of the act `corrects`, with the reason. */
export function useRecordStep(person: string, corrects: string | null): Act<[StepBody], true> {
  return usePersonAct(async (requestId, { step, reason }) => {
    await (corrects === null ? take(person, requestId, step) : correct(person, corrects, requestId, step, reason))
    return true as const
  })
}

/** Takes back the newest act, with the reason. */
export function useVoidStep(person: string, act: string): Act<[reason: string], true> {
  return usePersonAct(async (requestId, reason) => {
    await correct(person, act, requestId, { act: 'void' }, reason)
    return true as const
  })
}

function correct(person: string, step: string, requestId: string, change: StepChange, reason: string) {
  return call('POST /v1/people/:person/steps/:step/corrections', {
    params: { person, step },
    body: { requestId, change, reason },
  })
}

function take(person: string, requestId: string, step: StepBody['step']) {
  const params = { person }
  switch (step.act) {
    case 'applied': {
      const { act: _, ...paper } = step
      return call('POST /v1/people/:person/paper', { params, body: { requestId, ...paper } })
    }
    case 'talked': {
      const { act: _, ...talk } = step
      return call('POST /v1/people/:person/talk', { params, body: { requestId, ...talk } })
    }
    case 'nominated': {
      const { act: _, ...nomination } = step
      return call('POST /v1/people/:person/nomination', { params, body: { requestId, ...nomination } })
    }
    case 'mentored': {
      const { act: _, ...mentors } = step
      return call('POST /v1/people/:person/mentors', { params, body: { requestId, ...mentors } })
    }
    case 'activist': {
      const { act: _, ...approval } = step
      const answer = { kind: 'approved' as const, ...approval }
      return call('POST /v1/people/:person/nomination/answer', { params, body: { requestId, answer } })
    }
    case 'returned': {
      const { act: _, ...returning } = step
      const answer = { kind: 'returned' as const, ...returning }
      return call('POST /v1/people/:person/nomination/answer', { params, body: { requestId, answer } })
    }
  }
}
