import { Bar } from '../../../components/bar/bar'
import { Card } from '../../../components/card/card'
import { DataTable } from '../../../components/data-table/data-table'
import { Digits } from '../../../components/digits/digits'
import { Facts } from '../../../components/facts/facts'
import { Pill } from '../../../components/pill/pill'
import { TaskCard } from '../../../components/task-card/task-card'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { nothing } from '../nothing'
import { Section } from '../section'

const COLUMNS = [
  { key: 'name', title: '姓名', width: '1.2fr' },
  { key: 'step', title: '到哪一步' },
  { key: 'class', title: '团课 8', width: '136px' },
  { key: 'service', title: '志愿 20', width: '136px' },
  { key: 'course', title: '思政课', width: '64px' },
  { key: 'period', title: '培养期', width: '96px' },
  { key: 'turn', title: '轮到谁', width: '1.6fr' },
]

const classHours = (have: number) => (
  <Bar have={have * 10} need={80} text={String(have)} label={`团课 ${have} 学时，需要 8 学时`} />
)
const service = (have: number) => (
  <Bar have={have * 60} need={1200} text={String(have)} label={`志愿服务 ${have} 小时，需要 20 小时`} />
)

const ROWS = [
  {
    key: 'a',
    onTap: nothing,
    cells: {
      name: '申请人·甲',
      step: '已提交',
      class: classHours(0),
      service: service(0),
      turn: <Pill tone="mine">我：收书面申请书</Pill>,
    },
  },
  {
    key: 'b',
    onTap: nothing,
    label: '打开积极分子·丙',
    cells: {
      name: '积极分子·丙',
      step: '培养考察',
      class: classHours(6),
      service: service(14),
      course: '良',
      period: '69 / 90 天',
      turn: <Pill tone="mine">我：认定学时</Pill>,
    },
  },
  {
    key: 'c',
    onTap: nothing,
    cells: {
      name: '名字特别特别长的一位积极分子·己（示例）',
      step: '公示第 3 天',
      class: classHours(8),
      service: service(20),
      course: '优',
      period: '90 / 90 天',
      turn: '支委会：推荐，很长的一句话也会换行',
    },
  },
  {
    key: 'd',
    cells: {
      name: '不能打开的一行',
      step: '培养考察',
      class: classHours(7.9),
      service: service(19.9),
      turn: '时间：到 11月26日',
    },
  },
]

/** The League's people: what to do, who stands where, and a code to read out. */
export function LeagueSection() {
  return (
    <>
      <Section title="TaskCard">
        <Tiles>
          <TaskCard title="确认收到申请书" who="申请人·甲" tone="waiting" clock="收到 2 天" onTap={nothing} />
          <TaskCard title="谈话" who="申请人·乙" tone="not-yet" clock="还剩 6 天" onTap={nothing} />
          <TaskCard
            title="认定学时，标题很长的时候也会换行"
            who="3 人 · 第七课 团的纪律和团员的权利义务"
            tone="mine"
            clock="超过 2 天"
            onTap={nothing}
          />
        </Tiles>
      </Section>

      <Section title="DataTable, Bar">
        <DataTable label="支部成员" columns={COLUMNS} rows={ROWS} />
        <DataTable
          label="两列的小表"
          columns={[
            { key: 'a', title: '团支部' },
            { key: 'b', title: '人数' },
          ]}
          rows={[{ key: '1', cells: { a: '高二（1）班', b: 42 } }]}
        />
      </Section>

      <Section title="Digits, Facts">
        <Card>
          <Words as="title">入团码</Words>
          <Digits value="402917" label="入团码" />
          <Facts
            rows={[
              { key: 'until', name: '有效到', value: '11月25日 18:00' },
              { key: 'branch', name: '团支部', value: '高二（1）班团支部（示例）' },
              {
                key: 'long',
                name: '很长的名字会占到差不多一半',
                value: '很长的值会换行，并且靠右边站好 13800000000000000000000000',
              },
            ]}
          />
        </Card>
      </Section>
    </>
  )
}
