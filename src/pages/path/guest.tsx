import { Amount } from '../../components/amount/amount'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Words } from '../../components/words/words'
import type { PolicyView } from '../../features/policy/model'
import { RulesCard } from '../../features/policy/rules-card'
import { go } from '../../platform/navigation'
import { links } from '../../routes'

/** What it takes and where the rule stands, for someone who hasn't signed in. Works without a network. */
export function Guest({ policy, expired }: { policy: PolicyView; expired: boolean }) {
  return (
    <>
      <Words as="headline">入团前，先学团课</Words>
      <Words as="body">不用登录，先看看要学多少、怎么算。</Words>
      <Card>
        <Words as="title">团课学习</Words>
        <Amount value={policy.need} unit="学时" />
        <Words as="body">{policy.inTime}</Words>
        <Words as="body">团支书登记你参加的团课，每一条算不算、为什么，都写得清清楚楚。</Words>
      </Card>
      {expired && <Words as="body">登录已经过期，请重新登录。</Words>}
      <Button kind="primary" onTap={() => go(links.signIn())}>
        登录，看看我的进度
      </Button>
      <RulesCard title={`为什么是 ${policy.need} 学时`} policy={policy} />
    </>
  )
}
