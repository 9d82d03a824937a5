import { Canvas } from '@tarojs/components'
import { classes } from '../../components/classes'
import styles from './picture-canvas.module.scss'

/** The class by which the canvas is found. */
export const CANVAS = classes(styles.canvas)

/** Where the picture is drawn, in WeChat. The web build has picture-canvas.h5.tsx in its place. */
export function PictureCanvas() {
  return <Canvas type="2d" className={CANVAS} />
}
