import { Text, View } from '@tarojs/components'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon/icon'
import { Notice } from '../../components/notice/notice'
import { Row } from '../../components/row/row'
import { Tap } from '../../components/tap/tap'
import type { CheckInFlow } from '../../features/check-in/use-check-in'
import { go } from '../../platform/navigation'
import { links } from '../../routes'
import styles from './index.module.scss'

/** One big way to scan; digits and one's own code for when that doesn't work. */
export function Start({ flow }: { flow: CheckInFlow }) {
  return (
    <>
      <View className={classes(styles.top)}>
        {/* A second tap while one is under way does nothing; saying so would send page data twice. */}
        <Tap className={classes(styles.scan)} label="扫码签到" onTap={flow.scan}>
          <Icon name="scan" size={32} />
          <Text className={classes(styles.scanWord)}>扫码签到</Text>
        </Tap>
        <View className={classes(styles.line)}>
          到场和离开时，扫组织者屏幕上的码。没有网络也可以：先存在手机里，联网后自动上传。
        </View>
      </View>
      <View>{flow.problem !== null && <Notice>{flow.problem}</Notice>}</View>
      <Button onTap={flow.type}>扫不了？输入六位数字</Button>
      <Card list>
        <Row title="我的会员码" note="给组织者扫" onTap={() => go(links.ownCode())} />
      </Card>
    </>
  )
}
