import { View } from '@tarojs/components'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { Notice } from '../../../components/notice/notice'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { useForm } from '../../../features/forms/use-form'
import { checkDesk } from '../../../features/session/desk-draft'
import { useSignIn } from '../../../features/session/use-sign-in'
import { problemWords } from '../../../text/problems'
import styles from './desk-form.module.scss'
import type { DeskFormProps } from './desk-props'

/** Signing in on a desktop: the account's code, and the digits that its phone shows for five minutes. */
export function DeskForm({ primary, onDone }: DeskFormProps) {
  const form = useForm({
    start: () => ({ account: '', digits: '' }),
    check: checkDesk,
    act: useSignIn(),
    fieldOf: () => null,
    onDone,
  })
  const { draft, errors, change } = form
  return (
    <View className={classes(styles.desk)}>
      <Card>
        <Words as="title">用数字登录</Words>
        <Words as="body">在手机小程序里打开“我的 · 在电脑上办公”，取六位数字。数字五分钟内有效，只能用一次。</Words>
        <TextField
          name="account"
          label="账号代码"
          hint="在手机“我的”里看"
          maxLength={20}
          value={draft.account}
          error={errors.account}
          onChange={(account) => change('account', account)}
        />
        <TextField
          name="digits"
          label="六位数字"
          kind="number"
          maxLength={10}
          value={draft.digits}
          error={errors.digits}
          onChange={(digits) => change('digits', digits)}
          onConfirm={form.submit}
        />
        {form.problem && <Notice>{problemWords(form.problem)}</Notice>}
        <Button kind={primary ? 'primary' : 'secondary'} busy={form.busy} onTap={form.submit}>
          登录
        </Button>
      </Card>
    </View>
  )
}
