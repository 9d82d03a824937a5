import { useEffect } from 'react'
import type { MeReply } from '#contract/me'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { applicationDraft, useWithdraw } from '../../../features/application/use-apply'
import { EntriesCard } from '../../../features/path/entries-card'
import { requirementIn, type PathView } from '../../../features/path/model'
import { PathBanner } from '../../../features/path/path-banner'
import { confirm, toast } from '../../../platform/dialogs'
import { withdrawalWords } from '../../../text/application'
import { organisationName } from '../../../text/names'
import { actProblemWords } from '../../../text/problems'
import { PaperCard } from './paper-card'

/** An open application: whose turn it is, what to bring, what was done, and the way out. */
export function Submitted({ path, me }: { path: PathView; me: MeReply }) {
  const withdraw = useWithdraw()
  const { banner, returned, state } = path
  // What was typed for it has arrived; an attempt without an answer is answered by this.
  useEffect(() => applicationDraft.drop(), [])

  const leave = async () => {
    const sure = await confirm({
      title: '撤回入团申请？',
      content: withdrawalWords(state),
      yes: '继续',
      no: '不撤回',
    })
    const reallySure =
      sure &&
      (await confirm({
        title: '再确认一次',
        content: '撤回以后不能恢复，办过的步骤会留在记录里。',
        yes: '撤回',
        no: '不撤回',
      }))
    if (reallySure && (await withdraw.run())) toast('已经撤回')
  }

  const done = requirementIn(path, 'admission.ways')
  return (
    <>
      <PathBanner path={path} />
      <Card tone="sky">
        <Words as="body">{banner.sentence}</Words>
        {banner.meanwhile !== null && <Words as="body">{banner.meanwhile}</Words>}
        {returned !== null && <Words as="body">{`团委写的原因：${returned}`}</Words>}
      </Card>
      {state === 'submitted' && me.affiliation && <PaperCard branch={organisationName(me.affiliation.organisation)} />}
      {done && <EntriesCard requirement={done} />}
      {withdraw.problem && <Notice>{actProblemWords(withdraw.problem)}</Notice>}
      <Button kind="danger" busy={withdraw.busy} onTap={() => void leave()}>
        撤回申请
      </Button>
    </>
  )
}
