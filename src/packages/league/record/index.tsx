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
import { CorrectionForm } from './correction-form'
import { NewRecordForm } from './new-record-form'

/** Records a class, or puts a right entry in the place of a wrong one. */
export default function RecordPage() {
  const { person = '', entry: id } = useRouter().params
  const reply = usePersonPath(person)
  const read = mapRead(readOf(reply, useNow()), ({ name, path }) => ({
    name: name ?? '资料已删除',
    entry: path.requirements.flatMap((requirement) => requirement.entries).find((entry) => entry.id === id),
  }))
  const done = (words: string) => {
    toast(words)
    back(links.person(person))
  }
  return (
    <AppScreen title="登记团课" read={needSession(useSession(), withoutNote(read))}>
      {({ name, entry }) => (
        <>
          <Words as="headline">{name}</Words>
          {id !== undefined && entry ? (
            <CorrectionForm person={person} entry={entry} onDone={done} />
          ) : (
            <NewRecordForm person={person} onDone={done} />
          )}
        </>
      )}
    </AppScreen>
  )
}
