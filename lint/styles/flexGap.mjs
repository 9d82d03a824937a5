import stylelint from 'stylelint'

const ruleName = 'house/no-flex-gap'
const messages = stylelint.utils.ruleMessages(ruleName, {
  rejected: (property) => `"${property}" works in grids only before iOS 14.5: use margins, or display: grid`,
})

/** `gap` outside a grid does nothing on iOS 13; the block itself has to say that it is a grid (or has columns). */
const rule = (enabled) => (root, result) => {
  if (!enabled) return
  root.walkDecls(/^(row-|column-)?gap$/, (decl) => {
    const siblings = decl.parent?.nodes ?? []
    const fine = siblings.some(
      (other) =>
        (other.prop === 'display' && /\bgrid$/.test(other.value)) ||
        /^grid-(template|auto)/.test(other.prop ?? '') ||
        /^column(s|-count|-width)$/.test(other.prop ?? ''),
    )
    if (fine || /^0\D*$/.test(decl.value)) return
    stylelint.utils.report({ ruleName, result, node: decl, message: messages.rejected, messageArgs: [decl.prop] })
  })
}
rule.ruleName = ruleName
rule.messages = messages

export default stylelint.createPlugin(ruleName, rule)
