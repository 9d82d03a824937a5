import { Canvas } from '@tarojs/components'
import { PICTURE } from './picture'

/** Where the picture is drawn, in WeChat. The web build has picture-canvas.h5.tsx in its place. */
export function PictureCanvas({ id }: { id: string }) {
  return <Canvas type="2d" id={id} style={{ width: `${PICTURE.width}px`, height: `${PICTURE.height}px` }} />
}
