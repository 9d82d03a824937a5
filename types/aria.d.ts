import '@tarojs/components'

// Taro's types know a role for View alone; config/plugins/wxml.ts carries it, and aria-*, into WeChat's templates.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    role?: string
  }
}
