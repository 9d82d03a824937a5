import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow } from './files'
import { privacyFaults, privateUses, type Source, type Use } from './privateApis'
import { ROOT } from './run'

/** What each private thing is used for, as WeChat's console wants it: 为了…… */
const PURPOSES: Readonly<Record<string, string>> = {
  '日历（仅写入）权限': '把本人报了名的活动加进手机日历：点“加入日历”才用',
  剪切板: '复制账号代码、自己的数据、签到表的网址：点“复制”才用，只写不读',
}

/** Where the operator reads the list. */
export const GUIDE = join(ROOT, 'docs', 'operate.md')

const BEGIN = '<!-- private APIs: written by `npm run privacy` -->'
const END = '<!-- end of private APIs -->'

/** The sources of the mini-program; what only the web version has isn't part of it. */
export async function appSources(root = ROOT): Promise<readonly Source[]> {
  const files = await filesBelow(join(root, 'src'))
  const paths = files.map(({ path }) => path).filter((path) => /\.tsx?$/.test(path) && !/\.(h5|d)\.tsx?$/.test(path))
  return Promise.all(
    paths.map(async (path) => ({ path: `src/${path}`, text: await readFile(join(root, 'src', path), 'utf8') })),
  )
}

/** The list as it stands in the guide. */
export function guideTable(uses: readonly Use[], purposes: Readonly<Record<string, string>> = PURPOSES): string {
  const rows = [...new Set(uses.map(({ kind }) => kind))].map((kind) => {
    const of = uses.filter((use) => use.kind === kind)
    const list = (items: readonly string[]) => [...new Set(items)].map((item) => `\`${item}\``).join(' ')
    return `| ${kind} | ${purposes[kind] ?? ''} | ${list(of.map(({ what }) => what))} | ${list(of.map(({ path }) => path))} |`
  })
  return [BEGIN, '| 指引中的一项 | 用途 | what | where |', '|---|---|---|---|', ...rows, END].join('\n')
}

/** A document with its list brought up to date. Throws when it has no place for one. */
export function withTable(document: string, table: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`there is no place for the list: ${BEGIN} … ${END}`)
  return document.slice(0, begin) + table + document.slice(end + END.length)
}

/** What is wrong with private things and their list in the operator's guide, a sentence each. */
export function guideFindings(
  sources: readonly Source[],
  document: string,
  purposes: Readonly<Record<string, string>> = PURPOSES,
): readonly string[] {
  const uses = privateUses(sources)
  const stale = withTable(document, guideTable(uses, purposes)) !== document
  return [
    ...privacyFaults(uses, purposes),
    ...(stale
      ? ['docs/operate.md lists other private APIs than the app uses: run `npm run privacy` and commit it']
      : []),
  ]
}
