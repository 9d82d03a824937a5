import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { localDateAt } from '#domain/time'
import { Button } from '../../../components/button/button'
import { classes } from '../../../components/classes'
import { Words } from '../../../components/words/words'
import { pathView } from '../../../features/path/model'
import { drawPicture, PICTURE, pictureLabel, pictureView, type PictureView } from '../../../features/path/picture'
import { CANVAS, PictureCanvas } from '../../../features/path/picture-canvas'
import { useMyPath } from '../../../features/path/use-my-path'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { toast } from '../../../platform/dialogs'
import { handOver, paint } from '../../../platform/picture'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import styles from './index.module.scss'

export default function SharePage() {
  const path = useMyPath()
  const policy = usePolicy(path.data?.report.policy.version)
  const now = useNow()
  const read = mapRead(withoutNote(readOf(path, now)), (reply) =>
    pictureView(pathView(reply, policy, localDateAt(now)), policy.name),
  )
  return (
    <AppScreen<PictureView> title="做成一张图" read={needSession(useSession(), read)}>
      {(view) => <Picture view={view} />}
    </AppScreen>
  )
}

/** Steps done, to show to friends: no name, no branch. */
function Picture({ view }: { view: PictureView }) {
  const label = pictureLabel(view)
  useEffect(() => {
    void paint(CANVAS, PICTURE, (pen) => drawPicture(pen, view))
    // `label` says all that the picture shows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [label])
  const share = async () => {
    if (!(await handOver(CANVAS, view.title))) toast('没有做成，可以截屏分享')
  }
  return (
    <>
      <Words as="body">图上只有走过的步数，没有姓名、支部和日期。</Words>
      <View className={classes(styles.picture)} role="img" aria-label={label}>
        <PictureCanvas />
      </View>
      <Button kind="primary" onTap={() => void share()}>
        {process.env.TARO_ENV === 'h5' ? '下载这张图' : '分享这张图'}
      </Button>
    </>
  )
}
