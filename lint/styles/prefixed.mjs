import stylelint from 'stylelint'

const ruleName = 'house/prefixed'
const messages = stylelint.utils.ruleMessages(ruleName, {
  rejected: (property) => `"${property}" needs "-webkit-${property}" beside it for iOS 13 and Chrome 86`,
})

/** In built styles: what old phones know under its prefix only must stand there with it (autoprefixer's work). */
const rule = (enabled) => (root, result) => {
  if (!enabled) return
  root.walkDecls(/^(mask(-(image|position|size|repeat|clip|origin))?|backdrop-filter)$/, (decl) => {
    const prefixed = `-webkit-${decl.prop}`
    if (decl.parent?.nodes?.some((other) => other.prop === prefixed)) return
    stylelint.utils.report({ ruleName, result, node: decl, message: messages.rejected, messageArgs: [decl.prop] })
  })
}
rule.ruleName = ruleName
rule.messages = messages

export default stylelint.createPlugin(ruleName, rule)
