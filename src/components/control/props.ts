export interface ControlProps {
  name: string
  /** Said by a screen reader in WeChat, where a label isn't tied to its input. */
  label: string
  value: string
  onChange: (value: string) => void
  invalid?: boolean | undefined
  /** Ids of what explains it. */
  describedBy?: string | undefined
}

export interface TextControlProps extends ControlProps {
  placeholder?: string | undefined
  /** In UTF-16 units, as both builds count. */
  maxLength: number
  /** Which keyboard. */
  kind?: 'text' | 'number' | 'decimal' | 'search' | undefined
  multiline?: boolean | undefined
  onConfirm?: (() => void) | undefined
}

export interface DateControlProps extends ControlProps {
  /** First and last day that can be picked, YYYY-MM-DD. */
  min: string
  max: string
  /** The chosen day in words. */
  display: string
  placeholder: string
}

export interface Option {
  value: string
  text: string
}

export interface SelectControlProps extends ControlProps {
  options: readonly Option[]
  placeholder: string
}
