import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** A class that its module doesn't have is no error anywhere: the element just stays without it. */
const SRC = join(__dirname, '..', '..', '..', 'src')

function below(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? below(path) : [path]
  })
}

function classesOf(scss: string): Set<string> {
  return new Set([...readFileSync(scss, 'utf8').matchAll(/\.([a-zA-Z][\w-]*)/g)].flatMap(([, name]) => name ?? []))
}

/** The classes that a source names in its modules and the modules don't have. */
function missing(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/import (\w+) from '(\.[^']+\.module\.scss)'/g)].flatMap(([, local = '', module = '']) => {
    const known = classesOf(resolve(dirname(path), module))
    const used = [...text.matchAll(new RegExp(`(?<![\\w/.])${local}\\.(\\w+)`, 'g'))].flatMap(([, name]) => name ?? [])
    return used.filter((name) => !known.has(name)).map((name) => `${path}: ${local}.${name}`)
  })
}

test('every class that a component names exists in its style module', () => {
  const sources = below(SRC).filter((path) => path.endsWith('.tsx'))
  expect(sources.some((path) => readFileSync(path, 'utf8').includes('.module.scss'))).toBe(true)
  expect(sources.flatMap(missing)).toEqual([])
})
