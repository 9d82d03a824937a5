import { valueOf } from '#domain/policy/policy'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Words } from '../../components/words/words'
import type { CheckInFlow } from '../../features/check-in/use-check-in'
import { usePolicy } from '../../features/policy/use-policy'
import { go } from '../../platform/navigation'
import { links } from '../../routes'
import { consentWords } from '../../text/check-in'

/** A first check-in: what is kept of it, one consent and one tap. */
export function Declare({ flow }: { flow: CheckInFlow }) {
  const policy = usePolicy()
  return (
    <>
      <Card>
        <Words as="title">第一次签到</Words>
        <Words as="body">{consentWords(valueOf(policy, 'keeping.newcomer'), valueOf(policy, 'account.age-min'))}</Words>
      </Card>
      <Button kind="primary" busy={flow.busy} onTap={flow.declare}>
        我已满 14 周岁，同意
      </Button>
      <Button onTap={flow.back}>不同意，返回</Button>
      <Button kind="quiet" onTap={() => go(links.signIn())}>
        看完整的隐私说明
      </Button>
    </>
  )
}
