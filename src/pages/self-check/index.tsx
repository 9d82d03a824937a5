import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Policy } from '#domain/policy/policy'
import { localDateAt } from '#domain/time'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Choices } from '../../components/choices/choices'
import { DateField } from '../../components/date-field/date-field'
import { Words } from '../../components/words/words'
import { editionWords, unconfirmedWords } from '../../features/policy/model'
import { usePolicy } from '../../features/policy/use-policy'
import { answerView } from '../../features/self-check/answer'
import { AnswerCard } from '../../features/self-check/answer-card'
import {
  answerOf,
  isBarred,
  NOTHING_YET,
  PLACES,
  questions,
  withAnswer,
  type SelfCheckDraft,
} from '../../features/self-check/model'
import { AppScreen } from '../../features/shell/app-screen'
import { go, goInstead } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { useSession } from '../../platform/use-session'
import { links, tabLink } from '../../routes'

export default function SelfCheckPage() {
  return (
    <AppScreen<Policy> title="我现在差什么？" read={{ state: 'content', value: usePolicy() }}>
      {(policy) => <SelfCheck policy={policy} />}
    </AppScreen>
  )
}

/** A few taps and an honest answer, computed here and kept nowhere. */
function SelfCheck({ policy }: { policy: Policy }) {
  const { session } = useSession()
  const today = localDateAt(useNow())
  const [draft, setDraft] = useState(NOTHING_YET)
  const change = (answer: Partial<SelfCheckDraft>) => setDraft(withAnswer(draft, answer, policy))
  const asked = questions(draft, policy)
  const report = answerOf(draft, policy, today)
  return (
    <>
      <Words as="body">点几下就知道。只在这台手机上算，不留记录，也不会发给任何人。</Words>
      <Card>
        {/* Places that stay: a question put in between the others, or taken away, would make WeChat send all of them again. */}
        {PLACES.map((name) => (
          <View key={name}>
            {asked
              .filter((question) => question.name === name)
              .map(({ label, options }) => (
                <Choices
                  key={name}
                  name={name}
                  label={label}
                  options={options}
                  value={draft[name]}
                  onChange={(value) => change({ [name]: value })}
                />
              ))}
            {name === 'birthDate' && draft.age === 'below' && (
              <DateField
                name="birth-date"
                label="出生日期"
                optional
                min="1950-01-01"
                max={today}
                value={draft.birthDate}
                onChange={(birthDate) => change({ birthDate })}
              />
            )}
          </View>
        ))}
      </Card>
      {/* The answer's own for the same reason. */}
      <View>{report && <AnswerCard answer={answerView(report, draft, policy)} />}</View>
      <Onward signedIn={session !== null} barred={isBarred(draft)} />
      <Words as="caption">{editionWords(policy)}</Words>
      {unconfirmedWords(policy) !== null && <Words as="caption">{unconfirmedWords(policy)}</Words>}
    </>
  )
}

/**
 * What one can do with the answer. Nobody is sent to a sign-in that would have to say no. One button whatever it says: another
 * one in its place would make WeChat send everything beside it again.
 */
function Onward({ signedIn, barred }: { signedIn: boolean; barred: boolean }) {
  const home = barred || signedIn
  return (
    <Button
      kind={barred ? 'secondary' : 'primary'}
      onTap={() => (home ? goInstead(tabLink('path')) : go(links.signIn()))}
    >
      {barred ? '回到入团路径' : signedIn ? '看我的路径' : '登录，提交申请、看进度'}
    </Button>
  )
}
