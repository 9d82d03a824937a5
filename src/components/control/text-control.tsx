import { Input, Textarea } from '@tarojs/components'
import { classes } from '../classes'
import type { TextControlProps } from './props'
import styles from './control.module.scss'

const KEYBOARDS = { text: 'text', number: 'number', decimal: 'digit', search: 'text' } as const

/** WeChat's input and textarea. The web build has text-control.h5.tsx in its place. */
export function TextControl({
  name,
  label,
  value,
  onChange,
  invalid,
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
    maxlength: maxLength,
    placeholder: placeholder ?? '',
    placeholderClass: classes(styles.placeholder),
    'aria-label': label,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  const look = classes(
    styles.control,
    invalid && styles.wrong,
    multiline && styles.tall,
    kind === 'search' && styles.search,
  )
  if (multiline) return <Textarea {...shared} className={look} disableDefaultPadding />
  return (
    <Input
      {...shared}
      className={look}
      type={KEYBOARDS[kind]}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onConfirm={() => onConfirm?.()}
    />
  )
}
