import Taro from '@tarojs/taro'

/** What came of looking for a QR. */
export type Scanned =
  | { readonly kind: 'text'; readonly text: string }
  /** Closed without one. */
  | { readonly kind: 'cancelled' }
  /** No camera, or not allowed: what stands under the code can be typed. */
  | { readonly kind: 'no-camera' }

/**
 * Reads one QR with the camera: not from an album, where another's picture of it may lie. `words`: what to look for; WeChat shows words of
 * its own. `_seen`: what was read a moment ago; WeChat's scanner closes after each. The web build has scan.h5.ts in its place.
 */
export async function scan(_words: string, _seen: string | null = null): Promise<Scanned> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { kind: 'text', text: result }
  } catch (error) {
    const message = (error as { errMsg?: string } | undefined)?.errMsg ?? ''
    return { kind: /cancel/i.test(message) ? 'cancelled' : 'no-camera' }
  }
}
