import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { StartError } from '../../scripts/lib/start-error'
import { ensureWebBuild, hashSources, webFolder } from '../../scripts/lib/web-build'

let root: string
const write = async (file: string, text: string) => {
  const place = path.join(root, file)
  await mkdir(path.dirname(place), { recursive: true })
  await writeFile(place, text)
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'aili-web-'))
  await write('src/app.tsx', 'one')
  await write('domain/time.ts', 'two')
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('the hash follows what the web version is made from, and nothing else', async () => {
  const before = await hashSources(root, {})
  expect(await hashSources(root, { PATH: '/elsewhere' })).toBe(before)
  await write('server/app.ts', 'not a source')
  await write('src/.DS_Store', 'noise')
  expect(await hashSources(root, {})).toBe(before)

  const seen = new Set([before, await hashSources(root, { DISTRICT: 'other' })])
  await write('src/app.tsx', 'one!')
  seen.add(await hashSources(root, {}))
  await write('districts/saihan/policy.json', '{}')
  seen.add(await hashSources(root, {}))
  await rename(path.join(root, 'domain/time.ts'), path.join(root, 'domain/date.ts'))
  seen.add(await hashSources(root, {}))
  // Text that moves from one file to the next.
  await write('src/app.tsx', '')
  await write('src/b.tsx', 'one!')
  seen.add(await hashSources(root, {}))
  expect(seen.size).toBe(6)
})

// There is no Taro in this folder: a build that is tried fails.
const ensure = () => ensureWebBuild({ root, log: () => undefined, signal: new AbortController().signal })

test('is not built again while its sources are the same', async () => {
  await write('dist/h5/.built-from', `${await hashSources(root)}\n`)
  expect(await ensure()).toBe(false)
  await write('src/app.tsx', 'changed')
  await expect(ensure()).rejects.toThrow()
})

test('a failed build says why and leaves the old one', async () => {
  await write('dist/h5/index.html', 'old')
  await write('package.json', '{}')
  await write('node_modules/@tarojs/cli/package.json', '{}')
  await write('node_modules/@tarojs/cli/bin/taro.js', 'console.log("no such loader"); process.exit(2)')
  await expect(ensure()).rejects.toThrow(StartError)
  await expect(ensure()).rejects.toThrow(/no such loader/)
  expect(await readFile(path.join(webFolder(root), 'index.html'), 'utf8')).toBe('old')
})

test('a build that ends well without a page is none', async () => {
  await write('node_modules/@tarojs/cli/bin/taro.js', '')
  await expect(ensure()).rejects.toThrow(StartError)
})

test('a complete build takes the old one’s place, stamped', async () => {
  await write('dist/h5/old.js', 'old')
  await write(
    'node_modules/@tarojs/cli/bin/taro.js',
    `const fs = require('node:fs'); fs.mkdirSync(process.env.OUTPUT_ROOT, { recursive: true })
     fs.writeFileSync(process.env.OUTPUT_ROOT + '/index.html', [process.env.NODE_ENV, process.env.WECHAT_SECRET].join())`,
  )
  process.env.WECHAT_SECRET = 'shh'
  expect(await ensure().finally(() => delete process.env.WECHAT_SECRET)).toBe(true)
  expect(await readFile(path.join(webFolder(root), 'index.html'), 'utf8')).toBe('production,')
  await expect(readFile(path.join(webFolder(root), 'old.js'))).rejects.toThrow()
  expect(await ensure()).toBe(false)
})
