import { View } from '@tarojs/components'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Icon, signBefore } from '../../components/icon/icon'
import { Words } from '../../components/words/words'
import type { RowView } from '../../features/check-in/row-view'
import type { CheckInFlow } from '../../features/check-in/use-check-in'
import { go } from '../../platform/navigation'
import { links } from '../../routes'
import styles from './index.module.scss'

const SIGNS = { saved: 'waiting', accepted: 'check', refused: 'alert' } as const

const FULL = '手机存储满了，这一条没有存下：联网确认以前不要关掉小程序。'
const SAVED = '不用重扫，也不用等。'

/** What has been done of it, and what comes. */
const STEPS = [
  { done: true, text: '码和时间存在这部手机里，关掉微信也不会丢' },
  { done: false, text: '有网后自动发送并确认' },
] as const

interface ResultProps {
  flow: CheckInFlow
  row: RowView
  kept: boolean
}

/** What became of what was just done, and what to do next. */
export function Result({ flow, row, kept }: ResultProps) {
  const { state, title, line, note, digits, checkOut, follow } = row
  return (
    <>
      <View className={classes(styles.top)} role="status">
        <View className={classes(styles.disc, styles[state])}>
          <Icon name={SIGNS[state]} size={32} />
        </View>
        <View className={classes(styles.title)}>{title}</View>
        <View className={classes(styles.line)}>{state === 'saved' && kept ? `${line}\n${SAVED}` : line}</View>
        {digits !== null && (
          <View className={classes(styles.digits)} role="img" aria-label={`新朋友，给组织者看这两个数字：${digits}`}>
            {digits}
          </View>
        )}
      </View>
      {state === 'saved' && (
        <Card tone={kept ? 'plain' : 'sun'}>
          {kept
            ? STEPS.map(({ done, text }) => (
                <View
                  key={text}
                  className={classes(styles.step, done && styles.done, signBefore(done ? 'check' : 'waiting'))}
                >
                  {text}
                </View>
              ))
            : FULL}
        </Card>
      )}
      {note !== null && <Card tone={state === 'refused' ? 'sun' : 'sky'}>{note}</Card>}
      {checkOut !== null && (
        <Card>
          <Words as="title">离开时记得签退</Words>
          <Words as="body">{checkOut}</Words>
        </Card>
      )}
      {follow !== null && (
        <Card tone="sky">
          <Words as="title">欢迎第一次来</Words>
          <Words as="body">{follow}</Words>
          <Button onTap={() => go(links.profile())}>现在填写资料</Button>
        </Card>
      )}
      {state === 'refused' ? (
        <>
          <Button kind="primary" busy={flow.busy} onTap={flow.scan}>
            再扫一次
          </Button>
          <Button onTap={flow.type}>输入六位数字</Button>
        </>
      ) : (
        <Button kind="primary" onTap={flow.back}>
          知道了
        </Button>
      )}
    </>
  )
}
