import { lintAllStyles, type Complaint } from './lint'

const SCSS = 'src/components/Card/index.module.scss'
const WXSS = 'dist/weapp/app.wxss'

/** A block's content, the rule that must find fault with it (`none`: allowed), and the file it stands in. */
const blocks: readonly (readonly [rule: string, body: string, file?: string])[] = [
  ['property-disallowed-list', 'aspect-ratio: 1'],
  ['property-disallowed-list', 'inset: 0'],
  ['property-disallowed-list', 'margin-inline: 4px'],
  ['property-disallowed-list', 'padding-block: 4px'],
  ['property-disallowed-list', 'rotate: 45deg'],
  ['property-disallowed-list', 'container-type: inline-size'],
  ['none', 'margin-inline-start: 4px'],
  ['none', 'transform: rotate(45deg)'],
  ['function-disallowed-list', 'color: color-mix(in srgb, red, blue)'],
  ['function-disallowed-list', 'color: oklch(60% 0.1 20)'],
  ['function-disallowed-list', 'width: clamp(1px, 2vw, 3px)'],
  ['none', 'width: min(10px, 2vw)'],
  ['none', 'background: conic-gradient(red 10%, transparent 0)'],
  ['declaration-property-value-disallowed-list', 'color: rgba(var(--red), 0.4)'],
  ['declaration-property-value-disallowed-list', 'border: 1px solid rgb(var(--red))'],
  ['declaration-property-value-disallowed-list', 'overflow: clip'],
  ['declaration-property-value-disallowed-list', 'overflow-wrap: anywhere'],
  ['declaration-property-value-disallowed-list', 'justify-content: start'],
  ['none', 'color: rgba(0, 0, 0, 0.4)'],
  ['none', 'background-clip: text; overflow: hidden; justify-content: flex-start'],
  ['unit-disallowed-list', 'height: 100dvh'],
  ['unit-disallowed-list', 'width: 5cqw'],
  ['none', 'height: 100vh; width: 10rpx'],
  ['unit-no-unknown', 'width: 5pxx'],
  ['property-no-unknown', 'colour: red'],
  ['color-no-invalid-hex', 'color: #12'],
  ['house/no-flex-gap', 'display: flex; gap: 8px'],
  ['house/no-flex-gap', 'row-gap: 8px'],
  ['none', 'display: grid; gap: 8px'],
  ['none', 'columns: 2; column-gap: 8px'],
  ['house/prefixed', 'mask: none', WXSS],
  ['none', '-webkit-mask: none; mask: none', WXSS],
  ['none', 'mask: none'],
  ['max-nesting-depth', '.b { color: red }', WXSS],
  ['none', '.b { color: red }'],
]

const sheets: readonly (readonly [rule: string, sheet: string, file?: string])[] = [
  ['selector-pseudo-class-disallowed-list', ':is(.a, .b) { color: red }'],
  ['selector-pseudo-class-disallowed-list', '.a:has(.b) { color: red }'],
  ['selector-pseudo-class-disallowed-list', '.a:focus-visible { color: red }'],
  ['selector-not-notation', '.a:not(.b, .c) { color: red }'],
  ['none', '.a:not(.b):focus { color: red }'],
  ['at-rule-disallowed-list', '@container (min-width: 10px) { .a { color: red } }'],
  ['at-rule-disallowed-list', '@layer base { .a { color: red } }'],
  ['media-feature-range-notation', '@media (width >= 960px) { .a { color: red } }'],
  ['none', '@media (min-width: 960px) { .a { color: red } }', WXSS],
  ['none', '@media (prefers-color-scheme: dark) { page { color: red } }', WXSS],
]

const all = [...blocks.map(([rule, body, file]) => [rule, `.a { ${body} }`, file] as const), ...sheets].map(
  ([rule, code, file], index) => ({ rule, code, file: file ?? SCSS, index }),
)
let complaints: Complaint[][] = []

beforeAll(() => {
  complaints = lintAllStyles(all.map(({ file, code }) => ({ file, code: `${code}\n` })))
})

test.each(all)('$index: $rule for $code in $file', ({ rule, index }) => {
  const found = [...new Set((complaints[index] ?? []).map((complaint) => complaint.ruleId))]
  expect(found).toEqual(rule === 'none' ? [] : [rule])
})
