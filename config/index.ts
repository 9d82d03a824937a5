import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { require as requireTs } from 'tsx/cjs/api'
import type { PolicyPack } from '../domain/policy/policy'

// Taro compiles this file and its plugins only, no other room.
const { versionOf } = requireTs('../domain/policy/version', __filename) as typeof import('../domain/policy/version')

const root = path.resolve(__dirname, '..')
const here = (...parts: string[]) => path.join(root, ...parts)

const district = process.env.DISTRICT ?? 'saihan'
const pack = here('districts', district, 'policy.json')
if (!/^[a-z][a-z0-9_]{1,30}$/.test(district) || !existsSync(pack)) {
  throw new Error(`DISTRICT=${district}: there is no districts/${district}/policy.json`)
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const packVersion = versionOf(JSON.parse(readFileSync(pack, 'utf8')) as PolicyPack, sha256)

const isTaroUi = (file: string | undefined) => /[\\/]taro-ui[\\/]/.test(file ?? '')

/**
 * One size in both builds and on every width: a px in our own styles is a px. Only taro-ui, drawn for a 750 px canvas,
 * is halved; by Taro's defaults a 44 px target would be 88 px at 1280 px in the web build and 37.5 px at 320 px in WeChat.
 */
const pxtransform = {
  enable: true,
  // Taro's types know no 'px', its transform does.
  config: { targetUnit: 'px' as unknown as 'rem', exclude: (file: string) => !isTaroUi(file) },
}

const production = process.env.NODE_ENV === 'production'
const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module',
    // A class name travels with every node through setData: short in production, readable while developing.
    generateScopedName: production ? '[hash:base64:5]' : '[name]-[local]-[hash:base64:4]',
  },
}

/**
 * What terser does by itself; Taro turns most of it off, for engines that are older than our browserslist (17 kB of the main
 * package). Not unsafe_arrows, nor webpack's own arrows: 8 kB less, and the start takes a fifth longer, since V8 reads an arrow
 * twice. Chinese stays as it is: escaped, each character takes six bytes instead of three.
 */
const TERSER = {
  ecma: 2018 as const,
  toplevel: true,
  compress: {
    ecma: 2018 as const,
    passes: 3,
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: true,
    loops: true,
    negate_iife: true,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    toplevel: true,
    typeofs: true,
  },
  output: { ecma: 2018 as const, ascii_only: false },
}

/**
 * Taro's templates stand in base.wxml once for each level of nesting, 2.8 kB a level; no screen of ours is deeper than eleven
 * (a deeper one would work, through a component of WeChat's). Taro reads it, its types don't know it.
 */
const TEMPLATES = { baseLevel: 11 }

/** Rooms outside src/ whose TypeScript is part of the bundle; what isn't named here isn't compiled. */
const compile = { include: [here('domain')] }

export default defineConfig(() => {
  const type = process.env.TARO_ENV
  const config: UserConfigExport = {
    projectName: 'qingnian-aili',
    date: '2026-11-23',
    designWidth: ((input?: { file?: string }) => (isTaroUi(input?.file) ? 750 : 375)) as unknown as number,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: process.env.OUTPUT_ROOT ?? `dist/${type ?? 'weapp'}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [here('config/plugins/wxml.ts'), here('config/plugins/lean.ts')],
    terser: { enable: true, config: TERSER },
    alias: { '@district': here('districts', district) },
    defineConstants: {
      DISTRICT: JSON.stringify(district),
      PACK_VERSION: JSON.stringify(packVersion),
      API_ORIGIN: JSON.stringify(
        type === 'h5' ? '' : (process.env.API_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, ''),
      ),
    },
    logger: { quiet: false, stats: false },
    mini: {
      compile,
      postcss: { pxtransform, cssModules },
      // compileMode on a component renders nothing at all unless this is on.
      experimental: { compileMode: true },
      optimizeMainPackage: { enable: true },
      webpackChain(chain) {
        // Short ones for what is asked for most.
        chain.optimization.set('moduleIds', 'size')
      },
      ...TEMPLATES,
      // Not minifyXML: it drops the end tag of <input>, and WeChat's compiler refuses that.
      // No screen sets HTML: without this Taro's parser for it stays at home.
      runtime: { enableInnerHTML: false },
      // Classes are a module's own, so the order of modules that don't import each other says nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      // The reader of QRs is written for newer browsers than iOS 13's.
      compile: { include: [...compile.include, path.dirname(realpathSync(here('node_modules', 'qr', 'index.js')))] },
      publicPath: '/',
      router: { mode: 'hash' },
      // Taro shares code between entries only: without this every page would carry its own copy of the kit.
      webpackChain(chain) {
        chain.merge({
          optimization: {
            splitChunks: { cacheGroups: { shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 20 } } },
          },
        })
      },
      // Without it taro-ui's styles are not halved. A RegExp works, whatever the type says.
      esnextModules: [/taro-ui/ as unknown as string],
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} }, pxtransform, cssModules },
    },
  }
  return config
})
