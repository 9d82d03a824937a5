import { classes } from '../../components/classes'
import styles from './picture-canvas.module.scss'

/** The class by which the canvas is found. */
export const CANVAS = classes(styles.canvas)

/** Where the picture is drawn, on the web: Taro's own canvas there knows only WeChat's old way of drawing. */
export function PictureCanvas() {
  return <canvas className={CANVAS} />
}
