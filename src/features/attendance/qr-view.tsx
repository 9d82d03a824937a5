import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { classes } from '../../components/classes'
import { qrOf } from '../../platform/qr'
import { qrPicture } from './qr-picture'
import styles from './qr-view.module.scss'

interface QrViewProps {
  /** What whoever scans it reads; ASCII. */
  text: string
  /** What it is, for a screen reader. */
  label: string
}

/** A QR as wide as its place, with its white rim. */
export function QrView({ text, label }: QrViewProps) {
  const picture = useMemo(() => qrPicture(qrOf(text)), [text])
  return (
    <View
      className={classes(styles.code)}
      style={{ backgroundImage: `url(${picture})` }}
      role="img"
      aria-label={`${label}，二维码`}
    />
  )
}
