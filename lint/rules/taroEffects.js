/**
 * Outside src/platform, `@tarojs/taro` gives types and these hooks only. Whatever does something (network, storage,
 * login, navigation, toasts, …) goes through src/platform, where it can be found, typed once and tested.
 */
const HOOKS = new Set([
  'useLoad',
  'useUnload',
  'useReady',
  'useDidShow',
  'useDidHide',
  'useLaunch',
  'useError',
  'usePullDownRefresh',
  'useReachBottom',
  'usePageScroll',
  'useResize',
  'useRouter',
  'useScope',
  'useShareAppMessage',
  'useShareTimeline',
  'useTabItemTap',
  'useTitleClick',
])

module.exports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { effect: "'{{name}}' of @tarojs/taro belongs into src/platform: elsewhere only its hooks and types." },
  },
  create(context) {
    return {
      "ImportDeclaration[source.value='@tarojs/taro']"(node) {
        if (node.importKind === 'type') return
        for (const specifier of node.specifiers) {
          if (specifier.importKind === 'type') continue
          const name = specifier.type === 'ImportSpecifier' ? specifier.imported.name : specifier.local.name
          if (specifier.type !== 'ImportSpecifier' || !HOOKS.has(name)) {
            context.report({ node: specifier, messageId: 'effect', data: { name } })
          }
        }
      },
      "ImportExpression[source.value='@tarojs/taro']"(node) {
        context.report({ node, messageId: 'effect', data: { name: 'import()' } })
      },
      "CallExpression[callee.name='require'][arguments.0.value='@tarojs/taro']"(node) {
        context.report({ node, messageId: 'effect', data: { name: 'require()' } })
      },
    }
  },
}
