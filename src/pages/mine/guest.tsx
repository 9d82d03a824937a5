import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Words } from '../../components/words/words'
import { texts } from '../../platform/pack'
import { go } from '../../platform/navigation'
import { links } from '../../routes'

/** What signing in is for, and whom to ask. */
export function Guest({ expired }: { expired: boolean }) {
  return (
    <>
      <Card>
        <Words as="title">{expired ? '登录已经过期' : '还没有登录'}</Words>
        <Words as="body">登录以后，在这里看自己的资料和账号代码，也在这里更正和删除。</Words>
        <Button kind="primary" onTap={() => go(links.signIn())}>
          登录
        </Button>
      </Card>
      <Card>
        <Words as="title">个人信息找谁问</Words>
        <Words as="body">{texts.dataContact}</Words>
      </Card>
    </>
  )
}
