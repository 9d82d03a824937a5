import { useState } from 'react'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { CheckRow } from '../../../components/check-row/check-row'
import { Choices } from '../../../components/choices/choices'
import { FactTile } from '../../../components/fact-tile/fact-tile'
import { Fold } from '../../../components/fold/fold'
import { Hero } from '../../../components/hero/hero'
import { Pill } from '../../../components/pill/pill'
import { Tiles } from '../../../components/tiles/tiles'
import { Words } from '../../../components/words/words'
import { nothing } from '../nothing'
import { Section } from '../section'

const STAGES = [
  { key: '1', title: '入团申请', text: '年满 14 周岁，向所在的团支部递交书面申请书。' },
  { key: '2', title: '入团积极分子', text: '支部大会推荐，支部委员会确定。' },
  { key: '3', title: '培养考察 · 至少 3 个月', text: '两名培养联系人，8 学时团课，20 小时志愿服务。' },
  { key: '4', title: '发展对象', text: '四个条件都到了以后，由支部委员会讨论。' },
  { key: '5', title: '支部大会 · 审批 · 入团仪式', text: '上级团委审批，颁发团员证和团徽。' },
]

/** Before anyone signs in: what it takes, and questions answered with a tap. */
export function GuestSection() {
  const [open, setOpen] = useState('3')
  const [age, setAge] = useState('14-17')
  const [study, setStudy] = useState('')
  const [way, setWay] = useState('points')
  const [people, setPeople] = useState<readonly string[]>(['丙'])
  const toggle = (who: string) =>
    setPeople(people.includes(who) ? people.filter((one) => one !== who) : [...people, who])

  return (
    <>
      <Section title="Hero, FactTile">
        <Hero title="我现在差什么？" note="点 4 下，10 秒知道，不留记录" onTap={nothing} />
        <Tiles>
          <FactTile over="在校学生" value="优良" under="思政课考评" onTap={nothing} />
          <FactTile over="培养期内" value="8 学时" under="团课" onTap={nothing} />
          <FactTile over="每年" value="20 小时" under="志愿服务" onTap={nothing} />
          <FactTile over="推荐" value="三选一" under="推优 · 积分 · 评议" onTap={nothing} />
          <FactTile over="没有办法点开的一块" value="1999 小时" under="很长的说明也会换行，不会被切掉" />
        </Tiles>
        <Hero
          title="很长的标题也会换行：我现在离成为一名团员还差什么？"
          note="四个问题，不用登录，不留记录，随时可以退出"
          onTap={nothing}
        />
      </Section>

      <Section title="Fold">
        <Card list>
          {STAGES.map(({ key, title, text }) => (
            <Fold
              key={key}
              mark={key}
              title={title}
              note={key === '4' ? '支委会讨论，公示 5 个工作日' : undefined}
              trailing={key === '3' ? <Pill tone="note">本区规定</Pill> : undefined}
              open={open === key}
              onToggle={() => setOpen(open === key ? '' : key)}
            >
              <Words as="body">{text}</Words>
            </Fold>
          ))}
        </Card>
        <Card list>
          <Fold title="没有序号的一行" open={false} onToggle={nothing}>
            {null}
          </Fold>
          <Fold title="打开着的一行" note="一行小字" open onToggle={nothing}>
            <Words as="body">里面是什么都可以。</Words>
          </Fold>
        </Card>
      </Section>

      <Section title="Choices">
        <Card>
          <Choices
            name="age"
            label="你多大？"
            options={[
              { value: 'under', text: '不满 14' },
              { value: '14-17', text: '14–17' },
              { value: '18-28', text: '18–28' },
              { value: 'over', text: '28 以上' },
            ]}
            value={age}
            onChange={setAge}
          />
          <Choices
            name="study"
            label="你现在在做什么？"
            hint="决定哪些条件适用"
            options={[
              { value: 'school', text: '在校学生', note: '有思政课考评' },
              { value: 'work', text: '已经工作', note: '单位或社区的团支部' },
              { value: 'neither', text: '都不是', note: '社区的团支部也欢迎你，在户籍地或现在住的地方都可以申请' },
            ]}
            value={study}
            onChange={setStudy}
          />
          <Choices
            name="way"
            label="推荐方式"
            error="请选一种推荐方式"
            options={[
              { value: 'league', text: '少先队推优' },
              { value: 'points', text: '积分推荐' },
              { value: 'vote', text: '支部大会民主评议推荐' },
            ]}
            value={way}
            onChange={setWay}
          />
        </Card>
      </Section>

      <Section title="CheckRow">
        <Card list>
          {['乙', '丙', '己'].map((who) => (
            <CheckRow
              key={who}
              title={`积极分子·${who}`}
              note={who === '己' ? '高二（1）班团支部（示例）· 已计入 4 学时，还差 4 学时' : undefined}
              checked={people.includes(who)}
              onToggle={() => toggle(who)}
            />
          ))}
        </Card>
        <Button onTap={nothing}>{`已选 ${people.length} 人`}</Button>
      </Section>
    </>
  )
}
