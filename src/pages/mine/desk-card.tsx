import { useState } from 'react'
import type { DeskCodeReply } from '#contract/session'
import type { Instant } from '#domain/time'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Digits } from '../../components/digits/digits'
import { Facts } from '../../components/facts/facts'
import { Notice } from '../../components/notice/notice'
import { Words } from '../../components/words/words'
import { useDeskCode } from '../../features/me/use-desk-code'
import { useMinutesLeft } from '../../platform/use-minutes-left'
import { generalProblemWords } from '../../text/general-problems'

/** For those who hold an office: digits with which they sign in on a desktop, once. */
export function DeskCard({ account }: { account: string }) {
  const ask = useDeskCode()
  const [code, setCode] = useState<DeskCodeReply | null>(null)
  const get = async () => {
    const reply = await ask.run()
    if (reply) setCode(reply)
  }
  return (
    <Card>
      <Words as="title">在电脑上办公</Words>
      {code === null ? (
        <Words as="body">在电脑的浏览器里打开网页版，选“用数字登录”，输入账号代码和这里显示的六位数字。</Words>
      ) : (
        <Shown code={code} account={account} />
      )}
      {ask.problem && <Notice>{generalProblemWords(ask.problem)}</Notice>}
      <Button busy={ask.busy} onTap={() => void get()}>
        {code === null ? '取六位数字' : '换一组数字'}
      </Button>
    </Card>
  )
}

function Shown({ code, account }: { code: DeskCodeReply; account: string }) {
  const minutes = useMinutesLeft(code.expires as Instant)
  if (minutes === 0) return <Words as="body">这组数字已经过期，请再取一组。</Words>
  return (
    <>
      <Digits value={code.digits} label="登录数字" />
      <Facts rows={[{ key: 'account', name: '账号代码', value: account }]} />
      <Words as="body">
        {minutes > 1
          ? `还能用 ${minutes} 分钟，只能用一次。不要告诉别人。`
          : '还能用不到 1 分钟，只能用一次。不要告诉别人。'}
      </Words>
    </>
  )
}
