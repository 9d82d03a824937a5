import { View } from '@tarojs/components'
import { Amount } from '../amount/amount'
import { classes } from '../classes'
import { Pill, type PillTone } from '../pill/pill'
import { Ring } from '../ring/ring'
import { Tap } from '../tap/tap'
import styles from './ring-tile.module.scss'

interface RingTileProps {
  title: string
  ring: {
    /** All three in one unit. */
    have: number
    pending: number
    need: number
    /** In the middle: a number, or a word such as 良. */
    value: string
    /** Under it, small: / 8 学时. */
    unit?: string | undefined
    /** The ring in one sentence. */
    label: string
  }
  tone: PillTone
  /** The state in words: 还差 6 小时. */
  state: string
  /** One quiet line: 等团支书，第 2 天. */
  note?: string | undefined
  onTap?: (() => void) | undefined
  /** Alone in its line on a phone: the pill stands beside the title. */
  wide?: boolean
  /** Said in place of all of it. */
  label?: string | undefined
}

/** Two lines of much the same length: 团课 / 学习, 思政课 / 考评. */
function balanced(title: string): string | false {
  if (title.length === 4) return styles.two ?? false
  return (title.length === 5 || title.length === 6) && (styles.three ?? false)
}

/** One requirement at a glance: a ring, a word, a colour. */
export function RingTile({ title, ring, tone, state, note, wide = false, onTap, label }: RingTileProps) {
  const className = classes(styles.tile, wide && styles.wide, wide && note === undefined && styles.lone)
  const body = (
    <>
      <View className={classes(styles.head)}>
        <Ring
          have={ring.have}
          pending={ring.pending}
          need={ring.need}
          label={ring.label}
          off={tone === 'not-applicable'}
        >
          <Amount place="ring" value={ring.value} unit={ring.unit ?? ''} />
        </Ring>
        <View className={classes(styles.title, balanced(title))}>{title}</View>
      </View>
      <Pill tone={tone}>{state}</Pill>
      {note !== undefined && <View className={classes(styles.note)}>{note}</View>}
    </>
  )
  if (onTap) {
    return (
      <Tap className={className} label={label} onTap={onTap}>
        {body}
      </Tap>
    )
  }
  return (
    <View className={className} {...(label !== undefined && { role: 'group', 'aria-label': label })}>
      {body}
    </View>
  )
}
