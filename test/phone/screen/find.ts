import { asText, squash } from '../util'

import { closest, flatten, innermost, type ScreenNode } from './node'
import { isTyped, labelOf, type Words } from './words'

export interface FindOptions {
  /** Which of several, in reading order, from 0. */
  nth?: number
  /** Only an element whose whole text or label is this. */
  exact?: boolean
  /** Of several, the one that stands closest together with these words (in the same row, card …). */
  near?: string
}

/** Elements that do something when pressed, with or without a listener of the page. */
const CONTROLS = new Set([
  'wx-button',
  'wx-navigator',
  'wx-switch',
  'wx-checkbox',
  'wx-radio',
  'wx-label',
  'wx-picker',
  'wx-input',
  'wx-textarea',
])

export const isControl = ({ tag }: ScreenNode): boolean => CONTROLS.has(tag)

export const isTappable = (node: ScreenNode): boolean => node.virtual?.event.tap !== undefined || isControl(node)

/** Whether the node's words, its label or that of a child contain the text. */
export function says(node: ScreenNode, what: string, words: Words): boolean {
  const wanted = squash(what)
  return (
    words.tight(node).includes(wanted) ||
    squash(labelOf(node)).includes(wanted) ||
    node.children.some((child) => squash(labelOf(child)).includes(wanted))
  )
}

/** The innermost tappable element that says this, and the deepest element in it that still does: there the finger lands. */
export function findTappable(
  root: ScreenNode,
  what: string | RegExp,
  words: Words,
  options: FindOptions,
): ScreenNode | undefined {
  const { nth, exact } = options
  const hits = (node: ScreenNode): boolean =>
    typeof what === 'string' ? says(node, what, words) : what.test(words.clean(node)) || what.test(labelOf(node))
  const isExactly = (node: ScreenNode): boolean =>
    typeof what === 'string' && (words.tight(node) === squash(what) || squash(labelOf(node)) === squash(what))
  const all = innermost(flatten(root).filter((node) => isTappable(node) && !isTyped(node) && hits(node)))
  const same = all.filter(isExactly)
  const list = exact || (same.length && (nth === undefined || nth < same.length)) ? same : all
  const found = choose(list, root, words, options)
  if (!found) return undefined
  let deepest = found
  for (;;) {
    const next = deepest.children.find(hits)
    if (!next) return deepest
    deepest = next
  }
}

function choose(list: ScreenNode[], root: ScreenNode, words: Words, options: FindOptions): ScreenNode | undefined {
  let candidates = list
  if (options.near !== undefined) {
    const near = squash(options.near)
    const distance = (node: ScreenNode): number => {
      for (let around: ScreenNode | undefined = node; around; around = around.parent) {
        if (words.tight(around).includes(near)) return words.tight(around).length
      }
      return Infinity
    }
    const shortest = Math.min(...list.map(distance))
    if (!words.tight(root).includes(near)) return undefined
    candidates = list.filter((node) => distance(node) === shortest)
  }
  if (options.nth !== undefined) return candidates[options.nth]
  // The shortest text wins when several contain it and the caller does not say which.
  return [...candidates].sort((a, b) => words.tight(a).length - words.tight(b).length)[0]
}

/** What could be tapped, for the message when nothing is found. */
export const tappableNames = (root: ScreenNode, words: Words): string[] =>
  flatten(root)
    .filter(isTappable)
    .map((node) => words.tight(node) || squash(labelOf(node)) || node.tag)
    .filter((name) => name.length < 40)
    .slice(0, 40)

/** The innermost element that says this and listens to the event. */
export function findListening(root: ScreenNode, what: string, event: string, words: Words): ScreenNode | undefined {
  return innermost(
    flatten(root).filter((node) => node.virtual?.event[event] !== undefined && says(node, what, words)),
  )[0]
}

/**
 * The control of one of these tags that a person would call this: by placeholder, label, name or id; by its own words;
 * by a label around or for it; by words beside it. A number counts the controls from 0.
 */
export function findControl(
  root: ScreenNode,
  what: string | number,
  tags: readonly string[],
  words: Words,
  options: FindOptions = {},
): ScreenNode | undefined {
  const all = flatten(root)
  const controls = all.filter((node) => tags.includes(node.tag))
  if (typeof what === 'number') return controls[what]
  const wanted = squash(what)
  const own = (node: ScreenNode): string => (isTyped(node) ? '' : words.tight(node))
  const names = (node: ScreenNode): string[] => [squash(node.attrs.placeholder), squash(labelOf(node))]
  const isLabelFor = (label: ScreenNode, node: ScreenNode): boolean => {
    const target = asText(label.attrs.for)
    return target !== '' && (target === node.attrs.id || target === node.element.id)
  }
  const byWhat: ((node: ScreenNode) => boolean)[] = [
    (node) => names(node).includes(wanted) || node.attrs.name === what || node.attrs.id === what,
    (node) => own(node) === wanted,
    (node) => names(node).some((name) => name.includes(wanted)) || own(node).includes(wanted),
    (node) => {
      const label = closest(node, 'wx-label')
      return label !== undefined && words.tight(label).includes(wanted)
    },
    (node) =>
      all.some((label) => label.tag === 'wx-label' && isLabelFor(label, node) && words.tight(label).includes(wanted)),
    (node) => standsAloneWith(node, wanted, tags, words),
  ]
  for (const matches of byWhat) {
    const list = controls.filter(matches)
    if (list.length) return options.near === undefined ? list[options.nth ?? 0] : choose(list, root, words, options)
  }
  return firstAfter(all, wanted, tags, words)
}

/** Whether the nearest elements around the control say this before they hold a second control. */
function standsAloneWith(control: ScreenNode, wanted: string, tags: readonly string[], words: Words): boolean {
  let around = control.parent
  for (let depth = 0; around && depth < 6; depth++, around = around.parent) {
    if (flatten(around).filter((node) => tags.includes(node.tag)).length > 1) return false
    if (words.tight(around).includes(wanted)) return true
  }
  return false
}

/** The first control after the words, in reading order. */
function firstAfter(all: ScreenNode[], wanted: string, tags: readonly string[], words: Words): ScreenNode | undefined {
  const at = all.findIndex((node) => !node.children.length && words.tight(node).includes(wanted))
  return at < 0 ? undefined : all.slice(at + 1).find((node) => tags.includes(node.tag))
}
