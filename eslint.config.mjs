import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import forbidden from './lint/forbidden.js'
import arrows from './lint/rules/arrows.js'
import noBarrels from './lint/rules/noBarrels.js'
import taroEffects from './lint/rules/taroEffects.js'

const { forbid, impure, newerThanThePhone, notInWeChat, onlyInPlatform, ownClock, sqlClock, focusedTests } = forbidden

const TS = ['**/*.ts', '**/*.tsx']

/** House rules: lint/rooms.js has the arrows, lint/forbidden.js what each room may not touch; test/lint plants a violation of each. */
const house = { rules: { arrows, 'no-barrels': noBarrels, 'taro-effects': taroEffects } }

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'bench-out/',
      '.data/',
      '.files/',
      '**/fixtures/',
      'test/phone/selftest/app/',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: TS })),
  {
    files: TS,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Fastify's handlers and hooks are async by contract, whether they wait for something or not.
      '@typescript-eslint/require-await': 'off',
      // Facts of a code that has none are an empty object, on purpose.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: [...TS, '**/*.js', '**/*.mjs'],
    plugins: { house },
    rules: { 'house/arrows': 'error', 'house/no-barrels': 'error' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', 'no-console': 'error' },
  },

  // Each of these sets the same two rules, so for one file only one of them may hold.
  { files: ['domain/**/*.ts'], rules: forbid(impure, newerThanThePhone) },
  { files: ['contract/**/*.ts'], rules: forbid(impure) },
  { files: ['src/platform/**/*.ts', 'src/platform/**/*.tsx'], rules: forbid(newerThanThePhone, notInWeChat) },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/platform/**'],
    rules: { ...forbid(newerThanThePhone, notInWeChat, onlyInPlatform, ownClock), 'house/taro-effects': 'error' },
  },
  {
    files: ['server/routes/**/*.ts', 'server/services/**/*.ts', 'server/queries/**/*.ts'],
    rules: forbid(ownClock, sqlClock),
  },
  // Kysely's expression builders are made to be taken apart: ({ eb, fn }) => …
  { files: ['server/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  // The server's log is pino's, which keeps names and tokens out; console would not.
  { files: ['server/**/*.ts'], ignores: ['server/main.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      ...forbid(focusedTests),
      // `expect(client.send)` names a method without calling it, on purpose.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
