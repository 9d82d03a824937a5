import { basename, extname } from 'node:path'

import type { MiniProgram } from '../mini-program'
import type { ExchangeResult, HttpOptions, HttpReply } from '../net/exchange'
import { asBag, asText, isFunction, type AnyFunction, type Bag } from '../util'

import type { SyncApi } from './types'

const MIME: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain',
}

/** Sends and answers through success, fail and complete; returns WeChat's task object. */
function task(app: MiniProgram, options: Bag, http: HttpOptions, replyOf: (reply: HttpReply) => Bag): Bag {
  const { api } = http
  const onHeaders: AnyFunction[] = []
  const tell = (listener: unknown, answer: unknown): void => {
    if (isFunction(listener)) app.script.guard(() => listener.call(options, answer))
  }
  const done = ({ failure, reply }: ExchangeResult): void => {
    app.script.later(() => {
      if (reply) {
        for (const listener of onHeaders) {
          tell(listener, app.logic.convert({ header: reply.header, statusCode: reply.status }))
        }
      }
      const answer = app.logic.convert(
        reply ? { errMsg: `${api}:ok`, ...replyOf(reply) } : { ...failure, errMsg: `${api}:${failure.errMsg}` },
      )
      tell(reply ? options.success : options.fail, answer)
      tell(options.complete, answer)
    })
  }
  const nothing = (): void => undefined
  const planned = app.handset.answers.takeFailure(api)
  const abort =
    planned === undefined
      ? app.network.send(http, done)
      : (done({ failure: { errMsg: planned.replace(`${api}:`, '') } }), nothing)
  return {
    abort,
    onHeadersReceived: (listener: unknown) => {
      if (isFunction(listener)) onHeaders.push(listener)
    },
    offHeadersReceived: nothing,
    onProgressUpdate: nothing,
    offProgressUpdate: nothing,
    onChunkReceived: nothing,
    offChunkReceived: nothing,
  }
}

function dataOf(options: Bag, { body }: HttpReply): unknown {
  if (options.responseType === 'arraybuffer') {
    return body.buffer.slice(body.byteOffset, body.byteOffset + body.length)
  }
  const text = body.toString('utf8')
  if ((asText(options.dataType) || 'json') !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function multipart(options: Bag, file: string, content: Buffer): { body: Buffer; contentType: string } {
  const boundary = `----MiniProgram${Math.random().toString(16).slice(2)}`
  const part = (head: string): Buffer => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}`)
  const fields = Object.entries(asBag(options.formData)).map(([name, value]) =>
    part(`name="${name}"\r\n\r\n${asText(value)}\r\n`),
  )
  const type = MIME[extname(file).toLowerCase()] ?? 'application/octet-stream'
  const filename = basename(file)
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      ...fields,
      part(`name="${asText(options.name)}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}

const request: SyncApi = (app, given) => {
  const options = asBag(given)
  return task(app, options, { ...options, url: options.url, api: 'request' }, (reply) => ({
    data: dataOf(options, reply),
    statusCode: reply.status,
    header: reply.header,
    cookies: reply.cookies,
  }))
}

const uploadFile: SyncApi = (app, given) => {
  const options = asBag(given)
  const name = asText(options.filePath)
  if (app.handset.files.find(name, app.dist) === undefined) {
    app.script.later(() => {
      const answer = app.logic.convert({ errMsg: 'uploadFile:fail file not found' })
      for (const listener of [options.fail, options.complete]) if (isFunction(listener)) listener.call(options, answer)
    })
    return { abort: () => undefined }
  }
  const { url, header, timeout } = options
  const content = app.handset.files.read(name, app.dist)
  const http = {
    api: 'uploadFile',
    url,
    method: 'POST',
    header,
    timeout,
    ...multipart(options, name, content),
  } as const
  return task(app, options, http, (reply) => ({ data: reply.body.toString('utf8'), statusCode: reply.status }))
}

const downloadFile: SyncApi = (app, given) => {
  const options = asBag(given)
  const { url, header, timeout, filePath } = options
  return task(app, options, { api: 'downloadFile', url, header, timeout }, (reply) => {
    const extension = extname(new URL(asText(url)).pathname)
    return {
      tempFilePath: app.handset.files.temporary(reply.body, extension),
      filePath: asText(filePath) || undefined,
      statusCode: reply.status,
      header: reply.header,
    }
  })
}

export const requestSync: Record<string, SyncApi> = { request, uploadFile, downloadFile }
