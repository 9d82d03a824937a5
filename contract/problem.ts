import { Type, type Static } from 'typebox'

/** What a "no" is about, flat. */
export const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]))

/** An error, as RFC 9457 problem details with a code and its facts. `title` is English, for engineers; screens word the code. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  facts: Facts,
})
export type Problem = Static<typeof Problem>
