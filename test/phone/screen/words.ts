import { asBag, asText, squash, truthy } from '../util'

import type { ScreenNode } from './node'
import type { Values } from './values'

/** The words of one scan of the screen, worked out once per node. */
export class Words {
  private readonly known = new Map<ScreenNode, string>()

  constructor(private readonly values: Values) {}

  /** Words of a node as the eye joins them: blocks on lines of their own, texts apart. */
  raw(node: ScreenNode): string {
    let text = this.known.get(node)
    if (text === undefined) {
      text = this.read(node)
      this.known.set(node, text)
    }
    return text
  }

  private read(node: ScreenNode): string {
    if (isTyped(node)) {
      const value = asText(this.values.get(node, 'value'))
      const shown = truthy(node.attrs.password) ? '•'.repeat(value.length) : value
      return `\n${shown || asText(node.attrs.placeholder)}\n`
    }
    if (node.tag === 'wx-rich-text') return `\n${richText(node.attrs.nodes)}\n`
    const inside = node.parts.map((part) => (typeof part === 'string' ? part : this.raw(part))).join('')
    if (node.tag === 'wx-text') return node.parent?.tag === 'wx-text' ? inside : ` ${inside} `
    return /^wx-|^div$/.test(node.tag) ? `\n${inside}\n` : inside
  }

  /** The words without needless white space, a line per block. */
  clean(node: ScreenNode): string {
    return this.raw(node)
      .replace(/[ \t\u00a0]+/g, ' ')
      .replace(/ *\n\s*/g, '\n')
      .trim()
  }

  /** The words without any white space. */
  tight(node: ScreenNode): string {
    return squash(this.raw(node))
  }
}

/** An input or a textarea: its words are its value or its placeholder. */
export const isTyped = ({ tag }: ScreenNode): boolean => tag === 'wx-input' || tag === 'wx-textarea'

/** What a screen reader says for the node. */
export const labelOf = (node: ScreenNode): string => asText(node.attrs['aria-label'] ?? node.attrs.ariaLabel)

function richText(nodes: unknown): string {
  if (typeof nodes === 'string') {
    return nodes
      .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replace(/&nbsp;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  }
  if (!Array.isArray(nodes)) return ''
  return nodes
    .map((node) => {
      const { type, text, children } = asBag(node)
      return type === 'text' ? asText(text) : richText(children)
    })
    .join('')
}
