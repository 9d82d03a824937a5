import type { ClassHoursOfManyBody, ClassHoursOfManyReply } from '#contract/person'
import { call } from '../../platform/request'
import type { Act } from '../../platform/use-act'
import type { GivenGrade, GradeBody } from './grade-draft'
import { withoutReason, type RecordBody } from './record-draft'
import type { ServiceBody } from './service-draft'
import { usePersonAct } from './use-person-act'

/** Records a class that somebody took, or puts a right entry in the place of the one that it names; 0 tenths strike it. */
export function useRecordClassHours(person: string, corrects: string | null): Act<[RecordBody], true> {
  return usePersonAct(async (requestId, record) => {
    await (corrects === null
      ? call('POST /v1/people/:person/class-hours', {
          params: { person },
          body: { requestId, ...withoutReason(record) },
        })
      : call('POST /v1/people/:person/class-hours/:entry/corrections', {
          params: { person, entry: corrects },
          body: { requestId, ...record },
        }))
    return true as const
  })
}

/** Records service that somebody did, or corrects an entry; 0 minutes strike it. */
export function useRecordService(person: string, corrects: string | null): Act<[ServiceBody], true> {
  return usePersonAct(async (requestId, record) => {
    await (corrects === null
      ? call('POST /v1/people/:person/volunteer-hours', {
          params: { person },
          body: { requestId, ...withoutReason(record) },
        })
      : call('POST /v1/people/:person/volunteer-hours/:entry/corrections', {
          params: { person, entry: corrects },
          body: { requestId, ...record },
        }))
    return true as const
  })
}

/** Records a grade of the civics course. */
export function useRecordGrade(person: string): Act<[GivenGrade], true> {
  return usePersonAct(async (requestId, record) => {
    await call('POST /v1/people/:person/civics-grades', {
      params: { person },
      body: { requestId, ...withoutReason(record) },
    })
    return true as const
  })
}

/** Corrects a grade; none in its place strikes it. */
export function useCorrectGrade(person: string, entry: string): Act<[GradeBody], true> {
  return usePersonAct(async (requestId, record) => {
    await call('POST /v1/people/:person/civics-grades/:entry/corrections', {
      params: { person, entry },
      body: { requestId, ...record },
    })
    return true as const
  })
}

/** Records a class that many took; the answer says of each whether it was, and why not. */
export function useRecordClassOfMany(
  organisation: string,
): Act<[Omit<ClassHoursOfManyBody, 'requestId'>], ClassHoursOfManyReply> {
  return usePersonAct((requestId, record) =>
    call('POST /v1/organisations/:organisation/class-hours', {
      params: { organisation },
      body: { requestId, ...record },
    }),
  )
}
