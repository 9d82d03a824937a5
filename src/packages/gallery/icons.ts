import type { IconName } from '../../components/icon/icon'

/** All of them, and the compiler says when one is missing. */
const all: Readonly<Record<IconName, true>> = {
  alert: true,
  back: true,
  check: true,
  close: true,
  events: true,
  forward: true,
  go: true,
  mine: true,
  missing: true,
  mute: true,
  offline: true,
  path: true,
  scan: true,
  search: true,
  turn: true,
  waiting: true,
}

export const ICONS = Object.keys(all) as IconName[]
