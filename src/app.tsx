import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { followNetwork } from './platform/network'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(followNetwork)
  return children
}
