import { useState } from 'react'
import { useDeleteMe } from '../../../features/me/use-delete-me'
import { keptProfile } from '../../../features/me/kept-profile'
import { useMe } from '../../../features/me/use-me'
import { useOrganisations } from '../../../features/organisations/use-organisations'
import { bothOf } from '../../../features/reading/both'
import { needSession } from '../../../features/reading/need-session'
import { readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { toast } from '../../../platform/dialogs'
import { back } from '../../../platform/navigation'
import { leave } from '../../../platform/request'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { tabLink } from '../../../routes'
import { ProfileForm } from './profile-form'
import { TooYoung } from './too-young'

export default function ProfilePage() {
  const session = useSession()
  const me = useMe()
  const organisations = useOrganisations()
  const now = useNow()
  const deleteMe = useDeleteMe()
  const [tooYoung, setTooYoung] = useState<number | null>(null)

  const refuse = async (minimum: number, told: 'phone' | 'server') => {
    setTooYoung(minimum)
    keptProfile.drop()
    // The server has ended everything by itself. Otherwise the account, which holds nothing yet, goes too; what can't be
    // reached now goes by itself after the pack's days (keeping.newcomer).
    if (told === 'phone') await deleteMe.run()
    leave()
  }

  if (tooYoung !== null) {
    return (
      <AppScreen title="我的资料" read={{ state: 'content', value: tooYoung }}>
        {(minimum) => <TooYoung minimum={minimum} />}
      </AppScreen>
    )
  }
  const read = needSession(session, withoutNote(bothOf(readOf(me, now), readOf(organisations, now))))
  return (
    <AppScreen title="我的资料" read={read}>
      {([who, tree]) => (
        <ProfileForm
          me={who}
          organisations={tree.organisations}
          onTooYoung={(minimum, told) => void refuse(minimum, told)}
          onSaved={() => {
            toast('已保存')
            back(tabLink('path'))
          }}
        />
      )}
    </AppScreen>
  )
}
