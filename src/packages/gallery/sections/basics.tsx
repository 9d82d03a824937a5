import { View } from '@tarojs/components'
import { useState } from 'react'
import { Amount } from '../../../components/amount/amount'
import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { classes } from '../../../components/classes'
import { DateField } from '../../../components/date-field/date-field'
import { Entry } from '../../../components/entry/entry'
import { Icon, type IconName } from '../../../components/icon/icon'
import { Notice } from '../../../components/notice/notice'
import { Pill, type PillTone } from '../../../components/pill/pill'
import { Ring } from '../../../components/ring/ring'
import { Row } from '../../../components/row/row'
import { SearchField } from '../../../components/search-field/search-field'
import { SelectField } from '../../../components/select-field/select-field'
import { Sheet } from '../../../components/sheet/sheet'
import { TextField } from '../../../components/text-field/text-field'
import { TimeField } from '../../../components/time-field/time-field'
import { Words } from '../../../components/words/words'
import { ICONS } from '../icons'
import { nothing } from '../nothing'
import { Section } from '../section'
import styles from '../index.module.scss'

const BRANCHES = [
  { value: 'a', text: '高二（1）班团支部（示例）' },
  { value: 'b', text: '大学东路社区团支部（示例）' },
]

const TONES: readonly (readonly [PillTone, string])[] = [
  ['mine', '轮到我'],
  ['met', '已计入'],
  ['waiting', '等团支书'],
  ['not-yet', '还差 6 小时'],
  ['not-applicable', '不适用'],
  ['note', '本区规定'],
]

const RINGS: readonly (readonly [number, number, string])[] = [
  [0, 0, '0'],
  [1, 0, '1'],
  [60, 20, '60'],
  [79, 0, '79'],
  [0, 40, '0'],
  [80, 0, '80'],
]

/** The small signs: pills, rings, icons, words. */
export function SignsSection() {
  return (
    <Section title="Pill, Ring, Icon">
      <Card>
        <View className={classes(styles.state)}>
          {TONES.map(([tone, text]) => (
            <View key={tone} className={classes(styles.pill)}>
              <Pill tone={tone}>{text}</Pill>
            </View>
          ))}
        </View>
        <View className={classes(styles.icons)}>
          {RINGS.map(([have, pending, value]) => (
            <View key={`${have} ${pending}`} className={classes(styles.ring)}>
              <Ring have={have} pending={pending} need={80} label={`已计入 ${have}，待认定 ${pending}，需要 80`}>
                <Amount place="ring" value={value} unit="/ 80" />
              </Ring>
            </View>
          ))}
          <Ring off have={0} need={80} label="不适用">
            <Amount place="ring" value="—" unit="" />
          </Ring>
        </View>
        <View className={classes(styles.state)}>
          <Ring size="large" have={60} pending={20} need={80} label="已计入 6 学时，待认定 2 学时，需要 8 学时">
            <Amount place="large" value="6" unit="/ 8 学时" />
          </Ring>
          <View className={classes(styles.beside)}>
            <Words as="headline">还差 2 学时</Words>
            <Words as="caption">已计入 6 · 待认定 2</Words>
          </View>
        </View>
        <View className={classes(styles.icons)}>
          {ICONS.map((icon: IconName) => (
            <View key={icon} className={classes(styles.icon)}>
              <Icon name={icon} size={24} />
              <View className={classes(styles.caption)}>{icon}</View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  )
}

/** Lines of a list, and cards in their tones. */
export function LinesSection() {
  return (
    <Section title="Entry, Row, Card">
      <Card list>
        <Entry title="11月21日 · 第七课 团的纪律" note="大学东路青年爱里 · 2 学时" tone="waiting" fate="待认定" />
        <Entry title="11月8日 · 第五、六课" note="讲师团 · 2 学时" tone="met" fate="计入" />
        <Entry title="9月6日 · 入团常识" note="1 学时" reason="成为积极分子之前" tone="note" fate="不计入" />
      </Card>
      <Card list>
        <Row title="我的团支部" trailing="高二（1）班" onTap={nothing} />
        <Row title="我的数据" note="看、复制、更正、删除" onTap={nothing} />
        <Row title="为什么是 8 学时" trailing={<Pill tone="note">本区规定</Pill>} />
      </Card>
      <Card tone="sun">还有 2 天到期。到期没有答复，可以催办。</Card>
      <Card tone="sky">现在没有网络，不用重扫，也不用等。</Card>
      <Notice>没有存上：这一天已经登记过了。</Notice>
    </Section>
  )
}

/** What one types into and taps. */
export function FieldsSection() {
  const [name, setName] = useState('')
  const [reason, setReason] = useState('已经写好的话，出错也不会丢。')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [branch, setBranch] = useState('')
  const [search, setSearch] = useState('大学东路')
  const [sheet, setSheet] = useState(false)

  return (
    <Section title="Button, Field, Sheet">
      <Card>
        <Button kind="primary" onTap={() => setSheet(true)}>
          打开面板
        </Button>
        <Button onTap={nothing}>补充一句</Button>
        <Button busy onTap={nothing}>
          正在保存
        </Button>
        <Button kind="primary" reason="先填好姓名和生日" onTap={nothing}>
          提交
        </Button>
        <Button kind="quiet" onTap={nothing}>
          以后再说
        </Button>
        <Button kind="danger" onTap={nothing}>
          删除我的数据
        </Button>
      </Card>
      <Card>
        <TextField name="name" label="姓名" hint="和身份证上一样" maxLength={50} value={name} onChange={setName} />
        <TextField name="reason" label="说明" multiline optional maxLength={500} value={reason} onChange={setReason} />
        <DateField
          name="birth"
          label="出生日期"
          error="请选择出生日期"
          min="1990-01-01"
          max="2012-11-23"
          value={day}
          onChange={setDay}
        />
        <TimeField name="time" label="开始时间" value={time} onChange={setTime} />
        <SelectField name="branch" label="团支部" options={BRANCHES} value={branch} onChange={setBranch} />
        <SearchField name="search" label="搜索团支部" value={search} onChange={setSearch} />
      </Card>
      <Sheet open={sheet} title="选择团支部" onClose={() => setSheet(false)}>
        {BRANCHES.map(({ value, text }) => (
          <Row key={value} title={text} onTap={() => setSheet(false)} />
        ))}
      </Sheet>
    </Section>
  )
}
