import { useState } from 'react'
import {
  View,
  Text,
  Button,
  Form,
  Input,
  Textarea,
  Picker,
  RadioGroup,
  Radio,
  Label,
  CheckboxGroup,
  Checkbox,
  Switch,
} from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMarks } from '../../use'
const G = ['一班', '二班', '三班']
export default function F() {
  useMarks('form')
  const [name, setName] = useState('')
  const [g, setG] = useState(-1)
  const [d, setD] = useState('')
  const [sex, setSex] = useState('')
  const [c, setC] = useState<string[]>([])
  const [sw, setSw] = useState(false)
  const [out, setOut] = useState('')
  const [cap, setCap] = useState('')
  return (
    <View>
      <Form onSubmit={(e) => setOut(JSON.stringify(e.detail.value))} onReset={() => setOut('重置了')}>
        <View>
          <Text>姓名</Text>
          <Input
            name="name"
            placeholder="请输入姓名"
            value={name}
            maxlength={8}
            onInput={(e) => setName(e.detail.value)}
          />
        </View>
        <View>
          <Text>手机号</Text>
          <Input name="tel" type="number" />
        </View>
        <View>
          <Text>大写</Text>
          <Input name="cap" value={cap} onInput={(e) => setCap(e.detail.value.toUpperCase())} />
        </View>
        <Textarea name="memo" placeholder="备注" />
        <Picker mode="selector" name="g" range={G} value={g} onChange={(e) => setG(+e.detail.value)}>
          <View>班级 {G[g] || '未选'}</View>
        </Picker>
        <Picker mode="date" name="d" value={d} onChange={(e) => setD(e.detail.value)}>
          <View>日期 {d || '未选'}</View>
        </Picker>
        <RadioGroup name="sex" onChange={(e) => setSex(e.detail.value)}>
          <Label>
            <Radio value="m" />
            <Text>男</Text>
          </Label>
          <Label>
            <Radio value="f" />
            <Text>女</Text>
          </Label>
        </RadioGroup>
        <CheckboxGroup name="c" onChange={(e) => setC(e.detail.value)}>
          <Label>
            <Checkbox value="a" />
            唱歌
          </Label>
          <Label>
            <Checkbox value="b" />
            跳舞
          </Label>
        </CheckboxGroup>
        <View>
          <Text>公开</Text>
          <Switch name="sw" checked={sw} onChange={(e) => setSw(e.detail.value)} />
        </View>
        <Button formType="submit">提交</Button>
        <Button formType="reset">清空</Button>
      </Form>
      <Text>
        {name}|{G[g]}|{d}|{sex}|{c.join(',')}|{sw ? '开' : '关'}
      </Text>
      <Text>{out}</Text>
      <Button
        onClick={async () => {
          const r = await Taro.chooseMedia({ count: 1, mediaType: ['image'] })
          const f = r.tempFiles[0]
          const u = await Taro.uploadFile({
            url: 'https://api.example.test/upload',
            filePath: f.tempFilePath,
            name: 'file',
            formData: { k: 'v' },
          })
          setOut('上传 ' + u.data)
        }}
      >
        传图
      </Button>
    </View>
  )
}
