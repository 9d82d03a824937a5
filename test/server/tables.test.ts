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
}

/** The interfaces of tables.ts: `<Name>Table` by name, and the two that list them by schema. */
function declared(): { readonly tables: Map<string, Column[]>; readonly lists: Map<string, Map<string, string>> } {
  const source = ts.createSourceFile(FILE, readFileSync(FILE, 'utf8'), ts.ScriptTarget.Latest, true)
  const tables = new Map<string, Column[]>()
  const lists = new Map<string, Map<string, string>>()
  source.forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node)) return
    const members = node.members.filter(ts.isPropertySignature)
    const typeOf = (member: ts.PropertySignature) => member.type?.getText() ?? ''
    if (node.name.text.endsWith('Tables')) {
      lists.set(node.name.text, new Map(members.map((member) => [member.name.getText(), typeOf(member)])))
      return
    }
    const columns = members.map((member) => {
      // What is read: the first argument of ColumnType, or the type itself.
      const read = /^ColumnType<([^,]+),/.exec(typeOf(member))?.[1] ?? typeOf(member)
      return { name: member.name.getText(), nullable: /\| null\b/.test(read) }
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
    const rows = await seen.query<{ table: string; name: string; nullable: boolean }>(
      `select table_name as table, column_name as name, is_nullable = 'YES' as nullable
         from information_schema.columns where table_schema = $1 and table_name not like 'kysely%' order by 1, 2`,
      [schema],
    )
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
