import type { Read } from '../../components/screen/read'
import { go } from '../../platform/navigation'
import type { SessionState } from '../../platform/session-store'
import { links } from '../../routes'

/** For a screen that is about a person: without one, the way to sign in. */
export function needSession<T>(state: SessionState, read: Read<T>): Read<T> {
  if (state.session) return read
  return {
    state: 'empty',
    title: state.expired ? '登录已经过期' : '还没有登录',
    hint: '登录以后才能看这一页。',
    action: { text: '登录', onTap: () => go(links.signIn()) },
  }
}
