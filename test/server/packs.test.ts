import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PathReply } from '#contract/path'
import { loadDistrict, loadDistricts, PackError } from '../../server/districts'
import { newPerson } from './kit/people'
import { call, startApi } from './support'

/** A broken pack stops the server with a sentence that names the line; a second district needs no code. */

const PACK = path.resolve(__dirname, '../../districts/saihan')

let home: string
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'aili-pack-'))
  cpSync(PACK, path.join(home, 'saihan'), { recursive: true })
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const folder = () => path.join(home, 'saihan')

/** Changes a file of the pack by its text; gives the line on which the change begins, counted from 1. */
function change(file: string, from: string | RegExp, to: string): number {
  const name = path.join(folder(), file)
  const text = readFileSync(name, 'utf8')
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from)
  if (at < 0) throw new Error(`${file} doesn't hold ${String(from)}`)
  writeFileSync(name, text.replace(from, to))
  return text.slice(0, at).split('\n').length
}

function fault(): string {
  try {
    loadDistrict(folder())
  } catch (error) {
    expect(error).toBeInstanceOf(PackError)
    return (error as Error).message
  }
  throw new Error('the pack was taken')
}

it('the packs of the repository are whole', () => {
  expect(loadDistricts(path.dirname(PACK)).map((pack) => pack.slug)).toEqual(['saihan'])
})

it.each([
  ['a value of the wrong type', 'policy.json', '"tenths": 80', '"tenths": "80"', /rules\.class-hours\.value must be/],
  ['a number out of range', 'policy.json', '"tenths": 80', '"tenths": -1', /rules\.class-hours\.value must be/],
  ['not JSON', 'policy.json', '"tenths": 80', '"tenths" 80', /not JSON/],
  ['an unknown certainty', 'policy.json', '"certainty": "Q"', '"certainty": "sure"', /certainty must be one of/],
  [
    'a parent that isn’t there',
    'organisations.csv',
    'SH-X01-1,示例高级中学高一(1)班团支部,branch,SH-X01,',
    'SH-X01-1,示例高级中学高一(1)班团支部,branch,SH-X09,',
    /expected a parent/,
  ],
  ['a repeated code', 'organisations.csv', 'SH-X01-2,', 'SH-X01-1,', /expected a code used once/],
  ['a field nobody knows', 'handover.json', '"key": "day"', '"key": "dya"', /fields\.4\.key must be one of title, /],
  ['a field twice', 'handover.json', '"key": "end"', '"key": "day"', /fields\.6\.key must be a key used once/],
  [
    'a kind without a word',
    'handover.json',
    '"reading": "读书学习"',
    '"reading": ""',
    /fields\.1\.words\.reading must be a text/,
  ],
  [
    'a list nobody has said to be confirmed',
    'handover.json',
    '"confirmed": false',
    '"confirmed": 0',
    /confirmed must be/,
  ],
  ['an unknown kind', 'organisations.csv', '金河镇团委,town', '金河镇团委,village', /expected a kind/],
  [
    'a venue nowhere',
    'venues.csv',
    'V10,金河镇青年爱里,SH-JH',
    'V10,金河镇青年爱里,SH-ZZ',
    /expected an organisation that exists/,
  ],
])('%s: the sentence names file and line', (_what, file, from, to, words) => {
  const line = change(file, from, to)
  const sentence = fault()
  expect(sentence).toMatch(words)
  const named = Number(new RegExp(`${file.replace('.', '\\.')}:(\\d+):`).exec(sentence)?.[1])
  // A part of a value is told by the line on which the value begins: here the one above.
  expect(named).toBe(to.startsWith('"tenths":') ? line - 1 : line)
  expect(sentence.split('\n')).toHaveLength(1)
})

it.each([
  ['Windows’ ends of lines', (text: string) => text.replace(/\n/g, '\r\n'), 0],
  ['a byte order mark', (text: string) => `\ufeff${text}`, 0],
  ['an empty line in between', (text: string) => text.replace('\n', '\n\n'), 1],
] as const)('a table with %s is taken, and its lines are counted right', (_what, written, more) => {
  const name = path.join(folder(), 'organisations.csv')
  const text = readFileSync(name, 'utf8')
  writeFileSync(name, written(text))
  expect(loadDistrict(folder()).organisations).toEqual(loadDistrict(PACK).organisations)
  const line = text.slice(0, text.indexOf('SH-JH,')).split('\n').length
  writeFileSync(name, written(text.replace('SH-JH,金河镇团委,town', 'SH-JH,金河镇团委,village')))
  expect(fault()).toContain(`organisations.csv:${String(line + more)}: expected a kind`)
})

it.each([
  ['organisations.csv', 'SH-JH,金河镇团委', 'SH-JH,"金河镇团委', /organisations\.csv:\d+: not a table in CSV/],
  ['organisations.csv', 'SH-JH,金河镇团委,', 'SH-JH,金河镇团委,town,', /organisations\.csv:12: not a table in CSV/],
  [
    'organisations.csv',
    'SH-JH,金河镇团委,town,SH',
    'SH-JH,金河镇团委,town,SH-JH',
    /organisations\.csv:12: expected a parent that is not below it/,
  ],
  [
    'organisations.csv',
    'SH-JH,金河镇团委,town,SH',
    'SH-JH,金河镇团委,town,',
    /organisations\.csv:12: expected a parent/,
  ],
  ['venues.csv', 'code,name,organisation,source', 'code,name,source', /venues\.csv/],
  ['demo.json', '"personas": [', '"personas": ', /demo\.json:\d+: not JSON/],
] as const)('%s, broken: %s', (file, from, to, words) => {
  change(file, from, to)
  const sentence = fault()
  expect(sentence).toMatch(words)
  expect(sentence.split('\n')).toHaveLength(1)
})

it('a rule that is missing, and one that is unknown, are named', () => {
  change('policy.json', '"talk.within"', '"talk.withoutt"')
  expect(fault()).toMatch(/policy\.json:\d+: rules must be an object with the rule "talk\.within"/)
})

it('a column that is missing, a file that is missing, a folder with another name', () => {
  change('organisations.csv', 'code,name,kind,parent,source', 'code,name,kind,parent')
  expect(fault()).toMatch(/organisations\.csv/)
  rmSync(path.join(folder(), 'organisations.csv'))
  expect(fault()).toMatch(/organisations\.csv can't be read/)
  cpSync(PACK, path.join(home, 'Other'), { recursive: true })
  expect(() => loadDistrict(path.join(home, 'Other'))).toThrow(/a district's folder is named by/)
  cpSync(PACK, path.join(home, 'elsewhere'), { recursive: true })
  expect(() => loadDistrict(path.join(home, 'elsewhere'))).toThrow(/district must be elsewhere/)
})

it('another county is another folder: its hours, under the same names, beside the first', async () => {
  const api = await startApi()
  try {
    const policies = await Promise.all(
      ['saihan', 'moxian'].map((district) => call(api, 'GET', '/v1/policy', { district })),
    )
    const tenths = policies.map(
      ({ body }) =>
        (body as { rules: { 'class-hours': { value: { tenths: number } } } }).rules['class-hours'].value.tenths,
    )
    expect(tenths).toEqual([80, 100])
    const youth = await newPerson(api, { district: 'moxian', profile: { name: '青年·远', organisation: 'MX-A1' } })
    const path = (await youth.call('GET', '/v1/me/path')).body as PathReply
    expect(path.report.requirements[0]).toMatchObject({ rule: 'class-hours', need: 100 })
    expect(path.report.policy.version).toBe((policies[1]?.body as { version: string }).version)
    // A session's district is the one it was opened in, whatever the header says.
    const elsewhere = await call(api, 'GET', '/v1/me/path', { token: youth.token, district: 'saihan' })
    expect((elsewhere.body as PathReply).report.requirements[0]?.need).toBe(100)
  } finally {
    await api.close()
  }
})
