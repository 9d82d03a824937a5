import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { goInstead } from '../../../platform/navigation'
import { links, tabLink } from '../../../routes'

/** A kind no: nothing of what was typed is kept, here or anywhere. */
export function TooYoung({ minimum }: { minimum: number }) {
  return (
    <>
      <Words as="headline">谢谢你，再等等</Words>
      <Card>
        <Words as="body">{`按你选的出生日期，现在还没有满 ${minimum} 周岁。未满 ${minimum} 周岁不能申请入团，这里也不能保存你的资料。`}</Words>
        <Words as="body">
          刚才填写的内容没有保存，也已经退出登录。入团要学什么，不登录也能一直看。满了 {`${minimum}`} 周岁，欢迎再来。
        </Words>
      </Card>
      <Button kind="primary" onTap={() => goInstead(tabLink('path'))}>
        看看入团要学什么
      </Button>
      <Button onTap={() => goInstead(links.signIn())}>日期选错了，重新登录</Button>
    </>
  )
}
