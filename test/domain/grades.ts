import fc from 'fast-check'
import { localDate } from '#domain/time'
import type { GradeEntry } from '#domain/civics/grades'
import { anyDay } from './entries'

/** A grade, recorded on the day on which it was given; the given parts replace its own. */
export function grade(id: string, word: string | null, parts: Partial<GradeEntry> = {}): GradeEntry {
  const on = parts.on ?? localDate('2026-01-20')
  return { id, grade: word, on, since: on, corrects: null, ...parts }
}

/** Grades as they can be recorded: corrections of an earlier one, at most one of each; a strike only as a correction. */
export function anyGrades(maxLength = 6): fc.Arbitrary<readonly GradeEntry[]> {
  const row = fc.record({
    word: fc.constantFrom('优', '良', '中', '不及格'),
    strikes: fc.boolean(),
    on: anyDay(),
    target: fc.option(fc.nat(10)),
  })
  return fc.array(row, { maxLength }).map((rows) => {
    const grades: GradeEntry[] = []
    rows.forEach(({ word, strikes, on, target }, index) => {
      const named = target === null ? undefined : grades[target]
      const corrects =
        named && named.grade !== null && !grades.some((one) => one.corrects === named.id) ? named.id : null
      grades.push(grade(`g${index}`, corrects !== null && strikes ? null : word, { on, corrects }))
    })
    return grades
  })
}
