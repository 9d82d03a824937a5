import { useEffect, useRef, useState } from 'react'
import type { AttendanceReply } from '#contract/check-in'
import { call } from '../../platform/request'
import { thisDevice } from '../../platform/this-device'
import { clock } from '../../platform/state'
import { useAct } from '../../platform/use-act'
import { boardOf, type Board } from './board'
import { keepDesk, leaveDesk, openDesk } from './desk-store'
import { outdateAttendance } from './use-attendance'

export interface UseBoard {
  readonly board: Board
  readonly busy: boolean
  /** Asks again, after a problem. */
  readonly open: () => void
  /** Takes the desk over from the devices that have it. */
  readonly takeOver: () => void
}

/**
 * The desk of an event on this device: opened as soon as its page is, unless it is open already (then no network is needed). Whoever
 * opens it again on the same device gets the same keys.
 */
export function useBoard(event: string, attendance: AttendanceReply | null): UseBoard {
  const [desk, setDesk] = useState(() => openDesk(event))
  const act = useAct(async (requestId, takeOver: boolean) => {
    const device = await thisDevice()
    const reply = await call('POST /v1/events/:event/desks', {
      params: { event },
      body: { requestId, device, takeOver },
    })
    const opened = { device, reply }
    keepDesk(event, opened)
    outdateAttendance(event)
    return opened
  })
  const { run, busy, problem } = act
  // Its time may be over while the screen is open, with or without a network.
  const live = desk !== null && clock.now() < desk.reply.until ? desk : null
  const board = boardOf({ desk: live, attendance, problem })

  const open = async (takeOver: boolean) => {
    const opened = await run(takeOver)
    if (opened) setDesk(opened)
  }
  const tried = useRef(false)
  useEffect(() => {
    // Who may not, and what is over, isn't asked for: so nothing is asked before the list says it, or can't be had.
    if (tried.current || live !== null || attendance === null || board.kind !== 'opening') return
    tried.current = true
    void open(false)
  })
  const { kind } = board
  useEffect(() => {
    if (kind === 'taken-over' || kind === 'closed') leaveDesk(event)
  }, [event, kind])
  return { board, busy, open: () => void open(false), takeOver: () => void open(true) }
}
