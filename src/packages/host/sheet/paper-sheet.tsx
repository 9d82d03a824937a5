import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { copy } from '../../../platform/clipboard'
import { toast } from '../../../platform/dialogs'
import { webAddress } from '../../../platform/web-address'
import { links } from '../../../routes'
import type { PaperSheetProps } from './props'

/** A phone prints nothing: the way to a desktop. The web build has paper-sheet.h5.tsx in its place. */
export function PaperSheet({ event, title, when }: PaperSheetProps) {
  const copyAddress = async () => {
    toast((await copy(webAddress(links.signInSheet(event)))) ? '已复制' : '没有复制成，请再试一次')
  }
  return (
    <Card>
      <Words as="title">{title}</Words>
      <Words as="body">{when}</Words>
      <Words as="body">签到表要在电脑上打印：复制网址，在电脑的浏览器里打开，用“我的 · 在电脑上办公”的数字登录。</Words>
      <Button kind="primary" onTap={() => void copyAddress()}>
        复制网址
      </Button>
    </Card>
  )
}
