import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon, type IconName } from '../icon/icon'
import { Tap } from '../tap/tap'
import styles from './tab-bar.module.scss'

export interface Tab<Name extends string = string> {
  name: Name
  text: string
  icon: IconName
  /** The raised, filled button in the middle: an act, not a place. */
  raised?: boolean
}

interface TabBarProps<Name extends string> {
  tabs: readonly Tab<Name>[]
  /** The tab whose page this is; none on pages further in. */
  current: Name | undefined
  onSelect: (name: Name) => void
  /** How much waits there, by name: nothing is said of none. */
  counts?: Readonly<Partial<Record<Name, number>>>
  /** On pages further in there is no bar on a phone, but still the side bar on a desktop. */
  onlyDesktop?: boolean
  /** Stands above the side bar's entries. */
  heading?: string
  /** After the tabs: the desktop's further places. */
  children?: ReactNode
}

/** The bar at the bottom; from 960 px on (web build) the same places as a side bar. */
export function TabBar<Name extends string>({
  tabs,
  current,
  onSelect,
  counts,
  onlyDesktop = false,
  heading,
  children,
}: TabBarProps<Name>) {
  return (
    <View className={classes(styles.bar, onlyDesktop && styles.onlyDesktop)} role="navigation" aria-label="主要页面">
      {heading !== undefined && <View className={classes(styles.heading)}>{heading}</View>}
      {tabs.map((tab, at) => (
        <Tap
          key={tab.name}
          className={classes(
            styles.tab,
            tab.name === current && styles.current,
            tab.raised && styles.raised,
            // As much on either side of the middle, however many places there are.
            at === tabs.length - 1 && tabs[at - 1]?.raised && styles.alone,
          )}
          selected={tab.name === current}
          label={counts?.[tab.name] ? `${tab.text}，${counts[tab.name]} 条` : tab.text}
          onTap={() => onSelect(tab.name)}
        >
          <View className={classes(styles.drawing)}>
            <Icon name={tab.icon} size={24} />
          </View>
          <Text className={classes(styles.word)}>
            {counts?.[tab.name] ? `${tab.text} ${counts[tab.name]}` : tab.text}
          </Text>
        </Tap>
      ))}
      {children}
    </View>
  )
}
