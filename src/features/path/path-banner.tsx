import { Banner } from '../../components/banner/banner'
import { Pill } from '../../components/pill/pill'
import { StageBar } from '../../components/stage-bar/stage-bar'
import type { PathView } from './model'

/** Where somebody stands, and whose turn it is. */
export function PathBanner({ path }: { path: Pick<PathView, 'banner' | 'stages' | 'stagesLabel'> }) {
  const { over, title, turn } = path.banner
  return (
    <Banner over={over} title={title} trailing={turn && <Pill tone={turn.tone}>{turn.text}</Pill>}>
      <StageBar stages={path.stages} label={path.stagesLabel} />
    </Banner>
  )
}
