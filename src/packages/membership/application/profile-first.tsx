import { NextCard } from '../../../components/next-card/next-card'
import { Button } from '../../../components/button/button'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'

/** One applies under a name and at a branch: both come first. */
export function ProfileFirst() {
  return (
    <NextCard title="先填写资料" text="申请是交给你的团支部的。填好姓名、出生日期和团支部，再回来提交。">
      <Button kind="primary" onTap={() => go(links.profile())}>
        填写我的资料
      </Button>
    </NextCard>
  )
}
