import { readdirSync, readFileSync, statSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { join } from 'node:path'
import * as helper from '@tarojs/helper'
import { Weapp } from '@tarojs/plugin-platform-weapp'
import ts from 'typescript'
import loader from '../../config/loaders/cut'
import wxml, { KEPT } from '../../config/plugins/wxml'

type Aliases = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

interface Template {
  componentsAlias: Aliases
  buildTemplate: (config: object) => string
  buildXScript: () => string
}
interface Platform {
  template: Template
  modifyTemplate: (options: object) => void
}

/** What the plugin asks webpack to cut out of which files. */
type Cuts = [file: RegExp, options: { cuts: [string, string][] }][]

const USED = ['view', 'text', 'image', 'input', 'textarea', 'picker', 'scroll-view', 'label']

/** Taro's own generator for WeChat, set up as in a build; with our plugin in it or without. */
function generator(ours: boolean, used = USED): { template: Template; source: string; cuts: Cuts } {
  const hooks: ((platform: Platform) => void)[] = []
  const cuts: Cuts = []
  const chain = { module: { rule: () => ({ test: rule }) } }
  function rule(file: RegExp): object {
    return { use: () => ({ loader: () => ({ options: (options: Cuts[number][1]) => cuts.push([file, options]) }) }) }
  }
  const ctx = {
    helper,
    registerMethod: ({ name, fn }: { name: string; fn: (platform: Platform) => void }) => {
      if (name === 'onSetupClose') hooks.push(fn)
    },
    modifyWebpackChain: (fn: (args: { chain: object }) => void) => {
      fn({ chain })
    },
  }
  if (ours) wxml(ctx as unknown as Parameters<typeof wxml>[0])
  const platform = new (Weapp as unknown as new (ctx: object, config: object, options: object) => Platform)(ctx, {}, {})
  platform.modifyTemplate({})
  for (const hook of hooks) hook(platform)
  const source = platform.template.buildTemplate({
    includes: new Set(used),
    exclude: new Set(),
    thirdPartyComponents: new Map(),
    includeAll: false,
  })
  return { template: platform.template, source, cuts }
}

/** The tags of one component in the templates, without their children. */
function tags(source: string, name: string): string[] {
  return source.match(new RegExp(`<${name} [^>]*>`, 'g')) ?? []
}

/** One of Taro's files as the build has it. */
function cut(cuts: Cuts, ...file: string[]): string {
  const resourcePath = join(__dirname, '..', '..', 'node_modules', '@tarojs', ...file)
  const options = cuts.find(([of]) => of.test(resourcePath))?.[1]
  if (!options) throw new Error(`nothing is cut out of ${resourcePath}`)
  return loader.call({ resourcePath, getOptions: () => options }, readFileSync(resourcePath, 'utf8'))
}

/** What the runtime of the build calls components and attributes. */
function aliasesOfRuntime(cuts: Cuts): Aliases {
  const found = /function getComponentsAlias\(\) \{ return (.*) \}/.exec(cut(cuts, 'shared', 'dist', 'utils.js'))
  return JSON.parse(found?.[1] ?? '{}') as Aliases
}

describe('the templates for WeChat', () => {
  const { source, cuts } = generator(true)
  const aliases = aliasesOfRuntime(cuts)
  /** What the runtime calls a property in the data. */
  const called = (component: string, prop: string) => aliases[component]?.[prop] ?? 'missing'

  test.each(['view', 'text', 'image', 'input', 'textarea', 'picker'])('%s says its name', (name) => {
    const all = tags(source, name).filter((tag) => !/^<view (style|class)="[^>]*data-sid="\{\{i.sid\}\}">$/.test(tag))
    expect(all.length).toBeGreaterThan(0)
    for (const tag of all) expect(tag).toContain(`aria-label="{{i.${called('view', 'ariaLabel')}}}"`)
  })

  test.each(['view', 'text', 'image', 'picker'])('%s says its role under the name that WeChat knows', (name) => {
    expect(tags(source, name).some((tag) => tag.includes(`aria-role="{{i.${called(name, 'role')}}}"`))).toBe(true)
    expect(called(name, 'ariaRole')).toBe(called(name, 'role'))
  })

  test('a view says its states', () => {
    const said = tags(source, 'view').join('\n')
    for (const state of ['hidden', 'disabled', 'selected', 'checked', 'expanded', 'live']) {
      const prop = `aria${state.charAt(0).toUpperCase()}${state.slice(1)}`
      expect(said).toContain(`aria-${state}="{{i.${called('view', prop)}}}"`)
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

describe('the runtime', () => {
  const { source, template, cuts } = generator(true)
  const aliases = aliasesOfRuntime(cuts)

  test('calls every attribute as the templates do, and every kind of node has a template', () => {
    expect(aliases).toEqual(template.componentsAlias)
    const names = new Set(Object.values(aliases).flatMap((alias) => Object.values(alias ?? {})))
    const read = [...source.matchAll(/\bi\.(\w+)/g)].map((match) => match[1] ?? '')
    const own = ['cn', 'cl', 'st', 'v', 'nn', 'sid', 'uid', 'focus']
    expect([...new Set(read)].filter((name) => !names.has(name) && !own.includes(name))).toEqual([])
    const all = generator(
      true,
      Object.keys(KEPT).flatMap((name) => [name, `static-${name}`, `pure-${name}`]),
    ).source
    for (const alias of Object.values(aliases)) expect(all).toContain(`<template name="tmpl_0_${alias?._num ?? '?'}">`)
  })

  test("has Taro's numbers", () => {
    const all = generator(false).template.componentsAlias
    expect(aliases['input']?.['placeholder']).toBe(all['input']?.['placeholder'])
    expect(aliases['static-view']?._num).toBe(all['static-view']?._num)
  })

  test('a tap alone, and what Taro would catch, are shown by the template of a view', () => {
    for (const kind of ['click-view', 'catch-view']) expect(aliases[kind]).toEqual(aliases['view'])
  })

  test("has nothing of WeChat's other components", () => {
    const names = cut(cuts, 'shared', 'dist', 'components.js')
    expect(names).toContain('ScrollView: {}')
    expect(names).not.toContain('danmu')
    expect(cut(cuts, 'plugin-platform-weapp', 'dist', 'runtime.js')).not.toContain(
      'mergeInternalComponents(components)',
    )
  })

  test("picks a template by how deep a node stands; a text's second level is its last", () => {
    const xs = runInNewContext(`var module = {}; ${template.buildXScript()}; module.exports`) as {
      a: (level: number, kind: string, above: string) => string
    }
    const [view, text] = [aliases['view']?._num ?? '', aliases['text']?._num ?? '']
    expect(xs.a(3, view, '')).toBe(`tmpl_3_${view}`)
    expect(xs.a(15, view, '')).toBe('tmpl_15_container')
    expect(xs.a(9, text, '')).toBe(`tmpl_0_${text}`)
    expect(xs.a(9, text, text)).toBe(`tmpl_1_${text}`)
    expect(source).toContain(`"tmpl_1_${text}"`)
    expect(source).not.toContain(`"tmpl_2_${text}"`)
  })
})

describe('a component that is not kept', () => {
  test('fails the build', () => {
    expect(() => generator(true, [...USED, 'slider'])).toThrow('slider')
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
