import { Button } from '../../../components/button/button'
import { Card } from '../../../components/card/card'
import { Words } from '../../../components/words/words'
import { go } from '../../../platform/navigation'
import { links } from '../../../routes'

/** One can check in now. `first`: nothing else is to be decided on this screen. */
export function Door({ words, first }: { words: string; first: boolean }) {
  return (
    <Card tone={first ? 'red' : 'plain'}>
      <Words as="title">到场了？</Words>
      <Words as="body">{words}</Words>
      <Button kind={first ? 'primary' : 'secondary'} onTap={() => go(links.checkIn())}>
        去签到
      </Button>
    </Card>
  )
}
