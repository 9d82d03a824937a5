import { Picker, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'
import type { SelectControlProps } from './props'
import styles from './control.module.scss'

/** WeChat's own wheel. */
export function SelectControl({ name, label, value, onChange, invalid, options, placeholder }: SelectControlProps) {
  const index = options.findIndex((option) => option.value === value)
  const shown = options[index]?.text
  // A list that says the same is the same: another one would travel through setData with every drawing of the screen.
  const texts = options.map((option) => option.text).join('\n')
  const range = useMemo(() => texts.split('\n'), [texts])
  return (
    <Picker
      id={name}
      name={name}
      mode="selector"
      range={range}
      value={index < 0 ? 0 : index}
      aria-label={`${label}，${shown ?? placeholder}`}
      onChange={(event) => {
        const chosen = options[Number(event.detail.value)]
        if (chosen) onChange(chosen.value)
      }}
    >
      <View className={classes(styles.control, styles.picked, invalid && styles.wrong)} role="button">
        <Text className={classes(shown === undefined && styles.empty)}>{shown ?? placeholder}</Text>
        <Icon name="forward" size={14} className={classes(styles.more)} />
      </View>
    </Picker>
  )
}
