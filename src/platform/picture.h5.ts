import type { Pen } from './pen'

interface WebCanvas {
  width: number
  height: number
  getContext(kind: '2d'): { scale(x: number, y: number): void } | null
  toDataURL(kind: string): string
}
interface WebLink {
  href: string
  download: string
  click(): void
}
declare const document: {
  querySelector(selector: string): WebCanvas | null
  createElement(name: 'a'): WebLink
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels of the picture for each px of its size. */
const FINE = 2

/** Draws on the canvas of this class; false when it isn't there. */
export function paint(name: string, size: Size, draw: (pen: Pen) => void): Promise<boolean> {
  const node = document.querySelector(`.${name}`)
  const context = node?.getContext('2d')
  if (!node || !context) return Promise.resolve(false)
  node.width = size.width * FINE
  node.height = size.height * FINE
  context.scale(FINE, FINE)
  draw(context as unknown as Pen)
  return Promise.resolve(true)
}

/** Hands the picture to the person: as a file among their downloads. False when it isn't there. */
export function handOver(name: string, title: string): Promise<boolean> {
  const node = document.querySelector(`.${name}`)
  if (!node) return Promise.resolve(false)
  const link = document.createElement('a')
  link.href = node.toDataURL('image/png')
  link.download = `${title}.png`
  link.click()
  return Promise.resolve(true)
}
