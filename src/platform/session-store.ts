import { createSignal, type Signal } from './signal'
import { readJson, writeJson, type Storage } from './storage'

/** A session on this device. A persona's and a desktop's are never renewed silently: nobody's WeChat stands behind them. */
export interface Session {
  readonly token: string
  readonly kind: 'wechat' | 'persona' | 'desk'
}

export interface SessionState {
  readonly session: Session | null
  /** The session ended by itself (too old, revoked, rights to the account gone), not by a sign-out. */
  readonly expired: boolean
}

/** Who is signed in here. */
export interface SessionStore extends Signal<SessionState> {
  /** Another number after each sign-in and each end: the same one is the same person. */
  readonly visit: () => number
  /** A person signed in. */
  readonly begin: (session: Session) => void
  /** The same person, a fresh token. */
  readonly renewed: (token: string) => void
  /** Ends it here. `expired`: not by the person's wish. */
  readonly end: (how: { readonly expired: boolean }) => void
}

const KEY = 'session'

export function createSessionStore(storage: Storage): SessionStore {
  const signal = createSignal<SessionState>({ session: readJson(storage, KEY) as Session | null, expired: false })
  let visit = 0
  const keep = (session: Session) => {
    writeJson(storage, KEY, session)
    signal.set({ session, expired: false })
  }
  return {
    get: signal.get,
    subscribe: signal.subscribe,
    visit: () => visit,
    begin(session) {
      visit += 1
      keep(session)
    },
    renewed(token) {
      const { session } = signal.get()
      if (session) keep({ ...session, token })
    },
    end({ expired }) {
      visit += 1
      storage.remove(KEY)
      signal.set({ session: null, expired })
    },
  }
}
