import type { MyEventReply } from '#contract/event'
import { ApiProblem } from '../../platform/problem'
import { queries } from '../../platform/state'

function outdate(): void {
  for (const prefix of ['event', 'my-event', 'inbox', 'data']) queries.outdate(prefix)
}

/** Shows how one stands after an act, and asks anew for all that it may have changed; also after a no, whose reason may be news. */
export async function showAfter(id: string, act: Promise<MyEventReply>): Promise<true> {
  try {
    const reply = await act
    outdate()
    queries.put(`my-event ${id}`, reply, true)
    return true
  } catch (error) {
    if (error instanceof ApiProblem) outdate()
    throw error
  }
}
