import flexGap from './lint/styles/flexGap.mjs'
import prefixed from './lint/styles/prefixed.mjs'

/**
 * Styles hold to what iOS 13 and Chrome 86 know (package.json: browserslist): a phone drops what it doesn't know without
 * a word, and nobody here sees that phone. The list is short and ours, from caniuse's data; a general checker also
 * complains of everything "partially supported", which is nearly everything.
 */
const both = {
  'property-disallowed-list': [
    [
      'aspect-ratio', // iOS 15
      '/^inset/', // iOS 14.5, Chrome 87
      '/^(margin|padding)-(inline|block)$/', // the shorthands: iOS 14.5, Chrome 87
      '/^(scroll-)?(margin|padding)-(inline|block)$/',
      '/^(translate|rotate|scale)$/', // iOS 14.5, Chrome 104
      '/^container/', // iOS 16
      'accent-color', // iOS 15.4
      'text-wrap', // iOS 17.5
      'content-visibility', // iOS 18
      '/^(anchor-name|position-anchor|position-area|view-transition-name|animation-timeline)$/',
    ],
    { severity: 'error' },
  ],
  'function-disallowed-list': [
    'clamp', // iOS 13.4
    'color-mix',
    'color',
    'hwb',
    'lab',
    'lch',
    'oklab',
    'oklch',
    'light-dark',
    'image-set',
    'linear',
    '/^(sin|cos|tan|asin|acos|atan|atan2|pow|sqrt|hypot|log|exp|round|mod|rem|abs|sign)$/',
  ],
  'declaration-property-value-disallowed-list': {
    '/./': [
      '/\\brgba?\\(\\s*var\\(/', // a colour in a variable is not three numbers: the whole declaration is dropped
      '/\\bhsla?\\(\\s*var\\(/',
      '/\\b(rgb|hsl)a?\\(\\s*from\\b/',
    ],
    '/^overflow(-[xy])?$/': ['/\\bclip\\b/'], // iOS 16, Chrome 90
    'overflow-wrap': ['anywhere'], // iOS 15.4
    '/^(justify|align)-(content|items|self)$/': ['start', 'end'], // in flex: Chrome 93; flex-start works everywhere
    '/^(width|height|min-width|max-width|min-height|max-height)$/': ['stretch'],
    '/^(grid|grid-template|grid-template-columns|grid-template-rows)$/': ['/\\b(subgrid|masonry)\\b/'],
  },
  'unit-disallowed-list': [
    ...['dvh', 'dvw', 'dvmin', 'dvmax', 'svh', 'svw', 'svmin', 'svmax', 'lvh', 'lvw', 'lvmin', 'lvmax'], // iOS 15.4
    ...['cqw', 'cqh', 'cqi', 'cqb', 'cqmin', 'cqmax'],
    ...['vi', 'vb', 'lh', 'rlh', 'cap', 'ic', 'rex', 'rch'],
  ],
  // A selector that a phone can't read takes the whole rule with it.
  'selector-pseudo-class-disallowed-list': [
    'is',
    'where',
    'has',
    'focus-visible',
    'dir',
    'user-valid',
    'user-invalid',
    'modal',
  ],
  'selector-pseudo-element-disallowed-list': ['backdrop', 'part', '/^view-transition/'],
  'selector-not-notation': 'simple', // a list in :not(): Chrome 88
  'at-rule-disallowed-list': [
    'container',
    'layer',
    'scope',
    'property',
    'starting-style',
    'when',
    'nest',
    'counter-style',
  ],
  'media-feature-range-notation': 'prefix', // width >= 960px: iOS 16.4, Chrome 104
  'color-no-invalid-hex': true,
  'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
  'property-no-unknown': true,
  'house/no-flex-gap': true,
}

export default {
  plugins: [flexGap, prefixed],
  reportNeedlessDisables: true,
  rules: both,
  overrides: [
    { files: ['**/*.scss'], customSyntax: 'postcss-scss' },
    // Built styles: what Sass and autoprefixer should have done is done.
    { files: ['**/*.wxss', '**/*.css'], rules: { 'house/prefixed': true, 'max-nesting-depth': 0 } },
  ],
}
