import { useState } from 'react'
import type { MeReply } from '#contract/me'
import type { OrganisationRow } from '#contract/organisation'
import { useDeleteMe } from '../../features/me/use-delete-me'
import { useMe } from '../../features/me/use-me'
import { useOrganisations } from '../../features/organisations/use-organisations'
import { needSession } from '../../features/reading/need-session'
import { readOf } from '../../features/reading/read-of'
import { AppScreen } from '../../features/shell/app-screen'
import type { Read } from '../../components/screen/read'
import { toast } from '../../platform/dialogs'
import { back } from '../../platform/navigation'
import { leave } from '../../platform/request'
import { drafts } from '../../platform/state'
import { useNow } from '../../platform/use-now'
import { useSession } from '../../platform/use-session'
import { tabLink } from '../../routes'
import { ProfileForm } from './profile-form'
import { TooYoung } from './too-young'

interface Start {
  readonly me: MeReply
  readonly organisations: readonly OrganisationRow[]
}

export default function ProfilePage() {
  const session = useSession()
  const me = useMe()
  const organisations = useOrganisations()
  const now = useNow()
  const deleteMe = useDeleteMe()
  const [tooYoung, setTooYoung] = useState<number | null>(null)

  const refuse = async (minimum: number, told: 'phone' | 'server') => {
    setTooYoung(minimum)
    drafts.drop('profile')
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
  const read = needSession(session, both(readOf(me, now), readOf(organisations, now)))
  return (
    <AppScreen title="我的资料" read={read}>
      {(start) => (
        <ProfileForm
          me={start.me}
          organisations={start.organisations}
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

/** Both answers are needed before anything can be typed. */
function both(me: Read<MeReply>, tree: Read<{ readonly organisations: readonly OrganisationRow[] }>): Read<Start> {
  if (me.state !== 'content') return me
  if (tree.state !== 'content') return tree
  return { state: 'content', value: { me: me.value, organisations: tree.value.organisations } }
}
