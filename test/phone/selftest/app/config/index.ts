import { defineConfig } from '@tarojs/cli'

export default defineConfig({
  projectName: 'phone-selftest',
  date: '2025-01-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: process.env.PHONE_SELFTEST_OUT ?? 'dist',
  plugins: [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  mini: {},
})
