import type { MeReply } from '#contract/me'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { NextCard } from '../../components/next-card/next-card'
import { Row } from '../../components/row/row'
import { Words } from '../../components/words/words'
import type { ActionView } from '../../features/path/action'
import type { PathView } from '../../features/path/model'
import { PathBanner } from '../../features/path/path-banner'
import { RequirementTiles } from '../../features/path/requirement-tiles'
import { TrailCard } from '../../features/path/trail-card'
import { officeViews, type OfficeView } from '../../features/shell/offices'
import { go } from '../../platform/navigation'
import { links } from '../../routes'
import { organisationName } from '../../text/names'

/** My path: where I am, what is missing, what I can do next, and the way. */
export function Mine({ me, path }: { me: MeReply | undefined; path: PathView }) {
  // Who is here for their office only isn't told to become a member first.
  if (me && !me.affiliation && me.roles.length > 0) return <Work offices={officeViews(me.roles)} />
  return (
    <>
      <PathBanner path={path} />
      <RequirementTiles requirements={path.requirements} onOpen={(rule) => go(links.requirement(rule))} />
      <Next path={path} declined={me?.declined ?? null} />
      <TrailCard steps={path.trail} />
      <Card list>
        <Row title="每一步要什么、按哪条规定" onTap={() => go(links.steps())} />
        <Row title="做成一张图分享" note="只有走过的步数，没有姓名和支部" onTap={() => go(links.share())} />
      </Card>
    </>
  )
}

/** Whose turn it is and the one thing that I can do, with the day on which all can be there at the earliest. */
function Next({ path, declined }: { path: PathView; declined: MeReply['declined'] }) {
  const { banner, earliest, action, returned } = path
  const told = (
    <>
      {banner.meanwhile !== null && <Words as="body">{banner.meanwhile}</Words>}
      {returned !== null && <Words as="body">{`团委写的原因：${returned}`}</Words>}
    </>
  )
  if (action === null) {
    return (
      <Card tone="sky">
        <Words as="title">{banner.sentence}</Words>
        {told}
        {!path.ready && <Words as="body">{`${earliest.title}。${earliest.text}`}</Words>}
      </Card>
    )
  }
  if (declined) {
    return (
      <NextCard
        title="请重新选择团支部"
        text={`${organisationName(declined.organisation)}答复：你不在这个支部。看看是不是选错了。`}
      >
        <Act action={action} />
      </NextCard>
    )
  }
  return (
    <NextCard title={earliest.title} text={earliest.text}>
      {banner.turn?.tone !== 'mine' && <Words as="body">{banner.sentence}</Words>}
      {told}
      <Act action={action} />
    </NextCard>
  )
}

function Act({ action }: { action: ActionView }) {
  return (
    <Button kind="primary" onTap={() => go(action.link)}>
      {action.text}
    </Button>
  )
}

function Work({ offices }: { offices: readonly OfficeView[] }) {
  return (
    <Card>
      <Words as="title">我的工作</Words>
      {offices.map((office) => (
        <Row key={office.key} title={office.title} note={office.note} onTap={() => go(office.link)} />
      ))}
      <Words as="body">要看自己的进度，先在“我的”里填写资料。</Words>
    </Card>
  )
}
