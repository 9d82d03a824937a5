import { View } from '@tarojs/components'
import { useState } from 'react'
import { Amount } from '../../components/amount/amount'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { classes } from '../../components/classes'
import { DateField } from '../../components/date-field/date-field'
import { Entry } from '../../components/entry/entry'
import { Icon, type IconName } from '../../components/icon/icon'
import { Pill } from '../../components/pill/pill'
import { Ring } from '../../components/ring/ring'
import { Row } from '../../components/row/row'
import type { Read } from '../../components/screen/read'
import { Screen } from '../../components/screen/screen'
import { ScreenTitle } from '../../components/screen-title/screen-title'
import { SearchField } from '../../components/search-field/search-field'
import { SelectField } from '../../components/select-field/select-field'
import { Sheet } from '../../components/sheet/sheet'
import { type Tab, TabBar } from '../../components/tab-bar/tab-bar'
import { TextField } from '../../components/text-field/text-field'
import { ICONS } from './icons'
import styles from './index.module.scss'

const nothing = () => undefined

const READS: readonly { name: string; read: Read<string> }[] = [
  { name: 'loading', read: { state: 'loading' } },
  {
    name: 'error',
    read: { state: 'error', title: '没有连上', hint: '可能是网络的问题，不是你的问题。', retry: nothing },
  },
  {
    name: 'empty',
    read: {
      state: 'empty',
      title: '还没有记录',
      hint: '团支书记录后，会出现在这里。',
      action: { text: '看看需要什么', onTap: nothing },
    },
  },
  {
    name: 'content, offline',
    read: { state: 'content', value: '内容', note: { text: '没有网络，显示的是今天 14:32 的内容', offline: true } },
  },
  { name: 'content', read: { state: 'content', value: '内容', note: { text: '更新于 2 分钟前', offline: false } } },
]

const TABS: readonly Tab<'path' | 'mine'>[] = [
  { name: 'path', text: '路径', icon: 'path' },
  { name: 'mine', text: '我的', icon: 'mine' },
]

const BRANCHES = [
  { value: 'a', text: '高二（1）班团支部（示例）' },
  { value: 'b', text: '大学东路社区团支部（示例）' },
]

/** Every piece of the kit in every state. Development builds only. */
export default function GalleryPage() {
  const [name, setName] = useState('')
  const [reason, setReason] = useState('已经写好的话，出错也不会丢。')
  const [day, setDay] = useState('')
  const [branch, setBranch] = useState('')
  const [search, setSearch] = useState('大学东路')
  const [sheet, setSheet] = useState(false)

  return (
    <Screen
      read={{ state: 'content', value: null }}
      tab
      top={<ScreenTitle title="组件" onBack={nothing} />}
      bottom={<TabBar tabs={TABS} current="path" onSelect={nothing} heading="青年爱里" />}
    >
      {() => (
        <>
          <Card>
            <View className={classes(styles.line)}>
              <View>
                <View className={classes(styles.caption)}>入团积极分子 · 第 5 步，共 15 步</View>
                <View className={classes(styles.headline)}>培养考察中</View>
              </View>
              <Pill tone="waiting">轮到：时间</Pill>
            </View>
          </Card>

          <View className={classes(styles.grid)}>
            <View className={classes(styles.cell)}>
              <Card>
                <View className={classes(styles.state)}>
                  <Ring have={60} pending={20} need={80} label="已计入 6 学时，待认定 2 学时，需要 8 学时">
                    <Amount place="ring" value="6" unit="/ 8 学时" />
                  </Ring>
                  <View className={classes(styles.name)}>团课学习</View>
                </View>
                <Pill tone="waiting">2 待认定</Pill>
                <View className={classes(styles.caption)}>等团支书，第 2 天</View>
              </Card>
            </View>
            <View className={classes(styles.cell)}>
              <Card>
                <View className={classes(styles.state)}>
                  <Ring have={840} need={1200} label="已计入 14 小时，需要 20 小时">
                    <Amount place="ring" value="14" unit="/ 20 小时" />
                  </Ring>
                  <View className={classes(styles.name)}>志愿服务</View>
                </View>
                <Pill tone="not-yet">还差 6 小时</Pill>
                <View className={classes(styles.caption)}>2026 年</View>
              </Card>
            </View>
            <View className={classes(styles.cell)}>
              <Card>
                <View className={classes(styles.state)}>
                  <Ring have={1} need={1} label="思政课考评：良，已达到">
                    <Amount place="ring" value="良" unit="" />
                  </Ring>
                  <View className={classes(styles.name)}>思政课考评</View>
                </View>
                <Pill tone="met">已计入</Pill>
                <View className={classes(styles.caption)}>高二上学期</View>
              </Card>
            </View>
            <View className={classes(styles.cell)}>
              <Card>
                <View className={classes(styles.state)}>
                  <Ring have={0} need={80} label="已计入 0 学时，需要 8 学时">
                    <Amount place="ring" value="0" unit="/ 8 学时" />
                  </Ring>
                  <View className={classes(styles.name)}>还没开始</View>
                </View>
                <Pill tone="not-applicable">不适用</Pill>
                <View className={classes(styles.caption)}>没有思政课</View>
              </Card>
            </View>
          </View>

          <Card>
            <View className={classes(styles.state)}>
              <Ring size="large" have={60} pending={20} need={80} label="已计入 6 学时，待认定 2 学时，需要 8 学时">
                <Amount place="large" value="6" unit="/ 8 学时" />
              </Ring>
              <View className={classes(styles.name)}>
                <View className={classes(styles.title)}>还差 2 学时</View>
                <View className={classes(styles.caption)}>已计入 6 · 待认定 2</View>
                <Pill tone="waiting">等团支书，第 2 天</Pill>
              </View>
            </View>
          </Card>

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

          <Card tone="red">
            <View className={classes(styles.title)}>最快 12月20日 具备条件</View>
            <View className={classes(styles.caption)}>再参加这 2 场志愿服务，学时等认定就够了</View>
            <View className={classes(styles.gap)} />
            <Button kind="primary" onTap={() => setSheet(true)}>
              打开面板
            </Button>
          </Card>
          <Card tone="sun">还有 2 天到期。到期没有答复，可以催办。</Card>
          <Card tone="sky">现在没有网络，不用重扫，也不用等。</Card>

          <Card>
            <Button onTap={nothing}>补充一句</Button>
            <View className={classes(styles.gap)} />
            <Button busy onTap={nothing}>
              正在保存
            </Button>
            <View className={classes(styles.gap)} />
            <Button kind="primary" reason="先填好姓名和生日" onTap={nothing}>
              提交
            </Button>
            <View className={classes(styles.gap)} />
            <Button kind="quiet" onTap={nothing}>
              以后再说
            </Button>
            <Button kind="danger" onTap={nothing}>
              删除我的数据
            </Button>
          </Card>

          <Card>
            <TextField name="name" label="姓名" hint="和身份证上一样" maxLength={50} value={name} onChange={setName} />
            <TextField
              name="reason"
              label="说明"
              multiline
              optional
              maxLength={500}
              value={reason}
              onChange={setReason}
            />
            <DateField
              name="birth"
              label="出生日期"
              error="请选择出生日期"
              min="1990-01-01"
              max="2012-11-23"
              value={day}
              onChange={setDay}
            />
            <SelectField name="branch" label="团支部" options={BRANCHES} value={branch} onChange={setBranch} />
            <SearchField name="search" label="搜索团支部" value={search} onChange={setSearch} />
          </Card>

          <Card>
            <View className={classes(styles.icons)}>
              {ICONS.map((icon: IconName) => (
                <View key={icon} className={classes(styles.icon)}>
                  <Icon name={icon} size={24} />
                  <View className={classes(styles.caption)}>{icon}</View>
                </View>
              ))}
            </View>
          </Card>

          {READS.map(({ name: state, read }) => (
            <View key={state} className={classes(styles.frame)}>
              <View className={classes(styles.caption)}>{state}</View>
              <Screen read={read}>{(value) => <Card>{value}</Card>}</Screen>
            </View>
          ))}

          <Sheet open={sheet} title="选择团支部" onClose={() => setSheet(false)}>
            {BRANCHES.map(({ value, text }) => (
              <Row key={value} title={text} onTap={() => setSheet(false)} />
            ))}
          </Sheet>
        </>
      )}
    </Screen>
  )
}
