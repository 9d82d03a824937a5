import '@tarojs/components'

// Taro's types know no role; config/plugins/aria.ts carries it, and aria-*, into WeChat's templates.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    role?: string | undefined
  }
}
