import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { Sheet } from '../../../components/sheet/sheet'
import { Words } from '../../../components/words/words'
import { useAnswerAffiliation } from '../../../features/people/use-answer-affiliation'
import { confirm, toast } from '../../../platform/dialogs'
import { actProblemWords } from '../../../text/problems'

interface AffiliationSheetProps {
  /** Who says that they belong here; null = nobody is asked about. */
  row: { readonly person: string; readonly name: string } | null
  onClose: () => void
}

/** Someone who says they belong here: the name only, and two answers. */
export function AffiliationSheet({ row, onClose }: AffiliationSheetProps) {
  return (
    <Sheet open={row !== null} title="是不是本支部的人" onClose={onClose}>
      {row && <Answer person={row.person} name={row.name} onDone={onClose} />}
    </Sheet>
  )
}

function Answer({ person, name, onDone }: { person: string; name: string; onDone: () => void }) {
  const answer = useAnswerAffiliation()
  const give = async (belongs: boolean) => {
    if (!(await answer.run(person, belongs))) return
    toast(belongs ? '已确认' : '已答复')
    onDone()
  }
  const decline = async () => {
    const sure = await confirm({
      title: `${name}不是本支部的？`,
      content: '对方会看到你的答复，并可以重新选择团支部。',
      yes: '不是',
      no: '再想想',
    })
    if (sure) await give(false)
  }
  return (
    <>
      <Words as="headline">{name}</Words>
      <Words as="body">选择了你的支部，在等你答复。答复以前，你只看得到姓名。</Words>
      {answer.problem && <Notice>{actProblemWords(answer.problem)}</Notice>}
      <Button kind="primary" busy={answer.busy} onTap={() => void give(true)}>
        确认是我支部的
      </Button>
      <Button kind="quiet" busy={answer.busy} onTap={() => void decline()}>
        不是我支部的
      </Button>
    </>
  )
}
