import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'

/** The rules' no, with what can be mended. */
export function NotNow({ words }: { words: string }) {
  return (
    <>
      <Card tone="sun">
        <Words as="title">现在还不能提交</Words>
        <Words as="body">{words}</Words>
        <Words as="body">如果是资料写错了，可以更正。</Words>
      </Card>
      <Button onTap={() => go(links.profile())}>看看我的资料</Button>
    </>
  )
}
