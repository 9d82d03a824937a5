import { drawPicture, PICTURE, pictureLabel, pictureView, placeOf } from '../../../../src/features/path/picture'
import { pathView } from '../../../../src/features/path/model'
import type { Pen } from '../../../../src/platform/pen'
import { policyOf } from '../../../domain/packs'
import { IN_TRAINING, NOTHING, replyOf, TODAY } from './replies'

const policy = policyOf('saihan')
const texts = { applied: { receivedBy: '团支书·丙' }, talked: { by: '委员·丁', content: '想法' } }
const path = pathView(replyOf({ ...NOTHING, acts: IN_TRAINING }, policy, TODAY, texts), policy, TODAY)

/** A pen that notes what it writes. */
function notingPen(): { pen: Pen; words: string[]; strokes: number } {
  const noted = { words: [] as string[], strokes: 0 }
  const count = () => {
    noted.strokes += 1
  }
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: '',
    font: '',
    textAlign: '',
    textBaseline: '',
    fillRect: count,
    fillText: (text) => noted.words.push(text),
    beginPath: count,
    moveTo: count,
    lineTo: count,
    arc: count,
    fill: count,
    stroke: count,
  }
  return { pen, ...noted, words: noted.words }
}

it('says how far one is, and nothing that tells who, where or when', () => {
  const { pen, words } = notingPen()
  const view = pictureView(path, policy.name)
  drawPicture(pen, view)
  expect(pictureLabel(view)).toBe('我的入团路径：走过 4 步，共 15 步，培养考察中')
  expect(words.slice(0, 4)).toEqual(['我的入团路径', '4', '步，共 15 步', '培养考察中'])
  expect(words.join(' ')).not.toMatch(/丙|丁|支部|月\d+日/)
})

it('draws every step within the picture', () => {
  for (let at = 0; at < 15; at += 1) {
    const { x, y } = placeOf(at)
    expect([x > 32 && x < PICTURE.width - 32, y > 150 && y < PICTURE.height - 60]).toEqual([true, true])
  }
})
