// Lints texts with the repository's own config; stdin and stdout are JSON.
// A process of its own, because jest can't load an ESM config.
import { ESLint } from 'eslint'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const typed = new ESLint({ cwd })
// A file that doesn't exist belongs to no tsconfig, so it can only be linted without types.
const untyped = new ESLint({
  cwd,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false, program: null, project: false } } },
  ],
})

const answers = []
for (const { file, code, withTypes } of JSON.parse(await text(process.stdin))) {
  const results = await (withTypes ? typed : untyped).lintText(code, { filePath: file, warnIgnored: true })
  answers.push(results.flatMap((result) => result.messages).map(({ ruleId, message }) => ({ ruleId, message })))
}
process.stdout.write(JSON.stringify(answers))
