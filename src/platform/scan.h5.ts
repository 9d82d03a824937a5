import type { Scanned } from './scan'
import styles from './scan.module.scss'

interface Stream {
  getTracks(): readonly { stop(): void }[]
}
interface WebElement {
  className: string
  textContent: string
  append(...children: readonly WebElement[]): void
  setAttribute(name: string, value: string): void
  addEventListener(event: string, act: () => void): void
  remove(): void
}
interface Video extends WebElement {
  srcObject: Stream | null
  readonly videoWidth: number
  readonly videoHeight: number
  play(): Promise<void>
}
interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}
interface Canvas {
  width: number
  height: number
  getContext(
    kind: '2d',
    how: { willReadFrequently: boolean },
  ): {
    drawImage(source: Video, x: number, y: number, width: number, height: number): void
    getImageData(x: number, y: number, width: number, height: number): Pixels
  } | null
}
interface Dialog extends WebElement {
  showModal?(): void
  close(): void
}
declare const document: {
  readonly body: WebElement
  createElement(name: 'dialog'): Dialog
  createElement(name: 'video'): Video
  createElement(name: 'canvas'): Canvas
  createElement(name: 'button' | 'div'): WebElement
}
declare const navigator: {
  /** Missing where the page didn't come over https. */
  readonly mediaDevices?: { getUserMedia(wish: object): Promise<Stream> }
}
declare const window: {
  addEventListener(event: string, act: () => void): void
  removeEventListener(event: string, act: () => void): void
}

/** Between two looks: a phone's processor does other things too. */
const LOOK_MS = 150
/** The longer edge of what is looked at, in pixels: a QR that fills a third of it can be read. */
const EDGE = 720

/**
 * Reads one QR with the computer's or phone's camera, in a dialog that Escape and the browser's way back close. The reader is fetched when
 * it is first needed. `seen`: what was read a moment ago and may still be before the camera; it isn't read again.
 */
export async function scan(words: string, seen: string | null = null): Promise<Scanned> {
  const stream = await navigator.mediaDevices
    ?.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
    .catch(() => undefined)
  if (!stream) return { kind: 'no-camera' }
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  try {
    const { default: decode } = await import('qr/decode.js')
    return await look(stream, words, (pixels) => {
      try {
        const text = decode(pixels)
        return text === seen ? null : text
      } catch {
        // No code in this picture.
        return null
      }
    })
  } catch {
    return { kind: 'no-camera' }
  } finally {
    stop()
  }
}

async function look(stream: Stream, words: string, read: (pixels: Pixels) => string | null): Promise<Scanned> {
  const video = document.createElement('video')
  video.className = styles.video ?? ''
  video.setAttribute('playsinline', '')
  video.setAttribute('muted', '')
  video.setAttribute('aria-hidden', 'true')
  video.srcObject = stream
  const dialog = document.createElement('dialog')
  dialog.className = styles.dialog ?? ''
  dialog.setAttribute('aria-label', words)
  const said = document.createElement('div')
  said.className = styles.words ?? ''
  said.textContent = words
  const cancel = document.createElement('button')
  cancel.setAttribute('type', 'button')
  cancel.className = `tap ${styles.cancel ?? ''}`
  cancel.textContent = '取消'
  cancel.addEventListener('click', () => dialog.close())
  dialog.append(video, said, cancel)
  document.body.append(dialog)
  const leave = () => dialog.close()
  window.addEventListener('popstate', leave)
  const timers: ReturnType<typeof setInterval>[] = []
  const scanned = new Promise<Scanned>((resolve) => {
    dialog.addEventListener('close', () => resolve({ kind: 'cancelled' }))
    const lookOnce = () => {
      const pixels = pixelsOf(video)
      const text = pixels && read(pixels)
      if (text !== null) resolve({ kind: 'text', text })
    }
    timers.push(setInterval(lookOnce, LOOK_MS))
  })
  try {
    if (dialog.showModal) dialog.showModal()
    else dialog.setAttribute('open', '')
    await video.play()
    return await scanned
  } finally {
    timers.forEach(clearInterval)
    window.removeEventListener('popstate', leave)
    dialog.remove()
  }
}

let canvas: Canvas | undefined

/** What the camera sees now; null before its first picture. */
function pixelsOf(video: Video): Pixels | null {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return null
  canvas ??= document.createElement('canvas')
  const scale = Math.min(1, EDGE / Math.max(videoWidth, videoHeight))
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)]
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(video, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
