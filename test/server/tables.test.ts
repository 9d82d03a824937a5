import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { inspect } from './kit/inspect'
import { startApi } from './support'

/** Table types are written by hand: here they are held against what the migrations made. */

const FILE = path.resolve(__dirname, '../../server/database/tables.ts')

interface Column {
  readonly name: string
  readonly nullable: boolean
  /** As Kysely gives a value: string, number, boolean, Buffer, Date, json. */
  readonly type: string
}

/** What the drivers make of PostgreSQL's types (server/database/connect). */
const READ_AS: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'timestamp with time zone': 'Date',
  jsonb: 'json',
  ARRAY: 'list',
}

/** A type of tables.ts as one of the words above. `texts`: names of the domain's types, each a union of texts. */
function typeWord(text: string, texts: readonly string[]): string {
  const type = text.replace(/\| null\b/, '').trim()
  if (type === 'Time') return 'Date'
  if (/^readonly \w+\[\]$/.test(type)) return 'list'
  if (type.split(' | ').every((name) => texts.includes(name.replace(/\['\w+'\]$/, '')))) return 'string'
  if (type === 'unknown' || type.startsWith('Record<')) return 'json'
  const generated = /^Generated<(.+)>$/.exec(type)?.[1]
  if (generated !== undefined) return generated
  // A union of texts: which ones, a check in the table says.
  return /^('[\w-]+'( \| )?)+$/.test(type) ? 'string' : type
}

/** The interfaces of tables.ts: `<Name>Table` by name, and the two that list them by schema. */
function declared(): { readonly tables: Map<string, Column[]>; readonly lists: Map<string, Map<string, string>> } {
  const source = ts.createSourceFile(FILE, readFileSync(FILE, 'utf8'), ts.ScriptTarget.Latest, true)
  const tables = new Map<string, Column[]>()
  const lists = new Map<string, Map<string, string>>()
  const texts: string[] = []
  source.forEachChild((node) => {
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText().startsWith("'#domain/")) {
      const bindings = node.importClause?.namedBindings
      if (bindings && ts.isNamedImports(bindings)) texts.push(...bindings.elements.map(({ name }) => name.text))
    }
    if (!ts.isInterfaceDeclaration(node)) return
    const members = node.members.filter(ts.isPropertySignature)
    const typeOf = (member: ts.PropertySignature) => member.type?.getText() ?? ''
    if (node.name.text.endsWith('Tables')) {
      lists.set(node.name.text, new Map(members.map((member) => [member.name.getText(), typeOf(member)])))
      return
    }
    const columns = members.map((member) => {
      // What is read: the first argument of ColumnType, or the type itself.
      const given = /^Given<(.+)>$/.exec(typeOf(member))?.[1]
      const written = given === undefined ? typeOf(member) : `${given} | null`
      const read = /^ColumnType<((?:[^,<]|<[^>]*>)+),/.exec(written)?.[1] ?? written
      return { name: member.name.getText(), nullable: /\| null\b/.test(read), type: typeWord(read, texts) }
    })
    tables.set(node.name.text, columns)
  })
  return { tables, lists }
}

it.each([
  ['platform', 'PlatformTables'],
  ['saihan', 'DistrictTables'],
  ['moxian', 'DistrictTables'],
])('schema %s is as tables.ts says', async (schema, list) => {
  const api = await startApi()
  const seen = await inspect(api.database)
  try {
    const found = await seen.query<{ table: string; name: string; nullable: boolean; type: string }>(
      `select table_name as table, column_name as name, is_nullable = 'YES' as nullable, data_type as type
         from information_schema.columns where table_schema = $1 and table_name not like 'kysely%' order by 1, 2`,
      [schema],
    )
    const rows = found.map((row) => ({ ...row, type: READ_AS[row.type] ?? row.type }))
    const { tables, lists } = declared()
    const expected = [...(lists.get(list) ?? new Map<string, string>())].flatMap(([table, type]) =>
      (tables.get(type) ?? []).map((column) => ({ table, ...column })),
    )
    const inOrder = (a: { table: string; name: string }, b: { table: string; name: string }) =>
      `${a.table}.${a.name}` < `${b.table}.${b.name}` ? -1 : 1
    expect(expected.length).toBeGreaterThan(10)
    expect(rows.sort(inOrder)).toEqual(expected.sort(inOrder))
  } finally {
    await seen.end()
    await api.close()
  }
})
