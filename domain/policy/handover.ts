import { EVENT_KINDS } from '../events/event'

/** What the record of an event can say to the upper system (青年之家云平台), in the order in which a pack lists it. */
export const HANDOVER_KEYS = [
  'title',
  /** In the words of the pack: what the upper system calls each kind. */
  'kind',
  'venue',
  'organisation',
  'spot',
  /** The day (2026-03-02), and the hours (14:00) at +08:00. */
  'day',
  'start',
  'end',
  /** Who made the event, by name. */
  'host',
  /** People who came and aren't struck. */
  'attendees',
  'volunteers',
  /** Counted at the door; and guests under 14, who leave no row. */
  'heads',
  'guests',
  /** Heads and guests. */
  'people',
  /** What was credited in all: minutes of service, and 学时. */
  'minutes',
  'class-hours',
] as const

export type HandoverKey = (typeof HANDOVER_KEYS)[number]

/** One field of the record. */
export interface HandoverField {
  readonly key: HandoverKey
  readonly label: string
  /** Of `kind`: how each is called there. */
  readonly words?: Readonly<Record<string, string>>
}

/** The record's fields as a district's pack lists them. */
export interface Handover {
  /** Whether the district has confirmed the list (certainty X until then). */
  readonly confirmed: boolean
  readonly fields: readonly HandoverField[]
}

/** What is wrong with a list, or null: where, and what is expected there. */
export function handoverProblem(
  value: unknown,
): { readonly path: (string | number)[]; readonly expected: string } | null {
  const { confirmed, fields } = (value ?? {}) as { confirmed?: unknown; fields?: unknown }
  if (typeof confirmed !== 'boolean') return { path: ['confirmed'], expected: 'true or false' }
  if (!Array.isArray(fields)) return { path: ['fields'], expected: 'a list' }
  const seen = new Set<unknown>()
  for (const [index, field] of fields.entries()) {
    const { key, label, words } = (field ?? {}) as { key?: unknown; label?: unknown; words?: unknown }
    const at = ['fields', index]
    if (!HANDOVER_KEYS.some((known) => known === key)) {
      return { path: [...at, 'key'], expected: `one of ${HANDOVER_KEYS.join(', ')}` }
    }
    if (seen.has(key)) return { path: [...at, 'key'], expected: 'a key used once' }
    seen.add(key)
    if (!isText(label)) return { path: [...at, 'label'], expected: 'a text' }
    const named = (words ?? {}) as Record<string, unknown>
    const unnamed = key === 'kind' ? EVENT_KINDS.find((kind) => !isText(named[kind])) : undefined
    if (unnamed !== undefined) return { path: [...at, 'words', unnamed], expected: 'a text' }
  }
  return null
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
