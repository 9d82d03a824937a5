import { PICTURE } from './picture'

/** Where the picture is drawn, on the web: Taro's own canvas there knows only WeChat's old way of drawing. */
export function PictureCanvas({ id }: { id: string }) {
  return <canvas id={id} style={{ width: PICTURE.width, height: PICTURE.height }} />
}
