import { runInThisContext } from 'node:vm'

/** One who may own a promise that nobody handled: a running mini-program. */
export interface RejectionOwner {
  owns(promise: unknown): boolean
  rejected(reason: unknown): void
}

type Emit = (event: string | symbol, ...args: unknown[]) => boolean

/**
 * Node reports unhandled rejections on the process. Under jest the `process` of a test is a copy, and jest's own
 * listener on the real one would fail the test that happens to run: so the real one's `emit` is wrapped while phones
 * are open, and what belongs to a bundle goes to its phone instead.
 */
const realProcess = runInThisContext('process') as { emit: Emit }

const owners = new Set<RejectionOwner>()
let original: Emit | undefined

export function watchRejections(owner: RejectionOwner): void {
  owners.add(owner)
  if (original) return
  const passOn = realProcess.emit
  original = passOn
  realProcess.emit = function emit(this: unknown, event, ...args) {
    if (event === 'unhandledRejection' || event === 'rejectionHandled') {
      const promise = event === 'unhandledRejection' ? args[1] : args[0]
      for (const one of owners) {
        if (!one.owns(promise)) continue
        if (event === 'unhandledRejection') one.rejected(args[0])
        return true
      }
    }
    return passOn.call(this, event, ...args)
  }
}

export function forgetRejections(owner: RejectionOwner): void {
  owners.delete(owner)
  if (owners.size || !original) return
  realProcess.emit = original
  original = undefined
}
