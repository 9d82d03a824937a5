const { basename } = require('node:path')

/** No file that only passes on what others export: import the file that has it. */
module.exports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { barrel: 'No barrel files: import the file directly instead of passing its exports on.' },
  },
  create(context) {
    const isIndex = /^index\.[cm]?[jt]sx?$/.test(basename(context.filename))
    const imported = new Set()
    return {
      ImportDeclaration(node) {
        for (const specifier of node.specifiers) imported.add(specifier.local.name)
      },
      ExportAllDeclaration(node) {
        context.report({ node, messageId: 'barrel' })
      },
      'ExportNamedDeclaration[source]'(node) {
        const body = context.sourceCode.ast.body
        const nothingElse = body.every(
          (part) => part.type === 'ImportDeclaration' || (/^Export/.test(part.type) && part.source),
        )
        if (isIndex || nothingElse) context.report({ node, messageId: 'barrel' })
      },
      'ExportNamedDeclaration[source=null]:exit'(node) {
        if (!isIndex) return
        if (node.specifiers.some((specifier) => imported.has(specifier.local.name)))
          context.report({ node, messageId: 'barrel' })
      },
    }
  },
}
