import type { MiniProgram } from '../mini-program'
import { asText, squash, truthy } from '../util'

import { isTappable } from './find'
import { flatten, innermost, type ScreenNode } from './node'
import { scan } from './scan'
import { Values } from './values'
import { labelOf, Words } from './words'

/** One look at the screen. */
export interface Look {
  root: ScreenNode
  words: Words
}

/** Something that a finger can do something with, as a screen reader meets it. */
export interface Touchable {
  /** `wx-view`, `wx-input` … */
  tag: string
  /** Its aria-role; '' where it names none. */
  role: string
  /** Its aria-label, else its words on one line. */
  name: string
  /** Its aria-selected. */
  selected: boolean
}

/** What the eye sees of a running mini-program. */
export class Screen {
  readonly values = new Values()

  constructor(private readonly app: MiniProgram) {}

  /** Reads the page on top; undefined before there is one. */
  look(): Look | undefined {
    const { top } = this.app.navigator
    const root = top && scan(top.view.box, this.app.view.visibility(top.route))
    return root && { root, words: new Words(this.values) }
  }

  text(): string {
    const look = this.look()
    return look ? look.words.clean(look.root) : ''
  }

  /** All aria-labels on the page, in reading order. */
  labels(): string[] {
    const look = this.look()
    return look
      ? flatten(look.root)
          .map(labelOf)
          .filter((label) => label !== '')
      : []
  }

  /** Everything on the page that listens to a tap or is a control, in reading order; not the frames around such. */
  touchables(): Touchable[] {
    const look = this.look()
    if (!look) return []
    return innermost(flatten(look.root).filter(isTappable)).map((node) => ({
      tag: node.tag,
      role: asText(node.attrs['aria-role'] ?? node.attrs.role),
      name: labelOf(node) || look.words.clean(node).replace(/\n/g, ' '),
      selected: truthy(node.attrs['aria-selected'] ?? node.attrs.ariaSelected),
    }))
  }

  /** Text of the toast or loading that is shown. */
  toast(): string {
    const { overlay } = this.app
    return overlay && (overlay.until ?? Infinity) > Date.now() ? overlay.title : ''
  }

  /** A toast or loading with a mask keeps fingers off the page. */
  isMasked(): boolean {
    const { overlay } = this.app
    return overlay?.mask === true && (overlay.until ?? Infinity) > Date.now()
  }

  /** Whether the page or the toast shows this; white space does not count. */
  sees(what: string | RegExp | ((text: string, toast: string) => boolean)): boolean {
    const text = this.text()
    const toast = this.toast()
    if (typeof what === 'function') return what(text, toast)
    if (typeof what !== 'string') return what.test(text) || what.test(toast)
    return squash(text).includes(squash(what)) || squash(toast).includes(squash(what))
  }

  /** The same element in a later look; its attributes may have changed. */
  again(node: ScreenNode): ScreenNode {
    const look = this.look()
    return (look && flatten(look.root).find((one) => one.node === node.node)) ?? node
  }
}
