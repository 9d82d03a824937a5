import { againWords, generalProblemWords, type ProblemFacts } from './general-problems'
import { refusalCodeWords } from './refusals'

export type { ProblemFacts } from './general-problems'

/** A problem as a sentence for the person whose act it was. An unknown code (a newer server's) gets the general one. */
export function problemWords(problem: ProblemFacts): string {
  return ('code' in problem ? refusalCodeWords(problem.code, problem.facts) : null) ?? generalProblemWords(problem)
}

/** For an act: what was typed stays, and tapping again does it once. */
export function actProblemWords(problem: ProblemFacts): string {
  return 'code' in problem ? problemWords(problem) : againWords(problem)
}
