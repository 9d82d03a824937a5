import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'

import type { Answers } from './answers'
import type { Dist } from './dist'
import type { Journal } from './journal'
import type { PhoneOptions } from './options'
import type { Bag } from './util'

/** What of a phone survives when the mini-program is killed: storage, files, fetched packages, settings, records. */
export class Handset {
  online: boolean
  /** The privacy guide has been agreed to. */
  privacyAgreed: boolean
  clipboard = ''
  /** Milliseconds by which the phone's clock is ahead. */
  clockOffset: number
  readonly storage: Bag
  readonly authSetting: Record<string, boolean>
  readonly files = new HandsetFiles()
  /** Roots of the subpackages that have been fetched. */
  readonly packages = new Set<string>()
  private logins = 0

  constructor(
    readonly options: PhoneOptions,
    readonly name: string,
    readonly dist: Dist,
    readonly journal: Journal,
    readonly answers: Answers,
  ) {
    this.online = options.online !== false
    this.privacyAgreed = options.privacy !== false
    this.clockOffset = options.clockOffset ?? 0
    this.storage = JSON.parse(JSON.stringify(options.storage ?? {})) as Bag
    this.authSetting = { ...options.authSetting }
  }

  get appId(): string {
    return this.options.appId ?? this.dist.appId
  }

  /** The next code of wx.login. */
  nextCode(): string {
    const n = ++this.logins
    const { codes } = this.options
    if (typeof codes === 'function') return codes(n)
    if (typeof codes === 'string') return codes
    return codes?.[Math.min(n, codes.length) - 1] ?? `${this.name}-code-${n}`
  }
}

/** Files of a phone: names of WeChat (wxfile://…) for files in a folder of this machine, removed on close(). */
export class HandsetFiles {
  private folder: string | undefined
  private written = 0
  private readonly names = new Map<string, string>()

  /** Writes a file and gives it a WeChat name. */
  temporary(content: Buffer, extension: string): string {
    const file = this.write(content, extension)
    const name = `wxfile://tmp_${basename(file)}`
    this.names.set(name, file)
    return name
  }

  put(name: string, content: Buffer): void {
    this.names.set(name, this.write(content, extname(name)))
  }

  /** Lets a second name stand for the same content. */
  link(from: string, to: string, dist: Dist): void {
    const file = this.find(from, dist)
    if (file === undefined) throw new Error(`fail no such file or directory ${from}`)
    this.names.set(to, file)
  }

  remove(name: string): void {
    this.names.delete(name)
  }

  /** File of this machine behind a WeChat name or a path in the package; undefined when there is none. */
  find(name: string, dist: Dist): string | undefined {
    const known = this.names.get(name)
    if (known !== undefined) return known
    if (name === '' || name.includes('://')) return undefined
    return existsSync(dist.file(name)) ? dist.file(name) : undefined
  }

  read(name: string, dist: Dist): Buffer {
    const file = this.find(name, dist)
    if (file === undefined) throw new Error(`fail no such file or directory ${name}`)
    return readFileSync(file)
  }

  discard(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true })
    this.folder = undefined
    this.names.clear()
  }

  private write(content: Buffer, extension: string): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'phone-'))
    const file = join(this.folder, `${++this.written}${extension || '.bin'}`)
    writeFileSync(file, content)
    return file
  }
}
