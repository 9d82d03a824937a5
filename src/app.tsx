import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { followCheckIns, sendCheckIns } from './platform/check-ins'
import { followHostCheckIns, sendHostCheckIns } from './platform/host-check-ins'
import { reloadForMissingParts } from './platform/missing-parts'
import { followNetwork } from './platform/network'
import { prepareOwnCode } from './platform/own-code'
import { clock, keptUntil } from './platform/state'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    followNetwork()
    reloadForMissingParts()
    followCheckIns()
    followHostCheckIns()
  })
  useDidShow(() => {
    keptUntil.sweep(clock.now())
    sendCheckIns()
    sendHostCheckIns()
    prepareOwnCode()
  })
  return children
}
