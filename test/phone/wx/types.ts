import type { MiniProgram } from '../mini-program'
import type { Bag } from '../util'

/** A synchronous function of wx: its arguments as the bundle gave them. */
export type SyncApi = (app: MiniProgram, ...args: unknown[]) => unknown

/** An asynchronous function of wx: its one options object. Throws or rejects with a WxFailure. */
export type AsyncApi = (app: MiniProgram, options: Bag) => unknown

/** The answer of a wx call that failed: becomes `{ errMsg, ...facts }` in the bundle. */
export class WxFailure extends Error {
  /**
   * @param errMsg WeChat's text, such as `scanCode:fail cancel`
   * @param facts further fields, such as errCode
   */
  constructor(
    readonly errMsg: string,
    readonly facts: Bag = {},
  ) {
    super(errMsg)
  }

  reply(): Bag {
    return { errMsg: this.errMsg, ...this.facts }
  }
}
