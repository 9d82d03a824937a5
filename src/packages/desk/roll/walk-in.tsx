import type { Direction } from '#domain/checkin/code'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { TextField } from '../../../components/text-field/text-field'
import { Words } from '../../../components/words/words'
import { accountOf } from '../../../features/session/desk-draft'
import { toast } from '../../../platform/dialogs'
import { addHostCheckIn } from '../../../platform/host-check-ins'
import { DIRECTION_WORDS } from '../../../text/attendance'
import { useState } from 'react'

/** Puts on who hasn't registered, by the code that they read in 我的. */
export function WalkIn({ event, direction }: { event: string; direction: Direction }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const words = DIRECTION_WORDS[direction]
  const add = async () => {
    const account = accountOf(typed)
    if (account === null) {
      setError('账号代码是 8 个字母和数字，比如 7K3M-2QRT，对方在“我的”里看。')
      return
    }
    await addHostCheckIn({ event, way: 'walk-in', direction, code: null, account, people: [] })
    setTyped('')
    toast(`${account} ${words}记下了`)
  }
  return (
    <Card>
      <Words as="title">现场来的</Words>
      <Words as="body">没有报名的人，最好自己扫签到码。扫不了的，在这里按账号代码加上。</Words>
      <TextField
        name="walk-in-account"
        label="对方的账号代码"
        hint="在对方手机的“我的”里，比如 7K3M-2QRT"
        maxLength={20}
        value={typed}
        error={error}
        onChange={(value) => {
          setTyped(value)
          setError(undefined)
        }}
      />
      <Button onTap={() => void add()}>{`给这个人${words}`}</Button>
    </Card>
  )
}
