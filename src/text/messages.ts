import type { Message } from '#contract/event'
import type { Instant } from '#domain/time'
import { eventTimeWords, eventTitle, whereWords } from './event-cards'
import { pointWords } from './events'

interface Said {
  readonly title: string
  readonly text: string
}

/** A message in words, from the event as it stands now. */
export function messageWords({ kind, card, until, words, settled }: Message, now: Instant): Said {
  const name = `“${eventTitle(card.kind, card.title)}”`
  const when = eventTimeWords(card.start as Instant, card.end as Instant, now)
  switch (kind) {
    case 'place-offered':
      return settled
        ? { title: '为你保留过一个名额', text: `${name}：已经答复，或者过了时间。` }
        : {
            title: '有名额了，请你答复',
            text: `${name}：为你保留${until === null ? '' : `到${pointWords(until as Instant, now)}`}，接受了才算报名。`,
          }
    case 'offer-expired':
      return { title: '保留的名额过了时间', text: `${name}：名额给了下一位。想来还可以再报名。` }
    case 'list-closed':
      return { title: '候补结束了', text: `${name}：没有空出名额，离开始太近，不再递补。` }
    case 'moved':
      return {
        title: '活动改了时间或地点',
        text: `${name}：现在是${when}，${whereWords(card)}。不方便可以退出，不留记录。`,
      }
    case 'cancelled':
      return { title: '活动取消了', text: `${name}：原定${when}，不用来了。` }
    case 'reminder':
      return { title: '活动快到了', text: `${name}：${when}，${whereWords(card)}。` }
    case 'added':
      return { title: '组织者替你报了名', text: `${name}：${when}，${whereWords(card)}。不去可以取消，不留记录。` }
    case 'announcement':
      return { title: '组织者有话说', text: `${name}：${words ?? ''}` }
    case 'class-answered':
      return { title: '团课认定有答复了', text: `${name}：打开活动看看结果。` }
  }
}
