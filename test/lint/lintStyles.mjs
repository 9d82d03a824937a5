// Lints style texts with the repository's own config; stdin and stdout are JSON. See lintTexts.mjs.
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import stylelint from 'stylelint'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const answers = []
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const { results } = await stylelint.lint({ cwd, code, codeFilename: `${cwd}/${file}` })
  const [{ warnings, invalidOptionWarnings }] = results
  answers.push([
    ...warnings.map((warning) => ({ ruleId: warning.rule, message: warning.text })),
    ...invalidOptionWarnings.map((warning) => ({ ruleId: 'invalid-option', message: warning.text })),
  ])
}
process.stdout.write(JSON.stringify(answers))
