import type { MiniProgram } from '../mini-program'
import { messageOf, stackOf, type Bag } from '../util'

import { privacyFailure } from './private'
import { asyncApi } from './table'
import { WxFailure } from './types'

/** Answers an asynchronous wx call a moment later; exactly one of failure and reply reaches `done`. */
export function answerAsync(
  app: MiniProgram,
  name: string,
  options: Bag,
  done: (failure: unknown, reply: unknown) => void,
): void {
  app.activity.begin()
  const succeed = (reply: unknown): void => {
    app.activity.end()
    app.script.later(() => {
      done(undefined, { errMsg: `${name}:ok`, ...(reply as Bag | undefined) })
    })
  }
  const fail = (error: unknown): void => {
    app.activity.end()
    let failure: Bag
    if (error instanceof WxFailure) {
      failure = error.reply()
    } else {
      app.journal.error('harness', `wx.${name}: ${messageOf(error)}`, app.route, stackOf(error))
      failure = { errMsg: `${name}:fail ${messageOf(error)}` }
    }
    app.script.later(() => {
      done(failure, undefined)
    })
  }
  const planned = app.handset.answers.takeFailure(name)
  const unasked = privacyFailure(app, name)
  const api = asyncApi[name]
  if (planned !== undefined) {
    fail(new WxFailure(planned))
  } else if (unasked) {
    fail(unasked)
  } else if (!api) {
    fail(new WxFailure(`${name}:fail not supported by harness`))
  } else {
    // Called at once: what it does must have happened when wx.x() returns.
    new Promise((resolve) => {
      resolve(api(app, options))
    }).then(succeed, fail)
  }
}
