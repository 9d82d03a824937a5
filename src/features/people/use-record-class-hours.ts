import type { ClassHoursBody, CorrectionBody } from '#contract/person'
import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'
import { outdatePeople } from './outdate-people'

/** Records a class that somebody took. */
export function useRecordClassHours(person: string): Act<[Omit<ClassHoursBody, 'requestId'>], true> {
  return useAct(async (requestId, record) => {
    await call('POST /v1/people/:person/class-hours', { params: { person }, body: { requestId, ...record } })
    outdatePeople()
    return true as const
  })
}

/** Puts a right entry in the place of a wrong one; 0 tenths strikes it. */
export function useCorrectClassHours(person: string, entry: string): Act<[Omit<CorrectionBody, 'requestId'>], true> {
  return useAct(async (requestId, record) => {
    await call('POST /v1/people/:person/class-hours/:entry/corrections', {
      params: { person, entry },
      body: { requestId, ...record },
    })
    outdatePeople()
    return true as const
  })
}
