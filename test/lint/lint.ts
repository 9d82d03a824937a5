import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * A text, and the path inside the repository under which it is linted. The file need not exist, unless the text is to
 * be linted with types: then it stands for that file.
 */
export interface Planted {
  readonly file: string
  readonly code: string
  readonly withTypes?: boolean
}

export interface Complaint {
  readonly ruleId: string | null
  readonly message: string
}

function ask(script: string, texts: readonly Planted[]): Complaint[][] {
  const output = execFileSync(process.execPath, [join(__dirname, script)], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(output) as Complaint[][]
}

/** What the repository's ESLint config says of each text, in order. One process for all: starting it is what costs. */
export function lintAll(texts: readonly Planted[]): Complaint[][] {
  return ask('lintTexts.mjs', texts)
}

/** What the repository's stylelint config says of each text, in order. */
export function lintAllStyles(texts: readonly Planted[]): Complaint[][] {
  return ask('lintStyles.mjs', texts)
}
