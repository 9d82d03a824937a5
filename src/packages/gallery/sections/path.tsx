import { Banner } from '../../../components/banner/banner'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { NextCard } from '../../../components/next-card/next-card'
import { Pill } from '../../../components/pill/pill'
import { RingTile } from '../../../components/ring-tile/ring-tile'
import { StageBar } from '../../../components/stage-bar/stage-bar'
import { Tiles } from '../../../components/tiles/tiles'
import { Trail, type TrailStep } from '../../../components/trail/trail'
import { Words } from '../../../components/words/words'
import { nothing } from '../nothing'
import { Section } from '../section'

const NAMES = ['申请', '积极分子', '培养', '发展对象', '接收']

/** The five stages with one of them current; all done from 5 on. */
const stages = (at: number, reach?: number) =>
  NAMES.map((text, index) => {
    if (index < at) return { text, state: 'done' as const }
    return index === at ? { text, state: 'current' as const, reach } : { text, state: 'ahead' as const }
  })

const STEPS: readonly TrailStep[] = [
  {
    key: 'applied',
    mark: '1',
    title: '提交申请书',
    note: '9月3日 · 支部已收到书面',
    state: 'done',
    label: '第 1 步，提交申请书，已完成',
  },
  {
    key: 'talked',
    mark: '补录',
    title: '谈话',
    note: '9月10日 · 团支书，纸质记录补录',
    state: 'skipped',
    label: '第 2 步，谈话，已补录',
  },
  { key: 'branch', mark: '3', title: '支部大会推荐', state: 'done', label: '第 3 步，支部大会推荐，已完成' },
  {
    key: 'training',
    mark: '培养',
    title: '培养考察 · 进行中',
    note: '最早 12月16日满 3 个月',
    state: 'current',
    label: '第 5 步，培养考察，正在进行',
  },
  {
    key: 'candidate',
    mark: '6',
    title: '确定为发展对象',
    note: '四个条件都到了以后，由支部委员会（没有设立支部委员会的，由支部大会）讨论，报上级团委备案',
    state: 'ahead',
    label: '第 6 步，确定为发展对象，还没到',
  },
  { key: 'pre-review', mark: '7', title: '预审', note: '校团委', state: 'ahead', label: '第 7 步，预审，还没到' },
  {
    key: 'form',
    mark: '17',
    title: '颁发团员证和团徽，举行入团仪式并面向团旗宣誓',
    state: 'ahead',
    label: '第 17 步，入团仪式，还没到',
  },
]

const SHORT: readonly TrailStep[] = [
  {
    key: 'a',
    mark: '申请',
    title: '写申请书',
    note: '可以先在这里写好',
    state: 'current',
    label: '第 1 步，写申请书，现在',
  },
  { key: 'b', mark: '2', title: '谈话', note: '团支书会找你', state: 'ahead', label: '第 2 步，谈话，还没到' },
  { key: 'c', mark: '3', title: '推荐', state: 'ahead', label: '第 3 步，推荐，还没到' },
]

/** My path: where I am, what is missing, what comes. */
export function PathSection() {
  return (
    <>
      <Section title="Banner, StageBar">
        <Banner
          over="入团积极分子 · 第 5 步，共 15 步"
          title="培养考察中"
          trailing={<Pill tone="waiting">轮到：时间</Pill>}
        >
          <StageBar stages={stages(2, 0.55)} label="第 3 段，共 5 段：培养" />
        </Banner>
        <Banner
          over="申请人 · 第 1 步，共 15 步"
          title="等待团支部确认收到申请书"
          trailing={<Pill tone="mine">轮到我：交书面申请书</Pill>}
        >
          <StageBar stages={stages(0, 0.05)} label="第 1 段，共 5 段：申请" />
        </Banner>
        <Banner title="已经是团员" trailing={<Pill tone="met">2027年5月4日</Pill>}>
          <StageBar stages={stages(5)} label="五段都走完了" />
        </Banner>
        <Banner title="没有进度条" over="只有一行小字" />
      </Section>

      <Section title="Tiles, RingTile">
        <Tiles>
          <RingTile
            title="团课学习"
            ring={{
              have: 60,
              pending: 20,
              need: 80,
              value: '6',
              unit: '/ 8 学时',
              label: '已计入 6 学时，待认定 2 学时，需要 8 学时',
            }}
            tone="waiting"
            state="2 待认定"
            note="等团支书，第 2 天"
            onTap={nothing}
          />
          <RingTile
            title="志愿服务"
            ring={{
              have: 840,
              pending: 0,
              need: 1200,
              value: '14',
              unit: '/ 20 小时',
              label: '已计入 14 小时，需要 20 小时',
            }}
            tone="not-yet"
            state="还差 6 小时"
            note="2026 年"
            onTap={nothing}
          />
          <RingTile
            title="思政课考评"
            ring={{ have: 1, pending: 0, need: 1, value: '良', label: '思政课考评：良，已达到' }}
            tone="met"
            state="已计入"
            note="高二上学期"
            onTap={nothing}
          />
          <RingTile
            title="培养考察"
            ring={{ have: 69, pending: 0, need: 90, value: '69', unit: '/ 90 天', label: '已经 69 天，需要 90 天' }}
            tone="not-yet"
            state="还需 21 天"
            note="最早 12月16日满 3 个月"
            onTap={nothing}
          />
          <RingTile
            title="思政课考评"
            ring={{ have: 0, pending: 0, need: 1, value: '—', label: '不适用' }}
            tone="not-applicable"
            state="不适用"
            note="已经工作，没有思政课"
          />
          <RingTile
            title="推荐"
            ring={{ have: 0, pending: 0, need: 1, value: '0', unit: '/ 3 选 1', label: '还没有推荐' }}
            tone="mine"
            state="轮到我：选一种"
          />
          <RingTile
            title="志愿服务时长"
            ring={{
              have: 119940,
              pending: 60,
              need: 120000,
              value: '1999',
              unit: '/ 2000 小时',
              label: '已计入 1999 小时，需要 2000 小时',
            }}
            tone="waiting"
            state="1 小时待认定"
            note="等大学东路街道青年爱里的负责人，第 12 天"
          />
          <RingTile
            title="志愿服务"
            ring={{
              have: 1200,
              pending: 0,
              need: 1200,
              value: '20',
              unit: '/ 20 小时',
              label: '已计入 20 小时，已达到',
            }}
            tone="met"
            state="已计入"
          />
        </Tiles>
      </Section>

      <Section title="NextCard">
        <NextCard title="最快 12月20日 具备条件" text="再参加这 2 场志愿服务，学时等认定就够了">
          <Button kind="primary" onTap={nothing}>
            一起报名
          </Button>
        </NextCard>
        <NextCard title="只有一句话，没有按钮" text="等团支书确认收到，最晚 12月3日。" />
      </Section>

      <Section title="Trail">
        <Card>
          <Words as="title">走过的和接下来的</Words>
          <Trail steps={STEPS} onOpen={nothing} />
        </Card>
        <Card>
          <Words as="title">三步，不能打开</Words>
          <Trail steps={SHORT} />
        </Card>
      </Section>
    </>
  )
}
