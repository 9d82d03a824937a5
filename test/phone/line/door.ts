import { readQrAddress } from '../../support/qr-reader'
import type { Phone } from '../phone'

/** What people do at a door with their phones. */

export const BOARD = 'packages/desk/board/index'
export const CHECK_IN = 'pages/check-in/index'

/** What a camera before this phone sees. */
export function shownBy(phone: Phone): string {
  const [, address] = /url\((?:&quot;|["'])?(data:image\/png;base64,[^)"'&]+)/.exec(phone.html()) ?? []
  if (address === undefined) throw new Error(`no code is shown: ${phone.text()}`)
  return readQrAddress(address)
}

/** The six digits under the code, as a screen reader says them. */
export function digitsOn(phone: Phone): string {
  const label = phone.labels().find((one) => /的数字，/.test(one)) ?? ''
  const digits = label.replace(/\D/g, '')
  if (digits.length !== 6) throw new Error(`no digits are shown: ${phone.labels().join(' / ')}`)
  return digits
}

/** To the desk of an event, by 我的. */
export async function toBoard(phone: Phone, title: string): Promise<void> {
  await phone.tap('我的', { exact: true })
  await phone.waitFor('我参与办的活动')
  await phone.tap(title)
  await phone.waitPath(BOARD)
}

/** To the check-in page, by the middle of the bar. */
export async function toDoor(phone: Phone): Promise<void> {
  await phone.tap('签到')
  await phone.waitPath(CHECK_IN)
}

/** Scans what the other phone shows at this moment. */
export async function scanFrom(phone: Phone, shower: Phone): Promise<void> {
  phone.nextScan(shownBy(shower))
  await phone.tap('扫码签到')
}
