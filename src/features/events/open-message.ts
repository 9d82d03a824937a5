import { call } from '../../platform/request'
import { ApiProblem, NetworkProblem } from '../../platform/problem'
import { queries } from '../../platform/state'

/** Says that I have opened a message. Without a network it stays unopened until the next time: what it leads to opens all the same. */
export function openMessage(id: string): void {
  call('PUT /v1/me/inbox/:message', { params: { message: id }, body: { opened: true } })
    .then(() => queries.outdate('inbox'))
    .catch((error: unknown) => {
      if (!(error instanceof ApiProblem || error instanceof NetworkProblem)) throw error
    })
}
