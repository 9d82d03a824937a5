const { inHouse, locate, whyForbidden } = require('../rooms')

/** Imports follow the arrows of lint/rooms.js, in every form an import can take. */
module.exports = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{why}}', homeless: '{{why}}' } },
  create(context) {
    function check(source, typeOnly) {
      if (!source || typeof source.value !== 'string') return
      const why = whyForbidden(source.value, context.filename, typeOnly)
      if (why !== null) context.report({ node: source, messageId: 'forbidden', data: { why } })
    }
    return {
      Program(node) {
        const inside = inHouse(context.filename)
        if (inside === null || locate(inside) !== null) return
        const why = `'${inside}' lies in a folder that lint/rooms.js doesn't know: give the room its arrows there`
        context.report({ node, messageId: 'homeless', data: { why } })
      },
      ImportDeclaration(node) {
        check(node.source, node.importKind === 'type')
      },
      ExportNamedDeclaration(node) {
        check(node.source, node.exportKind === 'type')
      },
      ExportAllDeclaration(node) {
        check(node.source, node.exportKind === 'type')
      },
      ImportExpression(node) {
        check(node.source, false)
      },
      TSImportType(node) {
        check(node.source ?? node.argument?.literal, true)
      },
      TSImportEqualsDeclaration(node) {
        if (node.moduleReference.type === 'TSExternalModuleReference') check(node.moduleReference.expression, false)
      },
      "CallExpression[callee.name='require']"(node) {
        check(node.arguments[0], false)
      },
    }
  },
}
