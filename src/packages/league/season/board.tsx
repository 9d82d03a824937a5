import { Text, View } from '@tarojs/components'
import { Amount } from '../../../components/amount/amount'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Icon, type IconName } from '../../../components/icon/icon'
import { Pill } from '../../../components/pill/pill'
import { Ring } from '../../../components/ring/ring'
import { Tap } from '../../../components/tap/tap'
import type { SeasonView, VenueTile } from '../../../features/hosting/season-view'
import styles from './board.module.scss'

const SIGNS: Readonly<Record<VenueTile['state'], IconName>> = {
  held: 'check',
  planned: 'waiting',
  lacking: 'missing',
}

/** How many venues have held enough, as a number and a ring. */
export function SeasonSum({ view: { totals, all, need } }: { view: SeasonView }) {
  const label = `${all} 个青年爱里，已办 ${totals.held}，已排 ${totals.planned}，还没有 ${totals.lacking}`
  return (
    <Card>
      <View className={classes(styles.sum)}>
        <View>
          <Text className={classes(styles.number)}>{String(totals.held)}</Text>
          <Text className={classes(styles.of)}>{`/ ${all}`}</Text>
          <View className={classes(styles.what)}>
            {need === 1 ? '个青年爱里已办至少一场' : `个青年爱里已办至少 ${need} 场`}
          </View>
        </View>
        <Ring have={totals.held} pending={totals.planned} need={all} label={label}>
          <Amount place="ring" value={String(totals.held)} unit={`/ ${all}`} />
        </Ring>
      </View>
      <View className={classes(styles.pills)}>
        <View className={classes(styles.pill)}>
          <Pill tone="met">{`已办 ${totals.held}`}</Pill>
        </View>
        <View className={classes(styles.pill)}>
          <Pill tone="waiting">{`已排 ${totals.planned}`}</Pill>
        </View>
        <View className={classes(styles.pill)}>
          <Pill tone="not-yet">{`还没有 ${totals.lacking}`}</Pill>
        </View>
      </View>
    </Card>
  )
}

/** Every venue as a tile: sign, word and colour say the same; a tap opens its events. */
export function Board({ tiles, onOpen }: { tiles: readonly VenueTile[]; onOpen: (tile: VenueTile) => void }) {
  return (
    <View className={classes(styles.board)}>
      {tiles.map((tile) => (
        <Tap key={tile.code} className={classes(styles.tile, styles[tile.state])} onTap={() => onOpen(tile)}>
          <View className={classes(styles.name)}>{tile.short}</View>
          <View className={classes(styles.state)}>
            <Icon name={SIGNS[tile.state]} size={12} className={classes(styles.sign)} />
            <Text>{tile.word}</Text>
          </View>
          {tile.detail !== null && <View className={classes(styles.detail)}>{tile.detail}</View>}
        </Tap>
      ))}
    </View>
  )
}
