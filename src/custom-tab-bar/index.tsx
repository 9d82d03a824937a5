import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { TabBar } from '../components/tab-bar/tab-bar'
import { useKeptCheckIns } from '../platform/use-kept-check-ins'
import { go, here } from '../platform/navigation'
import { bar, barLink, tabAt } from '../routes'

/**
 * WeChat's tab bar: one instance a tab page. What is selected is that page's path, asked again when the page shows,
 * because an instance may be made before its page is the newest. The web build ignores this file: there each tab page
 * renders the same TabBar.
 */
export default function CustomTabBar() {
  const [path, setPath] = useState(here)
  useDidShow(() => setPath(here()))
  const counts = { checkIn: useKeptCheckIns().rows.length }
  return <TabBar tabs={bar} counts={counts} current={tabAt(path)} onSelect={(name) => go(barLink(name))} />
}
