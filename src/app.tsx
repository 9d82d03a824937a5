import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { reloadForMissingParts } from './platform/missing-parts'
import { followNetwork } from './platform/network'
import { clock, keptUntil } from './platform/state'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    followNetwork()
    reloadForMissingParts()
    keptUntil.sweep(clock.now())
  })
  return children
}
