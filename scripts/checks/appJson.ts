import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface TabItem {
  readonly pagePath: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

interface Subpackage {
  readonly root: string
  readonly pages: readonly string[]
}

/** The parts of a mini-program's app.json that name files or pages. */
export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly Subpackage[]
  readonly subpackages?: readonly Subpackage[]
  readonly tabBar?: { readonly custom?: boolean; readonly list: readonly TabItem[] }
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly themeLocation?: string
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>
}

/** Reads app.json of a built mini-program. Throws when it is missing or broken. */
export async function readAppJson(root: string): Promise<AppJson> {
  return JSON.parse(await readFile(join(root, 'app.json'), 'utf8')) as AppJson
}

/** The subpackages, under either spelling that WeChat takes; roots without a slash at the end. */
export function subpackagesOf(app: AppJson): Subpackage[] {
  const all = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  return all.map(({ root, pages }) => ({ root: root.replace(/^\/|\/$/g, ''), pages }))
}
