import { useState } from 'react'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Form,
  Input,
  Label,
  Picker,
  Radio,
  RadioGroup,
  Switch,
  Text,
  Textarea,
  View,
} from '@tarojs/components'
import Taro from '@tarojs/taro'

import { BASE } from '../../api'
import { useMarks } from '../../use'

const CLASSES = ['一班', '二班', '三班']

export default function FormPage() {
  useMarks('form')
  const [name, setName] = useState('')
  const [capitals, setCapitals] = useState('')
  const [klass, setKlass] = useState(-1)
  const [day, setDay] = useState('')
  const [sex, setSex] = useState('')
  const [likes, setLikes] = useState<string[]>([])
  const [isPublic, setPublic] = useState(false)
  const [out, setOut] = useState('')

  const upload = async () => {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'] })
    const filePath = tempFiles[0]?.tempFilePath ?? ''
    const { data } = await Taro.uploadFile({ url: `${BASE}/upload`, filePath, name: 'file', formData: { k: 'v' } })
    setOut(`上传 ${data}`)
  }

  return (
    <View>
      <Form onSubmit={(event) => setOut(JSON.stringify(event.detail.value))} onReset={() => setOut('重置了')}>
        <View>
          <Text>姓名</Text>
          <Input
            name="name"
            placeholder="请输入姓名"
            value={name}
            maxlength={8}
            onInput={(event) => setName(event.detail.value)}
          />
        </View>
        <View>
          <Text>手机号</Text>
          <Input name="tel" type="number" />
        </View>
        <View>
          <Text>大写</Text>
          <Input name="capitals" value={capitals} onInput={(event) => setCapitals(event.detail.value.toUpperCase())} />
        </View>
        <Textarea name="memo" placeholder="备注" />
        <Picker
          mode="selector"
          name="klass"
          range={CLASSES}
          value={klass}
          onChange={(event) => setKlass(Number(event.detail.value))}
        >
          <View>班级 {CLASSES[klass] ?? '未选'}</View>
        </Picker>
        <Picker
          mode="date"
          name="day"
          value={day}
          start="2020-01-01"
          end="2030-12-31"
          onChange={(event) => setDay(event.detail.value)}
        >
          <View>日期 {day || '未选'}</View>
        </Picker>
        <RadioGroup name="sex" onChange={(event) => setSex(event.detail.value)}>
          <Label>
            <Radio value="m" />
            <Text>男</Text>
          </Label>
          <Label>
            <Radio value="f" />
            <Text>女</Text>
          </Label>
        </RadioGroup>
        <CheckboxGroup name="likes" onChange={(event) => setLikes(event.detail.value)}>
          <Label>
            <Checkbox value="sing" />
            唱歌
          </Label>
          <Label>
            <Checkbox value="dance" />
            跳舞
          </Label>
        </CheckboxGroup>
        <View>
          <Text>公开</Text>
          <Switch name="isPublic" checked={isPublic} onChange={(event) => setPublic(event.detail.value)} />
        </View>
        <Button formType="submit">提交</Button>
        <Button formType="reset">清空</Button>
      </Form>
      <Text>
        {name}|{CLASSES[klass]}|{day}|{sex}|{likes.join(',')}|{isPublic ? '开' : '关'}
      </Text>
      <Text>{out}</Text>
      <Button onClick={upload}>传图</Button>
    </View>
  )
}
