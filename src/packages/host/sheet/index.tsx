import { useRouter } from '@tarojs/taro'
import { deskView } from '../../../features/hosting/desk-view'
import { useDesk } from '../../../features/hosting/use-desk'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { PaperSheet } from './paper-sheet'

/** A sheet on which people sign in by hand: nobody's name is on it. */
export default function SheetPage() {
  const { event = '' } = useRouter().params
  const now = useNow()
  const read = mapRead(withoutNote(readOf(useDesk(event), now)), (reply) => {
    const { title, over, facts } = deskView(reply, now)
    const value = (key: string) => facts.find((fact) => fact.key === key)?.value ?? ''
    return { event, title, over, when: value('when'), where: value('where') }
  })
  return (
    <AppScreen title="签到表" read={needSession(useSession(), read)}>
      {(sheet) => <PaperSheet {...sheet} />}
    </AppScreen>
  )
}
