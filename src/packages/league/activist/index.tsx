import { useRouter } from '@tarojs/taro'
import { usePersonPath } from '../../../features/people/use-person-path'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { Words } from '../../../components/words/words'
import { toast } from '../../../platform/dialogs'
import { back } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { ActivistForm } from './activist-form'

/** The committee's officer records that somebody became 入团积极分子 on paper. */
export default function ActivistPage() {
  const { person = '' } = useRouter().params
  const read = mapRead(readOf(usePersonPath(person), useNow()), ({ name }) => name ?? '资料已删除')
  return (
    <AppScreen title="登记入团积极分子" read={needSession(useSession(), withoutNote(read))}>
      {(name) => (
        <>
          <Words as="headline">{name}</Words>
          <ActivistForm
            person={person}
            onDone={() => {
              toast('已登记')
              back(links.person(person))
            }}
          />
        </>
      )}
    </AppScreen>
  )
}
