import { useRef, useState } from 'react'
import type { AttendanceReply, AttendanceRow } from '#contract/check-in'
import type { Direction } from '#domain/checkin/code'
import { readOwnScan, type OwnScan } from '../../../features/attendance/own-scan'
import { pendingPeople } from '../../../features/attendance/pending'
import { addHostCheckIn } from '../../../platform/host-check-ins'
import { toast } from '../../../platform/dialogs'
import { scan, type Scanned } from '../../../platform/scan'
import { clock, hostRows } from '../../../platform/state'
import { DIRECTION_WORDS, shyName } from '../../../text/attendance'

/** Somebody whose code was scanned on this screen. */
export interface Scan {
  readonly id: string
  readonly direction: Direction
  /** Null = nobody of the list; the server will know. */
  readonly row: AttendanceRow | null
}

export interface Scans {
  /** The last first. */
  readonly scans: readonly Scan[]
  /** Why the last one wasn't recorded. */
  readonly complaint: string | null
  readonly busy: boolean
  readonly start: () => void
}

const COMPLAINTS: Readonly<Record<Exclude<OwnScan['kind'], 'again' | 'found' | 'unknown'>, string>> = {
  unreadable: '这不是会员码。请对方打开“签到”里的“我的会员码”，再扫一次。',
  desk: '这是签到台的码，由对方用自己的手机扫。会员码在对方“签到”里的“我的会员码”。',
  old: '这个码是以前的，可能是截图。请对方把会员码重新打开，再扫一次。',
  'own-row': '这是你自己的会员码。你自己要扫签到台，或者请班底里的另一个人扫。',
}
const NO_CAMERA = '用不了摄像头。可以按名单点名，或者请对方自己扫签到台。'

/** One scan after the other until the camera is closed or a code says something that has to be read. */
export function useScans(event: string, reply: AttendanceReply, direction: Direction): Scans {
  const [scans, setScans] = useState<readonly Scan[]>([])
  const [complaint, setComplaint] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const latest = useRef({ reply, direction })
  latest.current = { reply, direction }

  /** What has to be read before the next scan; null = go on. */
  const take = async (text: string): Promise<string | null> => {
    const at = latest.current
    const rows = hostRows.get().filter(({ body }) => body.event === event)
    const pending = pendingPeople(rows, at.reply, at.direction)
    const read = readOwnScan(text, at.reply, at.direction, pending, clock.now())
    const words = DIRECTION_WORDS[at.direction]
    switch (read.kind) {
      case 'again':
        toast(`${shyName(read.row)} 已经${words}了`)
        return null
      case 'found':
      case 'unknown': {
        const { direction } = at
        const { id, kept } = await addHostCheckIn({
          event,
          way: 'own',
          direction,
          code: text,
          account: null,
          people: [],
        })
        const row = read.kind === 'found' ? read.row : null
        setScans((before) => [{ id, direction, row }, ...before])
        toast(row ? `${shyName(row)} ${words}` : `名单外的人 ${words}`)
        return kept ? null : '手机存储满了：联网上传以前，先别关小程序。'
      }
      default:
        return COMPLAINTS[read.kind]
    }
  }
  const start = async () => {
    if (busy) return
    setBusy(true)
    let words: string | null = null
    let seen: string | null = null
    for (;;) {
      setComplaint(null)
      const scanned: Scanned = await scan('把会员码放进框里', seen)
      if (scanned.kind === 'no-camera') words = NO_CAMERA
      if (scanned.kind !== 'text') break
      seen = scanned.text
      words = await take(seen)
      if (words !== null) break
    }
    setComplaint(words)
    setBusy(false)
  }
  return { scans, complaint, busy, start: () => void start() }
}
