import type { ReactNode } from 'react'

export interface TapProps {
  children: ReactNode
  onTap: () => void
  className?: string
  /** What a screen reader says, where the visible words don't say enough. */
  label?: string | undefined
  /** Can't be used now. It stays readable and reachable, so that its reason can be found. */
  disabled?: boolean | undefined
  /** One of several, and the chosen one. */
  selected?: boolean | undefined
  /** Opens something below it. */
  expanded?: boolean | undefined
  /** Picked, of a radio button or a checkbox. */
  checked?: boolean | undefined
  role?: 'button' | 'tab' | 'link' | 'radio' | 'checkbox' | undefined
}
