import { classes } from '../classes'
import type { TapProps } from './props'

/** Anything one can tap, on the web: a true button, with all that a keyboard and a screen reader expect of it. */
export function Tap({ children, onTap, className, label, disabled, selected, expanded, checked, role }: TapProps) {
  return (
    <button
      type="button"
      className={classes('tap', className)}
      role={role === 'button' ? undefined : role}
      aria-label={label}
      aria-disabled={disabled || undefined}
      aria-selected={role === 'tab' ? (selected ?? false) : undefined}
      aria-current={role !== 'tab' && selected ? 'page' : undefined}
      aria-expanded={expanded}
      aria-checked={checked}
      onClick={disabled ? undefined : onTap}
    >
      {children}
    </button>
  )
}
