import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as helper from '@tarojs/helper'
import { Weapp } from '@tarojs/plugin-platform-weapp'
import ts from 'typescript'
import wxml, { KEPT } from '../../config/plugins/wxml'

interface Template {
  componentsAlias: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  buildTemplate: (config: object) => string
}
interface Platform {
  template: Template
  modifyTemplate: (options: object) => void
}

/** Taro's own generator for WeChat, set up as in a build; with our plugin in it or without. */
function generator(ours: boolean): { template: Template; source: string } {
  const hooks: ((platform: Platform) => void)[] = []
  const ctx = {
    helper,
    registerMethod: ({ name, fn }: { name: string; fn: (platform: Platform) => void }) => {
      if (name === 'onSetupClose') hooks.push(fn)
    },
  }
  if (ours) wxml(ctx as unknown as Parameters<typeof wxml>[0])
  const platform = new (Weapp as unknown as new (ctx: object, config: object, options: object) => Platform)(ctx, {}, {})
  platform.modifyTemplate({})
  for (const hook of hooks) hook(platform)
  const source = platform.template.buildTemplate({
    includes: new Set(['view', 'text', 'image', 'input', 'textarea', 'picker', 'scroll-view', 'label']),
    exclude: new Set(),
    thirdPartyComponents: new Map(),
    includeAll: false,
  })
  return { template: platform.template, source }
}

/** The tags of one component in the templates, without their children. */
function tags(source: string, name: string): string[] {
  return source.match(new RegExp(`<${name} [^>]*>`, 'g')) ?? []
}

describe('the templates for WeChat', () => {
  const { source } = generator(true)

  test.each(['view', 'text', 'image', 'input', 'textarea', 'picker'])('%s says its name', (name) => {
    const all = tags(source, name).filter((tag) => !/^<view (style|class)="[^>]*data-sid="\{\{i.sid\}\}">$/.test(tag))
    expect(all.length).toBeGreaterThan(0)
    for (const tag of all) expect(tag).toContain('aria-label="{{i.ariaLabel}}"')
  })

  test.each(['view', 'text', 'image', 'picker'])('%s says its role under the name that WeChat knows', (name) => {
    expect(tags(source, name).some((tag) => tag.includes('aria-role="{{i.ariaRole||i.role}}"'))).toBe(true)
  })

  test('a view says its states', () => {
    const said = tags(source, 'view').join('\n')
    for (const state of ['hidden', 'disabled', 'selected', 'checked', 'expanded', 'live']) {
      expect(said).toContain(`aria-${state}="{{i.aria${state.charAt(0).toUpperCase()}${state.slice(1)}}}"`)
    }
  })

  test('what is kept stands there under the number that the runtime gives it', () => {
    const number = generator(false).template.componentsAlias['input']?.['placeholder'] ?? ''
    expect(number).toMatch(/^p\d+$/)
    for (const tag of tags(source, 'input')) expect(tag).toContain(`placeholder="{{i.${number}}}"`)
  })

  test('taps and classes are always there, what nobody uses is not', () => {
    for (const tag of tags(source, 'text').filter((text) => text.includes('bindtap'))) expect(tag).toContain('class=')
    expect(tags(source, 'text').some((tag) => tag.includes('bindtap="eh"'))).toBe(true)
    expect(source).not.toContain('bindanimationstart')
    expect(source).not.toContain('refresher')
  })
})

const SRC = join(__dirname, '..', '..', 'src')
/** Not attributes of a template: React's own, and what Taro puts on every node. */
const EVERYWHERE = new Set(['key', 'ref', 'className', 'style', 'id', 'role', 'onClick', 'children', 'compileMode'])

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return path.endsWith('.tsx') && !path.endsWith('.h5.tsx') ? [path] : []
  })
}

/** hoverClass → hover-class, onTouchMove → bindTouchMove, ScrollView → scroll-view. */
const dashed = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
const attribute = (name: string) => (/^on[A-Z]/.test(name) ? `bind${name.slice(2)}` : dashed(name))

/** What a source uses and the templates don't carry: file, component and attribute. */
function dropped(path: string, text: string): string[] {
  const found: string[] = []
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX)
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const component = node.tagName.getText(source)
      const kept = /^[A-Z]/.test(component) ? KEPT[dashed(component)] : undefined
      for (const property of node.attributes.properties) {
        if (!kept || !ts.isJsxAttribute(property)) continue
        const name = property.name.getText(source)
        if (EVERYWHERE.has(name) || /^(aria|data)-/.test(name) || kept.includes(attribute(name))) continue
        found.push(`${path}: <${component} ${name}>`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('what the screens use', () => {
  test('is kept in the templates (if not: add it to KEPT in config/plugins/wxml.ts)', () => {
    expect(sources(SRC).flatMap((path) => dropped(path, readFileSync(path, 'utf8')))).toEqual([])
  })

  test('a use of what is not kept is found', () => {
    expect(dropped('x.tsx', 'const a = <ScrollView scrollY refresherEnabled onScroll={f} />')).toEqual([
      'x.tsx: <ScrollView refresherEnabled>',
    ])
    expect(
      dropped('x.tsx', 'const a = <View hoverClass="a" onTouchStart={f}><Text userSelect>1</Text></View>'),
    ).toEqual(['x.tsx: <View onTouchStart>'])
  })
})
