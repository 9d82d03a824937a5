import { View } from '@tarojs/components'
import { classes } from '../classes'
import type { TapProps } from './props'

/** Anything one can tap, in WeChat: a view that says what it is. The web build has tap.h5.tsx in its place. */
export function Tap({
  children,
  onTap,
  className,
  label,
  disabled,
  selected,
  expanded,
  checked,
  role = 'button',
}: TapProps) {
  return (
    <View
      className={classes('tap', className)}
      hoverClass={disabled ? 'none' : 'tap-pressed'}
      role={role}
      aria-label={label}
      aria-disabled={disabled}
      aria-selected={selected}
      aria-expanded={expanded}
      aria-checked={checked}
      onClick={() => {
        if (!disabled) onTap()
      }}
    >
      {children}
    </View>
  )
}
