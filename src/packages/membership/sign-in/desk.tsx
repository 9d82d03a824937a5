import { Button } from '../../../components/button/button'
import { Words } from '../../../components/words/words'
import { DeskForm } from '../desk-form/desk-form'

/** The web version, outside a demo: for those who hold an office; everybody else signs in in WeChat. */
export function Desk({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  return (
    <>
      <Words as="headline">在电脑上办公</Words>
      <Words as="body">这里给有职务的人登录。申请入团、看自己的进度，请在微信里打开“青年爱里”小程序。</Words>
      <DeskForm primary onDone={onDone} />
      <Button onTap={onBack}>返回</Button>
    </>
  )
}
