import { Button } from '../../components/button/button'
import { FactTile } from '../../components/fact-tile/fact-tile'
import { Hero } from '../../components/hero/hero'
import { Tiles } from '../../components/tiles/tiles'
import { Words } from '../../components/words/words'
import { editionWords, unconfirmedWords } from '../../features/policy/model'
import { factViews, stageViews, stepCount } from '../../features/policy/way'
import { WayCard } from '../../features/policy/way-card'
import { go } from '../../platform/navigation'
import { links } from '../../routes'
import type { Policy } from '#domain/policy/policy'

/** What it takes, and the way as steps one can see, for someone who hasn't signed in. Works without a network. */
export function Guest({ policy, expired }: { policy: Policy; expired: boolean }) {
  return (
    <>
      <Words as="headline">从想加入，到成为一名团员</Words>
      <Words as="body">{`${stepCount()} 步，每步要什么、谁来办。不用登录，先看看。`}</Words>
      <Hero title="我现在差什么？" note="点几下，10 秒知道，不留记录" onTap={() => go(links.selfCheck())} />
      <Tiles>
        {factViews(policy).map(({ key, over, value, under }) => (
          <FactTile key={key} over={over} value={value} under={under} />
        ))}
      </Tiles>
      <WayCard
        title="这条路怎么走"
        stages={stageViews(policy)}
        edition={editionWords(policy)}
        unconfirmed={unconfirmedWords(policy)}
      />
      {expired && <Words as="body">登录已经过期，请重新登录。</Words>}
      <Button onTap={() => go(links.signIn())}>登录，看看我的进度</Button>
    </>
  )
}
