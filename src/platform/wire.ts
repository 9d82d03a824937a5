import Taro from '@tarojs/taro'
import type { WireReply, WireRequest } from './client'
import { NetworkProblem } from './problem'

/** Sends one request through WeChat's or the browser's network. */
export async function send(request: WireRequest): Promise<WireReply> {
  try {
    const reply = await Taro.request<string | undefined>({
      url: request.url,
      method: request.method,
      header: { ...request.headers },
      ...(request.body === undefined ? {} : { data: request.body }),
      timeout: request.timeout,
      // Read here: in the web build a reply that isn't JSON would become null, and a 204 has nothing to read.
      dataType: 'text',
    })
    return { status: reply.statusCode, headers: small(reply.header), text: reply.data ?? '' }
  } catch (error) {
    throw new NetworkProblem(/time.?out|abort/i.test(messageOf(error)))
  }
}

function messageOf(error: unknown): string {
  return (error as { errMsg?: string } | undefined)?.errMsg ?? ''
}

/** Phones differ in how they write a header's name. */
function small(headers: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const name of Object.keys(headers ?? {})) names[name.toLowerCase()] = String(headers?.[name])
  return names
}
