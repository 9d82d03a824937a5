import { classes } from '../classes'
import type { TextControlProps } from './props'
import { isConfirm, typed } from './typed'
import styles from './control.module.scss'

const MODES = { text: 'text', number: 'numeric', decimal: 'decimal', search: 'search' } as const

/** The web's own input: keyboards, labels, autofill and screen readers work as everywhere. */
export function TextControl({
  name,
  value,
  onChange,
  invalid,
  describedBy,
  placeholder,
  maxLength,
  kind = 'text',
  multiline,
  onConfirm,
}: TextControlProps) {
  const shared = {
    id: name,
    name,
    value,
    maxLength,
    placeholder,
    autoComplete: 'off',
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  }
  const look = classes(
    styles.control,
    invalid && styles.wrong,
    multiline && styles.tall,
    kind === 'search' && styles.search,
  )
  if (multiline) {
    return <textarea {...shared} className={look} onChange={(event) => onChange(typed(event))} />
  }
  return (
    <input
      {...shared}
      className={look}
      // Not type="search": browsers add a clearing cross of their own beside the kit's.
      type="text"
      role={kind === 'search' ? 'searchbox' : undefined}
      inputMode={MODES[kind]}
      onChange={(event) => onChange(typed(event))}
      onKeyDown={(event) => {
        if (isConfirm(event)) onConfirm?.()
      }}
    />
  )
}
