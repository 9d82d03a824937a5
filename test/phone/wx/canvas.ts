import { setTimeout } from 'node:timers'

import type { MiniProgram } from '../mini-program'
import { isFunction, type Bag } from '../util'

import type { AsyncApi, SyncApi } from './types'

/** A picture of one pixel, wherever WeChat would give a picture. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const STROKES = (
  'fillRect strokeRect clearRect fillText strokeText drawImage beginPath closePath moveTo lineTo arc arcTo rect fill ' +
  'stroke clip save restore translate rotate scale setTransform transform resetTransform quadraticCurveTo ' +
  'bezierCurveTo setFillStyle setStrokeStyle setFontSize setTextAlign setTextBaseline setLineWidth setGlobalAlpha ' +
  'setShadow setLineCap setLineJoin setLineDash ellipse putImageData'
).split(' ')

/** A drawing context that records what is drawn (`phone.canvas`). */
function drawing({ journal, script }: MiniProgram): Bag {
  const gradient = (): Bag => ({ addColorStop: () => undefined })
  const context: Bag = {
    draw: (reserve: unknown, callback: unknown) => {
      journal.canvas.push(['draw'])
      const done = isFunction(reserve) ? reserve : callback
      if (isFunction(done)) script.later(() => done.call(undefined))
    },
    measureText: (text: unknown) => ({ width: String(text).length * 12 }),
    createLinearGradient: gradient,
    createCircularGradient: gradient,
    createRadialGradient: gradient,
    getImageData: (_x: unknown, _y: unknown, width: unknown, height: unknown) => ({ width, height, data: [] }),
  }
  for (const stroke of STROKES) {
    context[stroke] = (...args: unknown[]) => {
      journal.canvas.push([stroke, ...args.filter((value) => typeof value !== 'object')])
    }
  }
  return context
}

/** A canvas node, as `fields({ node: true })` answers. */
export function canvasNode(app: MiniProgram): Bag {
  return {
    width: 300,
    height: 150,
    getContext: () => drawing(app),
    createImage: () => ({}),
    requestAnimationFrame: (callback: unknown) => {
      setTimeout(() => {
        if (isFunction(callback)) app.script.guard(() => callback.call(undefined))
      }, 16)
    },
    cancelAnimationFrame: () => undefined,
    toDataURL: () => `data:image/png;base64,${PIXEL.toString('base64')}`,
  }
}

export const canvasSync: Record<string, SyncApi> = {
  createCanvasContext: drawing,
  createOffscreenCanvas: canvasNode,
}

export const canvasAsync: Record<string, AsyncApi> = {
  canvasToTempFilePath: ({ handset }) => ({ tempFilePath: handset.files.temporary(PIXEL, '.png') }),
}
