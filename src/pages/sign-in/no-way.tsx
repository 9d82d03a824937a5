import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Words } from '../../components/words/words'

/** The web version, outside a demo: signing in works in WeChat only. */
export function NoWay({ onBack }: { onBack: () => void }) {
  return (
    <>
      <Card>
        <Words as="title">请在微信里登录</Words>
        <Words as="body">网页版现在还不能登录。请在微信里打开“青年爱里”小程序，在那里登录。</Words>
        <Words as="body">入团的规定，不登录也能在这里看。</Words>
      </Card>
      <Button kind="primary" onTap={onBack}>
        返回
      </Button>
    </>
  )
}
