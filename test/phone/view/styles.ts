import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { parse, type AtRule, type Root, type Rule } from 'postcss'

type Property = 'display' | 'visibility'

interface Declared {
  value: string
  important: boolean
}

interface VisibilityRule {
  selector: string
  specificity: number
  declared: Partial<Record<Property, Declared>>
}

export interface Visibility {
  rules: VisibilityRule[]
  /** Those rules that can hide: an element that none of them matches needs no further look. */
  hiding: VisibilityRule[]
}

const hides = ({ declared }: VisibilityRule): boolean =>
  declared.display?.value === 'none' || declared.visibility?.value === 'hidden'

const BUILT_IN =
  /(^|[\s>+~])(view|text|button|input|textarea|image|label|form|switch|radio|checkbox|picker|navigator|scroll-view|swiper|swiper-item|icon|block)(?=$|[\s>+~.:#[])/g

const parsed = new Map<string, VisibilityRule[]>()

/**
 * Reads of a page's wxss only what decides whether something is shown; there is no layout here.
 * @param alsoShown components on the page whose wxss counts too (it is not isolated here)
 */
export function visibilityOf(root: string, page: string, alsoShown: readonly string[] = []): Visibility {
  const key = [root, page, ...alsoShown].join('|')
  let rules = parsed.get(key)
  if (!rules) {
    rules = []
    const seen = new Set<string>()
    collect(root, join(root, 'app.wxss'), seen, rules)
    for (const path of [page, ...alsoShown]) collect(root, join(root, `${path}.wxss`), seen, rules)
    parsed.set(key, rules)
  }
  return { rules, hiding: rules.filter(hides) }
}

function collect(root: string, file: string, seen: Set<string>, out: VisibilityRule[]): void {
  if (seen.has(file) || !existsSync(file)) return
  seen.add(file)
  const sheet: Root = parse(readFileSync(file, 'utf8'), { from: file })
  sheet.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (target) collect(root, target.startsWith('/') ? join(root, target) : resolve(dirname(file), target), seen, out)
  })
  sheet.walkRules((rule) => {
    const parent = rule.parent
    if (parent?.type === 'atrule' && /keyframes|media/.test((parent as AtRule).name)) return
    const declared = visibilityDeclared(rule)
    if (!Object.keys(declared).length) return
    for (const selector of rule.selectors) {
      if (/::|:(before|after|active|hover|focus)/.test(selector)) continue
      const own = selector.replace(BUILT_IN, '$1wx-$2').replace(/(^|[\s>+~])page(?=$|[\s>+~.:#[])/g, '$1.page-box')
      out.push({ selector: own, specificity: specificityOf(own), declared })
    }
  })
}

function visibilityDeclared(rule: Rule): VisibilityRule['declared'] {
  const declared: VisibilityRule['declared'] = {}
  rule.walkDecls(/^(display|visibility)$/, (declaration) => {
    declared[declaration.prop as Property] = { value: declaration.value, important: declaration.important ?? false }
  })
  return declared
}

function specificityOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0
  return count(/#/g) * 100 + count(/[.[:]/g) * 10 + count(/(^|[\s>+~])[a-z]/g)
}

/** Whether wxss or an inline style hides the element itself (its ancestors are asked separately). */
export function isHidden(element: Element, { rules, hiding }: Visibility): boolean {
  const inline = element.getAttribute('style') ?? ''
  const own = [...inline.matchAll(/(?:^|;)\s*(display|visibility)\s*:\s*([a-z-]+)/g)]
  if (!own.length && !hiding.some((rule) => matches(element, rule.selector))) return false
  const winner: Partial<Record<Property, { weight: number; value: string }>> = {}
  for (const rule of rules) {
    if (!matches(element, rule.selector)) continue
    for (const property of ['display', 'visibility'] as const) {
      const declared = rule.declared[property]
      if (!declared) continue
      const weight = (declared.important ? 1e6 : 0) + rule.specificity
      if (weight >= (winner[property]?.weight ?? 0)) winner[property] = { weight, value: declared.value }
    }
  }
  for (const [, property, value] of own) {
    // An inline style wins over everything but !important.
    const rival = winner[property as Property]
    if (value && (rival?.weight ?? 0) < 1e6) winner[property as Property] = { weight: 1e5, value }
  }
  return winner.display?.value === 'none' || winner.visibility?.value === 'hidden'
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector)
  } catch {
    return false // a selector that jsdom does not know
  }
}
