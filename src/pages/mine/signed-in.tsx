import type { MeReply } from '#contract/me'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Pill } from '../../components/pill/pill'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import { DemoClockCard } from '../../features/demo/demo-clock-card'
import { useDemoClock } from '../../features/demo/use-demo-clock'
import { useUnsettled } from '../../features/me/use-unsettled'
import { officeViews } from '../../features/shell/offices'
import { useSignOut } from '../../features/session/use-sign-out'
import { copy } from '../../platform/clipboard'
import { toast } from '../../platform/dialogs'
import { go } from '../../platform/navigation'
import { useSession } from '../../platform/use-session'
import { links } from '../../routes'
import { organisationName } from '../../text/names'
import { DeskCard } from './desk-card'
import { MyTeams } from './my-teams'

/** Who I am, my work, my data, and the way out. */
export function SignedIn({ me }: { me: MeReply }) {
  const offices = officeViews(me.roles)
  const clock = useDemoClock(me.demo)
  const signOut = useSignOut()
  const unsettled = useUnsettled().data?.unsettled ?? 0
  // A desktop signed in with digits gets none: they are the phone's to give.
  const onPhone = useSession().session?.kind !== 'desk'
  return (
    <>
      <Who me={me} />
      {offices.length > 0 && (
        <Card>
          <Words as="title">我的工作</Words>
          {offices.map((office) => (
            <Row key={office.key} title={office.title} note={office.note} onTap={() => go(office.link)} />
          ))}
        </Card>
      )}
      <MyTeams />
      <Card list>
        <Row title="我的活动" note="报了名的、候补的、过去的" onTap={() => go(links.myEvents())} />
        <Row
          title="消息"
          trailing={unsettled > 0 ? <Pill tone="mine">{`${unsettled} 条要看`}</Pill> : undefined}
          onTap={() => go(links.inbox())}
        />
        <Row title="我的数据" note="查看、复制、更正、删除" onTap={() => go(links.data())} />
      </Card>
      {offices.length > 0 && onPhone && <DeskCard account={me.account.code} />}
      <AccountCode code={me.account.code} />
      {clock.data && <DemoClockCard clock={clock.data} />}
      <Button busy={signOut.busy} onTap={() => void signOut.run()}>
        退出登录
      </Button>
    </>
  )
}

function Who({ me }: { me: MeReply }) {
  const { profile, affiliation } = me
  return (
    <Card>
      <Words as="title">{profile?.name ?? '还没有填写资料'}</Words>
      {affiliation ? (
        <Row
          title={organisationName(affiliation.organisation)}
          trailing={
            <Pill tone={affiliation.state === 'confirmed' ? 'met' : 'waiting'}>
              {affiliation.state === 'confirmed' ? '已确认' : '待确认'}
            </Pill>
          }
        />
      ) : (
        <Button kind={me.roles.length > 0 ? 'secondary' : 'primary'} onTap={() => go(links.profile())}>
          填写我的资料
        </Button>
      )}
    </Card>
  )
}

/** What an operator asks for when giving a role. */
function AccountCode({ code }: { code: string }) {
  const copyCode = async () => {
    toast((await copy(code)) ? '账号代码已复制' : '没有复制成功，请手动抄写')
  }
  return (
    <Card>
      <Row title="账号代码" note="开通职务时会问到" trailing={code} />
      <Button onTap={() => void copyCode()}>复制账号代码</Button>
    </Card>
  )
}
