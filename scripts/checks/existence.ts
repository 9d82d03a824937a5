import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { readAppJson, subpackagesOf, type AppJson } from './appJson'
import { filesBelow } from './files'
import { WECHAT_TAGS } from './wechatTags'

/** What of the build was read once: the names of its files, and a way to their text. */
interface Build {
  readonly names: ReadonlySet<string>
  readonly read: (name: string) => Promise<string>
}

/** Where a reference leads: from the root with a leading slash (or where app.json stands), else from the file's folder. */
function resolveReference(reference: string, from: string): string {
  return posix.normalize(reference.startsWith('/') ? reference.slice(1) : posix.join(posix.dirname(from), reference))
}

function isRemote(reference: string): boolean {
  return /^(https?:|data:|plugin:|plugin-private:|cloud:|dynamicLib:)/.test(reference) || reference.includes('{{')
}

/** A page or component is three files; its wxss is free. */
function unitFindings(build: Build, name: string, whatItIs: string, namedIn: string): string[] {
  return ['js', 'json', 'wxml']
    .map((extension) => `${name}.${extension}`)
    .filter((file) => !build.names.has(file))
    .map((file) => `${namedIn}: ${whatItIs} '${name}' has no ${file}`)
}

function fileFinding(build: Build, name: string, whatItIs: string, namedIn: string): string[] {
  return build.names.has(name) ? [] : [`${namedIn}: ${whatItIs} '${name}' isn't there`]
}

function componentFindings(build: Build, components: Readonly<Record<string, string>>, from: string): string[] {
  return Object.values(components)
    .filter((path) => !isRemote(path))
    .flatMap((path) => unitFindings(build, resolveReference(path, from), 'component', from))
}

async function iconFindings(build: Build, app: AppJson): Promise<string[]> {
  const icons = (app.tabBar?.list ?? []).flatMap((item) => [item.iconPath, item.selectedIconPath])
  const named = icons.filter((icon) => icon !== undefined)
  const found = named
    .filter((icon) => !icon.startsWith('@'))
    .flatMap((icon) => fileFinding(build, resolveReference(icon, 'app.json'), 'tab icon', 'app.json'))
  const themed = named.filter((icon) => icon.startsWith('@')).map((icon) => icon.slice(1))
  const location = app.themeLocation
  if (location === undefined) return [...found, ...themed.map((icon) => `app.json: tab icon '@${icon}' needs a theme`)]
  if (!build.names.has(location)) return [...found, `app.json: themeLocation '${location}' isn't there`]
  const themes = JSON.parse(await build.read(location)) as Readonly<Record<string, Readonly<Record<string, string>>>>
  for (const [theme, values] of Object.entries(themes)) {
    for (const icon of themed) {
      const path = values[icon]
      if (path === undefined) found.push(`${location}: ${theme} has no '${icon}'`)
      else found.push(...fileFinding(build, resolveReference(path, 'app.json'), 'tab icon', `${location} (${theme})`))
    }
  }
  return found
}

async function appFindings(build: Build, app: AppJson): Promise<string[]> {
  const found: string[] = []
  const subpackages = subpackagesOf(app)
  const subpages = subpackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)))
  for (const page of [...app.pages, ...subpages]) found.push(...unitFindings(build, page, 'page', 'app.json'))
  for (const { pagePath } of app.tabBar?.list ?? []) {
    if (!app.pages.includes(pagePath)) found.push(`app.json: the tab '${pagePath}' is no page of the main package`)
  }
  if (app.tabBar?.custom === true) {
    found.push(...unitFindings(build, 'custom-tab-bar/index', 'component', 'app.json (tabBar.custom)'))
  }
  const roots = new Set(['__APP__', ...subpackages.map(({ root }) => root)])
  for (const [page, rule] of Object.entries(app.preloadRule ?? {})) {
    if (![...app.pages, ...subpages].includes(page)) found.push(`app.json: preloadRule names no page: '${page}'`)
    for (const name of rule.packages) {
      if (!roots.has(name.replace(/^\/|\/$/g, ''))) found.push(`app.json: preloadRule names no subpackage: '${name}'`)
    }
  }
  return [...found, ...(await iconFindings(build, app))]
}

function wxmlFindings(build: Build, name: string, text: string, components: ReadonlySet<string>): string[] {
  const found: string[] = []
  const source = text.replace(/<!--[\s\S]*?-->/g, '').replace(/(<wxs\b[^>]*[^/]>)[\s\S]*?<\/wxs>/g, '$1</wxs>')
  for (const [, tag = '', attributes = ''] of source.matchAll(/<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g)) {
    if (!WECHAT_TAGS.has(tag) && !components.has(tag)) found.push(`${name}: unknown tag <${tag}>`)
    const reference = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes)
    const src = reference?.[1] ?? reference?.[2]
    if (src === undefined || src === '' || isRemote(src)) continue
    found.push(...fileFinding(build, resolveReference(src, name), `<${tag} src>`, name))
  }
  return found
}

function wxssFindings(build: Build, name: string, text: string): string[] {
  const source = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const imports = [...source.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g)].map(([, path = '']) => path)
  const pictures = [...source.matchAll(/\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)/g)]
    .map(([, double, single, bare]) => double ?? single ?? bare ?? '')
    .filter((path) => !isRemote(path) && !path.startsWith('#') && !imports.includes(path))
  return [
    ...imports.flatMap((path) => fileFinding(build, resolveReference(path, name), '@import', name)),
    ...pictures.map((path) => `${name}: url(${path}) is a local file, which WeChat doesn't load from styles`),
  ]
}

/**
 * What a built mini-program names and doesn't have, a sentence each: pages, components, tab icons, theme, imports of
 * WXML and WXSS, literal pictures; and tags that nobody defines. wcc and wcsc let all of these pass.
 */
export async function missingFrom(root: string): Promise<string[]> {
  const files = await filesBelow(root)
  const build: Build = {
    names: new Set(files.map((file) => file.path)),
    read: (name) => readFile(join(root, name), 'utf8'),
  }
  if (!build.names.has('app.json')) return [`there is no app.json in ${root}`]
  const app = await readAppJson(root)
  const found = await appFindings(build, app)

  const components = new Set(Object.keys(app.usingComponents ?? {}))
  found.push(...componentFindings(build, app.usingComponents ?? {}, 'app.json'))
  for (const name of build.names) {
    if (!name.endsWith('.json') || !build.names.has(name.replace(/json$/, 'wxml'))) continue
    const unit = JSON.parse(await build.read(name)) as { readonly usingComponents?: Readonly<Record<string, string>> }
    found.push(...componentFindings(build, unit.usingComponents ?? {}, name))
    for (const tag of Object.keys(unit.usingComponents ?? {})) components.add(tag)
  }
  for (const name of build.names) {
    if (name.endsWith('.wxml')) found.push(...wxmlFindings(build, name, await build.read(name), components))
    if (name.endsWith('.wxss')) found.push(...wxssFindings(build, name, await build.read(name)))
  }
  return found
}
