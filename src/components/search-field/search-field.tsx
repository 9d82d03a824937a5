import { Label, View } from '@tarojs/components'
import { classes } from '../classes'
import { TextControl } from '../control/text-control'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './search-field.module.scss'

interface SearchFieldProps {
  name: string
  /** What is searched: 搜索团支部. Stands in the empty field and names it. */
  label: string
  value: string
  onChange: (value: string) => void
  onConfirm?: (() => void) | undefined
}

/** A search with a way to empty it. It searches while one types; Enter is only a confirmation. */
export function SearchField({ name, label, value, onChange, onConfirm }: SearchFieldProps) {
  return (
    <View className={classes(styles.search)}>
      <Label className={classes(styles.unseen)} for={name}>
        {label}
      </Label>
      <TextControl
        name={name}
        label={label}
        kind="search"
        maxLength={50}
        placeholder={label}
        value={value}
        onChange={onChange}
        onConfirm={onConfirm}
      />
      <Icon name="search" size={20} className={classes(styles.sign)} />
      {value !== '' && (
        <Tap className={classes(styles.clear)} label="清空" onTap={() => onChange('')}>
          <Icon name="close" size={14} />
        </Tap>
      )}
    </View>
  )
}
