import type { PropsWithChildren } from 'react'
import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'

import { mark } from './log'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch((options) => mark(`app:launch ${options.scene}`))
  useDidShow(() => mark('app:show'))
  useDidHide(() => mark('app:hide'))
  return children
}
