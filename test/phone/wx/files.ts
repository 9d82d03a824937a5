import { basename } from 'node:path'

import type { MiniProgram } from '../mini-program'
import { asBag, asText, isFunction, messageOf, type Bag } from '../util'

import type { AsyncApi, SyncApi } from './types'

const contentOf = (data: unknown, encoding: unknown): Buffer =>
  typeof data === 'string'
    ? Buffer.from(data, (asText(encoding) || 'utf8') as BufferEncoding)
    : Buffer.from(new Uint8Array(data as ArrayBuffer))

/** The synchronous half of wx.getFileSystemManager(). */
function synchronous({ handset, dist }: MiniProgram) {
  const { files } = handset
  return {
    accessSync(path: unknown): void {
      files.read(asText(path), dist)
    },
    readFileSync(path: unknown, encoding?: unknown): unknown {
      const content = files.read(asText(path), dist)
      if (encoding) return content.toString(asText(encoding) as BufferEncoding)
      return content.buffer.slice(content.byteOffset, content.byteOffset + content.length)
    },
    writeFileSync(path: unknown, data: unknown, encoding?: unknown): void {
      files.put(asText(path), contentOf(data, encoding))
    },
    unlinkSync(path: unknown): void {
      files.remove(asText(path))
    },
    copyFileSync(from: unknown, to: unknown): void {
      files.link(asText(from), asText(to), dist)
    },
    saveFileSync(from: unknown): string {
      const saved = `wxfile://store_${basename(asText(from))}`
      files.link(asText(from), saved, dist)
      return saved
    },
    statSync(path: unknown): Bag {
      const { length } = files.read(asText(path), dist)
      return { size: length, isFile: () => true, isDirectory: () => false }
    },
    mkdirSync: () => undefined,
    readdirSync: () => [],
  }
}

function fileSystem(app: MiniProgram): Bag {
  const sync = synchronous(app)
  const answering = (name: string, run: (options: Bag) => Bag | undefined) => (given: unknown) => {
    const options = asBag(given)
    app.script.later(() => {
      let reply: Bag
      let outcome = 'success'
      try {
        reply = { errMsg: `${name}:ok`, ...run(options) }
      } catch (error) {
        reply = { errMsg: `${name}:${messageOf(error)}` }
        outcome = 'fail'
      }
      for (const listener of [options[outcome], options.complete]) {
        if (isFunction(listener)) app.script.guard(() => listener.call(options, app.logic.convert(reply)))
      }
    })
  }
  const silently = (name: string, run: (options: Bag) => void) =>
    answering(name, (options) => {
      run(options)
      return undefined
    })
  return {
    ...sync,
    readFile: answering('readFile', (o) => ({ data: sync.readFileSync(o.filePath, o.encoding) })),
    getFileInfo: answering('getFileInfo', (o) => ({ size: sync.statSync(o.filePath).size })),
    saveFile: answering('saveFile', (o) => ({ savedFilePath: sync.saveFileSync(o.tempFilePath) })),
    stat: answering('stat', (o) => ({ stats: sync.statSync(o.path) })),
    writeFile: silently('writeFile', (o) => {
      sync.writeFileSync(o.filePath, o.data, o.encoding)
    }),
    access: silently('access', (o) => {
      sync.accessSync(o.path)
    }),
    unlink: silently('unlink', (o) => {
      sync.unlinkSync(o.filePath)
    }),
    copyFile: silently('copyFile', (o) => {
      sync.copyFileSync(o.srcPath, o.destPath)
    }),
    mkdir: silently('mkdir', () => undefined),
  }
}

export const fileSync: Record<string, SyncApi> = { getFileSystemManager: fileSystem }

export const fileAsync: Record<string, AsyncApi> = {
  getFileInfo: (app, { filePath }) => ({ size: synchronous(app).statSync(filePath).size }),
  saveFile: (app, { tempFilePath }) => ({ savedFilePath: synchronous(app).saveFileSync(tempFilePath) }),
}
