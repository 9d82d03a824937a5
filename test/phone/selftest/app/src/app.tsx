import type { PropsWithChildren } from 'react'
import { useLaunch, useDidShow, useDidHide } from '@tarojs/taro'
import { mark } from './log'
import './app.scss'
export default function App({ children }: PropsWithChildren) {
  useLaunch((o) => mark('app:launch ' + o.scene))
  useDidShow(() => mark('app:show'))
  useDidHide(() => mark('app:hide'))
  return children
}
