import { useRouter } from '@tarojs/taro'
import type { OrganisationRow, OverviewReply } from '#contract/organisation'
import { Card } from '../../../components/card/card'
import { DataTable } from '../../../components/data-table/data-table'
import { FactTile } from '../../../components/fact-tile/fact-tile'
import { Pill } from '../../../components/pill/pill'
import type { Read } from '../../../components/screen/read'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { useOrganisations } from '../../../features/organisations/use-organisations'
import {
  overdueLines,
  overdueWords,
  overviewView,
  type ChildView,
  type OverviewView,
} from '../../../features/people/overview'
import { useMe } from '../../../features/me/use-me'
import { useOverview } from '../../../features/people/use-overview'
import { needSession } from '../../../features/reading/need-session'
import { readOf } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { go } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { AboutName } from '../parts/about-name'
import { ByWidth } from '../parts/by-width'
import { EventTaskCards, useEventTasks } from '../parts/event-tasks'
import { ChildRow } from './child-row'
import { StepsBar, StepsCell, StepsLegend } from './steps-bar'

/** How many people are where and what is overdue with whom, one level of the tree at a time. */
export default function OverviewPage() {
  const { organisation = '' } = useRouter().params
  const now = useNow()
  const roles = useMe().data?.roles ?? []
  const district = roles.some((held) => held.role === 'district-officer' && held.organisation.code === organisation)
  const events = useEventTasks({ classes: null, words: district ? organisation : null })
  const overview = readOf(useOverview(organisation), now)
  const read = needSession(
    useSession(),
    both(overview, readOf(useOrganisations(), now), (reply, { organisations }) =>
      overviewView(reply, organisations, organisation),
    ),
  )
  return (
    <AppScreen title="各组织情况" wide read={read}>
      {(view) => (
        <>
          <Tiles>
            <EventTaskCards organisation={organisation} tasks={events} />
          </Tiles>
          <Level view={view} />
        </>
      )}
    </AppScreen>
  )
}

/** Both answers are needed; the first one's age is said. */
function both<T>(
  overview: Read<OverviewReply>,
  tree: Read<{ readonly organisations: readonly OrganisationRow[] }>,
  map: (overview: OverviewReply, tree: { readonly organisations: readonly OrganisationRow[] }) => T,
): Read<T> {
  if (overview.state !== 'content') return overview
  if (tree.state !== 'content') return tree
  return { ...overview, value: map(overview.value, tree.value) }
}

function Level({ view }: { view: OverviewView }) {
  const { sums } = view
  const overdue = overdueLines(sums.overdue)
  return (
    <>
      <AboutName>{view.title}</AboutName>
      <Tiles>
        <FactTile over="已确认支部" value={`${sums.confirmed}`} under="人" />
        <FactTile over="等支部确认" value={`${sums.claimed}`} under="人" />
        <FactTile over="入团积极分子" value={`${sums.steps.activist + sums.steps.training}`} under="人，含培养考察" />
        <FactTile over="超过期限" value={`${overdueCount(sums.overdue)}`} under="件" />
      </Tiles>
      {overdue.length > 0 && (
        <Card tone="sun">
          <Words as="title">超过期限的</Words>
          {overdue.map((line) => (
            <Words key={line} as="body">
              {line}
            </Words>
          ))}
        </Card>
      )}
      <Card>
        <Words as="title">走到哪一步</Words>
        <StepsBar steps={sums.steps} />
        <StepsLegend steps={sums.steps} />
      </Card>
      <Children view={view} />
    </>
  )
}

function overdueCount({ affiliation, talk, nomination }: OverviewView['sums']['overdue']): number {
  return affiliation + talk + nomination
}

const COLUMNS = [
  { key: 'name', title: '组织', width: 'minmax(0, 1.4fr)' },
  { key: 'confirmed', title: '人数', width: '56px' },
  { key: 'steps', title: '走到哪一步', width: 'minmax(0, 2fr)' },
  { key: 'claimed', title: '等确认', width: '64px' },
  { key: 'overdue', title: '超过期限', width: '136px' },
]

function open({ branch, code }: ChildView): void {
  go(branch ? links.branch(code) : links.overview(code))
}

/** One level down, each with the sums of everything below it. */
function Children({ view }: { view: OverviewView }) {
  return (
    <>
      {view.children.length === 0 ? (
        <Words as="body">下面的组织还没有人。</Words>
      ) : (
        <ByWidth
          narrow={
            <Card list>
              {view.children.map((child) => (
                <ChildRow key={child.code} child={child} onTap={() => open(child)} />
              ))}
            </Card>
          }
          wide={() => (
            <DataTable
              label="下属组织"
              columns={COLUMNS}
              rows={view.children.map((child) => ({
                key: child.code,
                onTap: () => open(child),
                cells: cellsOf(child),
              }))}
            />
          )}
        />
      )}
      {view.empty > 0 && view.children.length > 0 && <Words as="body">{`另有 ${view.empty} 个组织还没有人。`}</Words>}
    </>
  )
}

function cellsOf({ title, sums }: ChildView) {
  const overdue = overdueWords(sums.overdue)
  return {
    name: title,
    confirmed: String(sums.confirmed),
    ...(sums.confirmed > 0 && { steps: <StepsCell steps={sums.steps} /> }),
    ...(sums.claimed > 0 && { claimed: String(sums.claimed) }),
    ...(overdue !== null && { overdue: <Pill tone="not-yet">{overdue}</Pill> }),
  }
}
