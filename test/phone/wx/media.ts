import type { MiniProgram } from '../mini-program'
import { asList, asText, type Bag } from '../util'

import { WxFailure, type AsyncApi } from './types'

/** A file that a test has laid ready to be chosen. */
export interface MediaFile {
  buffer: Buffer
  extension: string
  name: string
  type: string
}

interface Chosen {
  path: string
  size: number
  type: string
  name: string
}

/** Files the person chooses: those queued by nextMedia(). */
function chosen({ handset }: MiniProgram, api: string, count: unknown): Chosen[] {
  const answer = handset.answers.take('chooseMedia')
  if (answer === undefined) throw new WxFailure(`${api}:fail no file queued by the test (nextMedia)`)
  if (answer === 'cancel') throw new WxFailure(`${api}:fail cancel`)
  return (asList(answer) as MediaFile[]).slice(0, Number(count) || 9).map((file) => ({
    path: handset.files.temporary(file.buffer, file.extension),
    size: file.buffer.length,
    type: file.type,
    name: file.name,
  }))
}

const sameFile = (_app: MiniProgram, { src }: Bag): Bag => ({ tempFilePath: asText(src) })

export const mediaAsync: Record<string, AsyncApi> = {
  chooseMedia: (app, { count }) => ({
    type: 'image',
    tempFiles: chosen(app, 'chooseMedia', count).map(({ path, size, type }) => ({
      tempFilePath: path,
      size,
      fileType: type,
      width: 100,
      height: 100,
    })),
  }),
  chooseImage: (app, { count }) => {
    const files = chosen(app, 'chooseImage', count)
    return { tempFilePaths: files.map(({ path }) => path), tempFiles: files.map(({ path, size }) => ({ path, size })) }
  },
  chooseMessageFile: (app, { count }) => ({
    tempFiles: chosen(app, 'chooseMessageFile', count).map(({ path, size, name }) => ({
      path,
      size,
      name,
      type: 'file',
      time: 0,
    })),
  }),
  compressImage: sameFile,
  cropImage: sameFile,
  getImageInfo: (_app, { src }) => ({ path: asText(src), width: 100, height: 100, type: 'png', orientation: 'up' }),
}
