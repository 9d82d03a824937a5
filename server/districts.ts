import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { checkPack } from '#domain/policy/check'
import {
  checkOrganisations,
  checkVenues,
  type Organisation,
  type OrganisationKind,
  type RowProblem,
  type Venue,
} from '#domain/policy/organisations'
import { handoverProblem, type Handover } from '#domain/policy/handover'
import type { Policy, PolicyPack } from '#domain/policy/policy'
import { versionOf } from '#domain/policy/version'
import { isSlug } from './database/district-login'

/** Everything a district decides and is: read once at the start. */
export interface DistrictPack {
  readonly slug: string
  readonly policy: Policy
  readonly organisations: readonly Organisation[]
  readonly venues: readonly Venue[]
  /** What the record of an event says to the upper system. */
  readonly handover: Handover
  /** The personas' story for a demo, as read; null when the pack has none. */
  readonly demo: unknown
}

/** A pack can't be used. The message is one sentence that names the file and the line. */
export class PackError extends Error {
  override name = 'PackError'
}

/** Names that mean something else: schemas of ours or PostgreSQL's, and parts of our own roles' names. */
const RESERVED = new Set(['platform', 'public', 'information_schema', 'owner', 'api'])

/**
 * Reads and checks the packs in `folder`, one a sub-folder.
 * @throws PackError naming the first fault's file and line
 */
export function loadDistricts(folder: string): readonly DistrictPack[] {
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  if (slugs.length === 0) throw new PackError(`${folder} holds no district: put one folder a district into it.`)
  return slugs.map((slug) => loadDistrict(path.join(folder, slug)))
}

/** Reads and checks one district's folder, whose name is its slug. */
export function loadDistrict(folder: string): DistrictPack {
  const slug = path.basename(folder)
  if (!isSlug(slug) || RESERVED.has(slug) || slug.startsWith('pg_')) {
    throw new PackError(
      `${folder}: a district's folder is named by 2 to 31 small letters, digits and _, and not ${slug}.`,
    )
  }
  const organisations = readTable(path.join(folder, 'organisations.csv'), organisationTable())
  return {
    slug,
    policy: readPolicy(path.join(folder, 'policy.json'), slug),
    organisations,
    venues: readTable(path.join(folder, 'venues.csv'), venueTable(organisations)),
    handover: readHandover(path.join(folder, 'handover.json')),
    demo: readDemo(path.join(folder, 'demo.json')),
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new PackError(`${file} can't be read: a district's folder needs it.`)
  }
}

function readDemo(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  return parseJson(file, text).value
}

/** A file's JSON, with where everything stands in it. */
function parseJson(file: string, text: string): { readonly value: unknown; readonly tree: Node } {
  const faults: ParseError[] = []
  const tree = parseTree(text, faults, { disallowComments: true })
  const fault = faults[0]
  if (fault || !tree) {
    throw new PackError(
      `${file}:${lineAt(text, fault?.offset ?? 0)}: not JSON (${fault ? printParseErrorCode(fault.error) : 'empty'}).`,
    )
  }
  return { value: JSON.parse(text) as unknown, tree }
}

function readHandover(file: string): Handover {
  return readChecked(file, handoverProblem, 'the list') as Handover
}

/** A file's JSON in which nothing is wrong; `whole`: how all of it is called. */
function readChecked(
  file: string,
  check: (value: unknown) => { readonly path: readonly (string | number)[]; readonly expected: string } | null,
  whole: string,
): unknown {
  const text = read(file)
  const { value, tree } = parseJson(file, text)
  const problem = check(value)
  if (!problem) return value
  // The nearest thing that is there: a missing key is reported where its object begins.
  const at = [...problem.path]
  let node = findNodeAtLocation(tree, at)
  while (!node && at.length > 0) node = findNodeAtLocation(tree, at.slice(0, at.pop() === undefined ? 0 : at.length))
  const where = problem.path.length === 0 ? whole : problem.path.join('.')
  throw new PackError(`${file}:${lineAt(text, node?.offset ?? 0)}: ${where} must be ${problem.expected}.`)
}

function readPolicy(file: string, slug: string): Policy {
  const pack = readChecked(file, (value) => checkPack(value)[0] ?? null, 'the pack')
  const policy = pack as PolicyPack
  if (policy.district !== slug) {
    const text = read(file)
    const offset = findNodeAtLocation(parseJson(file, text).tree, ['district'])?.offset ?? 0
    throw new PackError(`${file}:${lineAt(text, offset)}: district must be ${slug}, the name of its folder.`)
  }
  return { ...policy, version: versionOf(policy, sha256Hex) }
}

/** SHA-256 of a text as hex. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A table of a pack: its columns, what is wrong with its rows, and a row once nothing is. */
interface Table<Column extends string, Row> {
  readonly columns: readonly Column[]
  readonly check: (rows: readonly Readonly<Record<string, string>>[]) => readonly RowProblem[]
  readonly toRow: (record: Readonly<Record<Column, string>>) => Row
}

function organisationTable(): Table<'code' | 'name' | 'kind' | 'parent' | 'source', Organisation> {
  return {
    columns: ['code', 'name', 'kind', 'parent', 'source'],
    check: checkOrganisations,
    toRow: ({ code, name, kind, parent, source }) => ({
      code,
      name,
      kind: kind as OrganisationKind,
      parent: parent === '' ? null : parent,
      source,
    }),
  }
}

function venueTable(organisations: readonly Organisation[]): Table<'code' | 'name' | 'organisation' | 'source', Venue> {
  const codes = new Set(organisations.map((row) => row.code))
  return {
    columns: ['code', 'name', 'organisation', 'source'],
    check: (rows) => checkVenues(rows, codes),
    toRow: ({ code, name, organisation, source }) => ({ code, name, organisation, source }),
  }
}

function readTable<Column extends string, Row>(file: string, table: Table<Column, Row>): readonly Row[] {
  const text = read(file)
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true })
  } catch (error) {
    const { lines } = error as { lines?: number }
    const line = lines === undefined ? '' : `:${String(lines)}`
    throw new PackError(`${file}${line}: not a table in CSV (${(error as Error).message}).`)
  }
  const missing = table.columns.find((column) => rows[0] && !(column in rows[0].record))
  if (missing !== undefined) throw new PackError(`${file}:1: the column ${missing} is missing.`)
  const problem = table.check(rows.map((row) => row.record))[0]
  if (problem) {
    throw new PackError(`${file}:${String(rows[problem.row]?.info.lines ?? 1)}: expected ${problem.expected}.`)
  }
  return rows.map(({ record }) => table.toRow(record as Record<Column, string>))
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
