import { useState } from 'react'
import type { Direction } from '#domain/checkin/code'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { AccountField } from '../../../features/session/account-field'
import { accountOf } from '../../../features/session/desk-draft'
import { toast } from '../../../platform/dialogs'
import { addHostCheckIn } from '../../../platform/host-check-ins'
import { NO_ACCOUNT_CODE } from '../../../text/account'
import { DIRECTION_WORDS } from '../../../text/attendance'

/** Puts on who hasn't registered, by the code that they read in 我的. */
export function WalkIn({ event, direction }: { event: string; direction: Direction }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const words = DIRECTION_WORDS[direction]
  const add = async () => {
    const account = accountOf(typed)
    if (account === null) {
      setError(NO_ACCOUNT_CODE)
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
      <AccountField
        name="walk-in-account"
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
