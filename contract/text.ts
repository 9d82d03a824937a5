import { Type, type TString } from 'typebox'

/** Anything but what PostgreSQL can't hold; and the same with something to read in it. */
const STORABLE = '^[^\\u0000\\ud800-\\udfff]*$'
const READABLE = '^[^\\u0000\\ud800-\\udfff]*[^\\u0000\\ud800-\\udfff\\s][^\\u0000\\ud800-\\udfff]*$'

/**
 * A free text: bounded, and without what PostgreSQL can't hold (it would be a 500): U+0000, and half of a surrogate pair,
 * which is no character. Every string that a person types goes through here. Lengths are in characters (code points).
 */
export function Text(options: { readonly minLength?: number; readonly maxLength: number }): TString {
  return Type.String({
    minLength: options.minLength ?? 0,
    maxLength: options.maxLength,
    // Where something has to be said, a blank says nothing.
    pattern: (options.minLength ?? 0) > 0 ? READABLE : STORABLE,
  })
}

/** A day, `YYYY-MM-DD`. Whether it is a real one is the domain's to say. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** A uuid in small letters. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
})

/** The id that the phone gives to one act, so that sending it again does it once. */
export const RequestId = Uuid

/** An organisation's code in the pack. */
export const OrganisationCode = Type.String({ pattern: '^[A-Z][A-Z0-9-]{0,19}$' })

/** An account's code, as its owner reads it in 我的. */
export const AccountCode = Type.String({ pattern: '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$' })
