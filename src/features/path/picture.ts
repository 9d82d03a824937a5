import { STEPS } from '#domain/application/steps'
import type { Pen } from '../../platform/pen'
import type { PathView } from './model'

/** The picture's size in px; it is drawn twice as fine. */
export const PICTURE = { width: 300, height: 400 } as const

/** What the picture says: how far one is, and nothing that tells who. */
export interface PictureView {
  readonly title: string
  readonly done: number
  readonly total: number
  readonly line: string
  readonly marks: readonly ('done' | 'current' | 'ahead')[]
  readonly foot: string
}

/** Steps done, without name, branch or day. Number 0 is the tap in the app and counts for nothing here. */
export function pictureView(path: Pick<PathView, 'trail' | 'banner'>, place: string): PictureView {
  const steps = path.trail.filter((_, at) => at > 0)
  const marks = steps.map(({ state }) => (state === 'skipped' ? 'done' : state))
  return {
    title: '我的入团路径',
    done: marks.filter((mark) => mark === 'done').length,
    total: STEPS.length - 1,
    line: path.banner.title,
    marks,
    foot: `青年爱里 · ${place}`,
  }
}

/** The picture in one sentence, for those who can't see it. */
export function pictureLabel({ title, done, total, line }: PictureView): string {
  return `${title}：走过 ${done} 步，共 ${total} 步，${line}`
}

// The look's tokens in the light: the picture goes out to others, whatever this phone's theme is.
const PAPER = '#faf7f2'
const CARD = '#ffffff'
const LINE = '#ebe4da'
const INK = '#211c17'
const QUIET = '#655c53'
const RED = '#c8202b'
const LEAF = '#2b7a4b'
const FONT = '"PingFang SC", "Noto Sans SC", sans-serif'

const ROW = 5
const STEP = 50
const RADIUS = 14
const FROM = { x: 50, y: 196 } as const

/** Draws it on a canvas of PICTURE's size. */
export function drawPicture(pen: Pen, view: PictureView): void {
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, PICTURE.width, PICTURE.height)
  pen.fillStyle = CARD
  pen.fillRect(16, 16, PICTURE.width - 32, PICTURE.height - 32)
  pen.textBaseline = 'alphabetic'
  words(pen, view.title, 32, 52, 16, QUIET)
  words(pen, String(view.done), 32, 106, 48, RED, 800)
  words(pen, `步，共 ${view.total} 步`, 32 + width(view.done), 106, 18, INK, 600)
  words(pen, view.line, 32, 138, 18, INK, 800)
  band(pen, view.marks)
  view.marks.forEach((mark, at) => disc(pen, mark, at))
  words(pen, view.foot, 32, PICTURE.height - 34, 13, QUIET)
}

/** Room for the large number: nothing is measured, because not every canvas can. */
function width(number: number): number {
  return number > 9 ? 66 : 38
}

function words(pen: Pen, text: string, x: number, y: number, size: number, colour: string, weight = 400): void {
  pen.fillStyle = colour
  pen.textAlign = 'left'
  pen.font = `${weight} ${size}px ${FONT}`
  pen.fillText(text, x, y)
}

/** The way winds: every second row runs back. */
export function placeOf(at: number): { readonly x: number; readonly y: number } {
  const row = Math.floor(at / ROW)
  const column = row % 2 === 0 ? at % ROW : ROW - 1 - (at % ROW)
  return { x: FROM.x + column * STEP, y: FROM.y + row * (STEP + 6) }
}

function band(pen: Pen, marks: PictureView['marks']): void {
  pen.lineWidth = 6
  pen.lineCap = 'round'
  for (let at = 1; at < marks.length; at += 1) {
    const [from, to] = [placeOf(at - 1), placeOf(at)]
    pen.strokeStyle = marks[at - 1] === 'done' ? '#95bca4' : LINE
    pen.beginPath()
    if (from.y === to.y) {
      pen.moveTo(from.x, from.y)
      pen.lineTo(to.x, to.y)
    } else {
      const middle = (from.y + to.y) / 2
      const right = from.x > PICTURE.width / 2
      pen.arc(from.x, middle, middle - from.y, -Math.PI / 2, Math.PI / 2, !right)
    }
    pen.stroke()
  }
}

function disc(pen: Pen, mark: PictureView['marks'][number], at: number): void {
  const { x, y } = placeOf(at)
  const radius = mark === 'current' ? RADIUS + 3 : RADIUS
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fillStyle = mark === 'done' ? LEAF : mark === 'current' ? RED : CARD
  pen.fill()
  if (mark === 'ahead') {
    pen.strokeStyle = LINE
    pen.lineWidth = 2
    pen.stroke()
  }
  if (mark === 'done') {
    pen.strokeStyle = CARD
    pen.lineWidth = 2.5
    pen.beginPath()
    pen.moveTo(x - 5, y)
    pen.lineTo(x - 1, y + 4)
    pen.lineTo(x + 6, y - 5)
    pen.stroke()
    return
  }
  pen.fillStyle = mark === 'current' ? CARD : QUIET
  pen.font = `600 13px ${FONT}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(at + 1), x, y)
  pen.textBaseline = 'alphabetic'
}
