import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Policy, PolicyPack, RuleId, RuleValues } from '#domain/policy/policy'
import type { Organisation, OrganisationKind } from '#domain/policy/organisations'
import { versionOf } from '#domain/policy/version'

const ROOT = join(__dirname, '..', '..')
const FOLDERS = { saihan: join(ROOT, 'districts/saihan'), moxian: join(ROOT, 'test/districts/moxian') } as const
export type District = keyof typeof FOLDERS
export const DISTRICTS = Object.keys(FOLDERS) as readonly District[]

/** A pack's policy.json as it was parsed: a new object each time, free to be spoilt. */
export function rawPack(district: District): unknown {
  return JSON.parse(readFileSync(join(FOLDERS[district], 'policy.json'), 'utf8'))
}

/** A pack's table as rows of strings: new ones each time. */
export function rawRows(district: District, table: 'organisations' | 'venues'): Record<string, string>[] {
  return parse(readFileSync(join(FOLDERS[district], `${table}.csv`), 'utf8'), { columns: true })
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A pack with its version (test/domain/policy says that both packs pass their checks). */
export function policyOf(district: District): Policy {
  const pack = rawPack(district) as PolicyPack
  return { ...pack, version: versionOf(pack, sha256Hex) }
}

/** The same policy with other values. */
export function withValues(policy: Policy, values: { readonly [Id in RuleId]?: RuleValues[Id] }): Policy {
  const rules = { ...policy.rules } as Record<string, unknown>
  for (const [id, value] of Object.entries(values)) rules[id] = { ...policy.rules[id as RuleId], value }
  return { ...policy, rules: rules as Policy['rules'] }
}

export function organisationsOf(district: District): readonly Organisation[] {
  return rawRows(district, 'organisations').map((row) => ({
    code: row.code ?? '',
    name: row.name ?? '',
    kind: row.kind as OrganisationKind,
    parent: row.parent === '' ? null : (row.parent ?? null),
    source: row.source ?? '',
  }))
}
