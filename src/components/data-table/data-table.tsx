import { Text, View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import styles from './data-table.module.scss'

interface Column {
  key: string
  title: string
  /** As in grid-template-columns: 96px, 2fr. Without it the columns share what is left. */
  width?: string | undefined
}

interface Line {
  key: string
  /** By the columns' keys. What is missing is a dash in the table, and left out on a phone. */
  cells: Readonly<Record<string, ReactNode>>
  onTap?: (() => void) | undefined
  /** Said in place of the first cell. */
  label?: string | undefined
}

interface DataTableProps {
  label: string
  columns: readonly Column[]
  rows: readonly Line[]
}

/** Only the web build is ever wide enough for the table itself; WeChat is spared its parts. */
const WEB = process.env.TARO_ENV === 'h5'

/** Lines to compare: a table on a desktop; on a phone each line is a title with small facts below it. */
export function DataTable({ label, columns, rows }: DataTableProps) {
  const template = columns.map(({ width }) => width ?? 'minmax(0, 1fr)').join(' ')
  return (
    <View
      className={classes(styles.table)}
      role="table"
      aria-label={label}
      {...(WEB && { style: { '--columns': template } as CSSProperties })}
    >
      {WEB && (
        <View className={classes(styles.row, styles.head)} role="row">
          {columns.map(({ key, title }) => (
            <View key={key} role="columnheader">
              {title}
            </View>
          ))}
        </View>
      )}
      {rows.map((row) => (
        <View key={row.key} className={classes(styles.row, row.onTap && styles.opens)} role="row">
          {columns.map((column, index) =>
            index === 0 ? (
              <First key={column.key} row={row} content={row.cells[column.key]} />
            ) : (
              <Cell key={column.key} title={column.title} content={row.cells[column.key]} />
            ),
          )}
        </View>
      ))}
    </View>
  )
}

function First({ row, content }: { row: Line; content: ReactNode }) {
  return (
    <View className={classes(styles.first)} role="cell">
      {row.onTap ? (
        <Tap className={classes(styles.open)} label={row.label} onTap={row.onTap}>
          {content}
        </Tap>
      ) : (
        content
      )}
    </View>
  )
}

const isMissing = (content: ReactNode) => content === undefined || content === null || content === ''

function Cell({ title, content }: { title: string; content: ReactNode }) {
  if (isMissing(content)) {
    return WEB ? (
      <View className={classes(styles.missing)} role="cell">
        —
      </View>
    ) : null
  }
  const plain = typeof content === 'string' || typeof content === 'number'
  return (
    <View className={classes(styles.cell)} role="cell">
      {!WEB && plain ? `${title} ${content}` : null}
      {(WEB || !plain) && <Text className={classes(styles.name)}>{`${title} `}</Text>}
      {(WEB || !plain) && content}
    </View>
  )
}
