import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { MeReply } from '#contract/me'
import { STEP_MS } from '#domain/checkin/code'
import { addCheckIn, checkInsSent, type Taken } from '../../platform/check-ins'
import { scan } from '../../platform/scan'
import { checkInRows, clock, drafts } from '../../platform/state'
import { useKnown } from '../../platform/use-known'
import { useSession } from '../../platform/use-session'
import { codeProblem } from './row-view'

/** What was taken, before it is known whether it may be kept. */
type What = Omit<Taken, 'declared'>
/** What somebody was about to do when they were asked whether they are old enough. */
type Wish = 'scan' | 'type' | What

export type Stage =
  | { readonly kind: 'start' }
  /** A first check-in: one consent, one tap. */
  | { readonly kind: 'declare'; readonly wish: Wish }
  | { readonly kind: 'typing' }
  /** `kept`: false = the device is full. */
  | { readonly kind: 'result'; readonly id: string; readonly kept: boolean }

export interface CheckInFlow {
  readonly stage: Stage
  /** Why nothing came of the last scan; the next one works. */
  readonly problem: string | null
  readonly busy: boolean
  readonly scan: () => void
  readonly type: () => void
  /** `event`: its id; null = whichever is on. */
  readonly sendDigits: (digits: string, event: string | null) => void
  readonly declare: () => void
  readonly back: () => void
}

const DECLARED = 'declared'
/** The link that opened this page the last time: a reload opens it again, and isn't another scan. */
const OPENED = 'check-in-link'
const NO_CAMERA = '用不了相机。请输入签到码下面的六位数字。'
const CHANGED = '码已经换了，请再扫一下屏幕上的码。'
const LOOK_FOR = '对准组织者屏幕上的签到码'

/** A code that is so old isn't the one that is shown now. */
const FRESH_MS = 2 * STEP_MS

/** Checking in: by scan, by digits, or by the link that opened the app (`link`: WeChat's `options.q`). */
export function useCheckIn(link: string | undefined): CheckInFlow {
  const { session } = useSession()
  const me = useKnown('me') as MeReply | undefined
  const [stage, setStage] = useState<Stage>({ kind: 'start' })
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  // Who has given a birth date was asked for their age then.
  const known = session !== null && Boolean(me?.profile)
  const maySend = () => known || drafts.get(DECLARED) === true

  const once = async (act: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    try {
      await act()
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const keep = async (what: What) => {
    const { id, kept } = await addCheckIn({ ...what, declared: drafts.get(DECLARED) === true })
    await checkInsSent()
    setStage({ kind: 'result', id, kept })
  }
  const refuse = (why: string) => {
    setProblem(why)
    setStage({ kind: 'start' })
  }
  const takeCode = async (text: string) => {
    const wrong = codeProblem(text, clock.now())
    const what = { code: text.slice(0, 200), digits: null, event: null, at: clock.device() }
    if (wrong !== null) refuse(wrong)
    else if (maySend()) await keep(what)
    else setStage({ kind: 'declare', wish: what })
  }
  const look = async () => {
    const seen = await scan(LOOK_FOR)
    if (seen.kind === 'text') await takeCode(seen.text)
    else if (seen.kind === 'no-camera') {
      setProblem(NO_CAMERA)
      setStage({ kind: 'typing' })
    }
  }

  const latest = useRef(takeCode)
  latest.current = takeCode
  useEffect(() => {
    if (link === undefined || link === '' || drafts.get(OPENED) === link) return
    drafts.set(OPENED, link)
    void once(() => latest.current(link))
    // Once for each link; what else changes is read when it runs.
  }, [link])

  const shown = useRef<string | null>(null)
  shown.current = stage.kind === 'result' ? stage.id : null
  // Whoever leaves the result has seen it; one that isn't known yet is kept.
  const seen = () => {
    if (shown.current !== null) checkInRows.seen([shown.current])
  }
  useDidHide(seen)
  useEffect(() => seen, [])

  const start = (wish: 'scan' | 'type') => {
    if (!maySend()) setStage({ kind: 'declare', wish })
    else if (wish === 'scan') void once(look)
    else setStage({ kind: 'typing' })
  }
  return {
    stage,
    problem,
    busy,
    scan: () => start('scan'),
    type: () => {
      setProblem(null)
      start('type')
    },
    sendDigits: (digits, event) => void once(() => keep({ code: null, digits, event, at: clock.device() })),
    declare() {
      if (stage.kind !== 'declare') return
      drafts.set(DECLARED, true)
      const { wish } = stage
      if (wish === 'scan') void once(look)
      else if (wish === 'type') setStage({ kind: 'typing' })
      else if (clock.device() - wish.at < FRESH_MS) void once(() => keep(wish))
      else refuse(CHANGED)
    },
    back() {
      seen()
      setProblem(null)
      setStage({ kind: 'start' })
    },
  }
}
