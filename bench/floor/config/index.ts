import { defineConfig } from '@tarojs/cli'

export default defineConfig({
  projectName: 'floor',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: process.env.OUTPUT_ROOT ?? 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {},
})
