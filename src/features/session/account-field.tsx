import { TextField } from '../../components/text-field/text-field'

interface AccountFieldProps {
  /** Unique on its screen. */
  name: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** Somebody else's account, by the code that they read aloud. */
export function AccountField(field: AccountFieldProps) {
  return <TextField label="对方的账号代码" hint="在对方手机的“我的”里，比如 7K3M-2QRT" maxLength={20} {...field} />
}
