import Taro from '@tarojs/taro'
import type { Pen } from './pen'

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): { scale(x: number, y: number): void }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels of the picture for each px of its size. */
const FINE = 2

function nodeOf(name: string): Promise<CanvasNode | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`.${name}`)
      .fields({ node: true }, (found: { node?: CanvasNode } | null) => resolve(found?.node ?? null))
      .exec()
  })
}

/** WeChat lays a canvas out some time after it was put on the screen. */
async function patientNodeOf(name: string): Promise<CanvasNode | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const node = await nodeOf(name)
    if (node) return node
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return null
}

/** Draws on the canvas of this class; false when it isn't there. The web build has picture.h5.ts in its place. */
export async function paint(name: string, size: Size, draw: (pen: Pen) => void): Promise<boolean> {
  const node = await patientNodeOf(name)
  if (!node) return false
  node.width = size.width * FINE
  node.height = size.height * FINE
  const context = node.getContext('2d')
  context.scale(FINE, FINE)
  draw(context as unknown as Pen)
  return true
}

/**
 * Hands the picture to the person: WeChat's own menu to send or save it, and where that is too new for the phone the picture
 * alone, to be pressed long. Neither asks for the album. False when it didn't come to that.
 */
export async function handOver(name: string, _title: string): Promise<boolean> {
  const node = await nodeOf(name)
  if (!node) return false
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node as unknown as Taro.Canvas })
    const menu = (wx as Partial<typeof wx>).showShareImageMenu
    if (menu) await menu({ path: tempFilePath })
    else await Taro.previewImage({ urls: [tempFilePath] })
    return true
  } catch {
    return false
  }
}
