import { dataSections, dataText } from '../../../features/me/my-data'
import { useDeleteMe } from '../../../features/me/use-delete-me'
import { useMyData } from '../../../features/me/use-my-data'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { Button } from '../../../components/button/button'
import { Notice } from '../../../components/notice/notice'
import { Words } from '../../../components/words/words'
import { copy } from '../../../platform/clipboard'
import { confirm, toast } from '../../../platform/dialogs'
import { go, goInstead } from '../../../platform/navigation'
import { texts } from '../../../platform/pack'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links, tabLink } from '../../../routes'
import { actProblemWords } from '../../../text/problems'
import { SectionCard } from './section-card'

export default function DataPage() {
  const session = useSession()
  const data = useMyData()
  const read = needSession(session, mapRead(readOf(data, useNow()), dataSections))
  const deleteMe = useDeleteMe()

  const copyAll = async (text: string) => {
    toast((await copy(text)) ? '已复制全部内容' : '没有复制成功')
  }
  const remove = async () => {
    const sure = await confirm({
      title: '删除我的数据？',
      content:
        '会删除：姓名、出生日期、住处、团支部的登记、登录账号，还有团课记录里的文字。会留下：不带姓名的事实，比如哪一天有一条几学时的记录，没有人能看出是谁。',
      yes: '继续',
      no: '不删除',
    })
    const reallySure =
      sure &&
      (await confirm({
        title: '再确认一次',
        content: '删除以后找不回来，以后要从头填写，学过的团课也要重新登记。',
        yes: '删除',
        no: '不删除',
      }))
    if (reallySure && (await deleteMe.run())) {
      toast('已经删除')
      goInstead(tabLink('path'))
    }
  }

  return (
    <AppScreen title="我的数据" read={read}>
      {(sections) => (
        <>
          {sections.map((section) => (
            <SectionCard key={section.title} section={section} />
          ))}
          <Words as="body">{`有问题找：${texts.dataContact}`}</Words>
          <Button kind="primary" onTap={() => void copyAll(dataText(sections))}>
            复制全部
          </Button>
          <Button onTap={() => go(links.profile())}>更正我的资料</Button>
          {deleteMe.problem && <Notice>{actProblemWords(deleteMe.problem)}</Notice>}
          <Button kind="danger" busy={deleteMe.busy} onTap={() => void remove()}>
            删除我的数据
          </Button>
        </>
      )}
    </AppScreen>
  )
}
