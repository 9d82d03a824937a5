/**
 * What a room's code may not touch, as options of ESLint's own rules. In a flat config a later block replaces a rule's
 * options for the same files, so each room asks `forbid(...)` once, with all the lists that hold there.
 */

/** A global, and why not. */
function globals(why, names) {
  return { globals: names.map((name) => ({ name, message: why })) }
}

/** A syntax (esquery selector), and why not. */
function syntax(why, ...selectors) {
  return { syntax: selectors.map((selector) => ({ selector, message: why })) }
}

function methods(names) {
  return `CallExpression > MemberExpression.callee[property.name=/^(${names.join('|')})$/]`
}

/** The rules give the same answer on every machine and at every moment: no clock, no chance, no locale, no I/O. */
const impure = [
  globals('domain/ is pure: time is an argument (domain/time).', [
    'Date',
    'performance',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'requestAnimationFrame',
  ]),
  globals('domain/ is pure: no platform, no I/O, no locale.', [
    'Intl',
    'globalThis',
    'window',
    'self',
    'global',
    'console',
    'process',
    'Buffer',
    'crypto',
    'fetch',
    'require',
    'module',
    'wx',
    'eval',
    'Function',
  ]),
  syntax('domain/ is pure: chance is an argument.', "MemberExpression[object.name='Math'][property.name='random']"),
  syntax(
    'domain/ is pure: what depends on the locale differs from phone to phone.',
    'MemberExpression[property.name=/^toLocale/]',
    "MemberExpression[property.name='localeCompare']",
  ),
  syntax('domain/ is pure: a rule answers at once.', 'AwaitExpression', 'ImportExpression'),
]

/** Babel adds syntax, not library: what iOS 13 lacks would throw on a phone and work in every test on Node. */
const newerThanThePhone = [
  globals('iOS 13 does not know it, and there are no polyfills.', [
    'structuredClone',
    'BigInt',
    'WeakRef',
    'FinalizationRegistry',
    'AggregateError',
  ]),
  syntax(
    'iOS 13 does not know this method, and there are no polyfills.',
    methods([
      'at',
      'findLast',
      'findLastIndex',
      'toSorted',
      'toReversed',
      'toSpliced',
      'replaceAll',
      'matchAll',
      'isWellFormed',
      'toWellFormed',
    ]),
    "MemberExpression[object.name='Object'][property.name=/^(hasOwn|groupBy)$/]",
    "MemberExpression[object.name='Promise'][property.name=/^(any|withResolvers|try)$/]",
    "MemberExpression[object.name='Array'][property.name='fromAsync']",
    'Literal[bigint]',
  ),
  syntax(
    'iOS 13 does not know lookbehind (nor the flags d and v): the whole script would fail to parse.',
    'Literal[regex.pattern=/\\(\\?<[=!]/]',
    'Literal[regex.flags=/[dv]/]',
    "NewExpression[callee.name='RegExp'] > Literal.arguments[value=/\\(\\?<[=!]/]",
  ),
]

/** WeChat's logic layer is ECMAScript, timers, console and wx. */
const notInWeChat = [
  globals("WeChat's logic layer does not have it.", [
    'AbortController',
    'AbortSignal',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'Intl',
    'eval',
    'Function',
    'Proxy',
    'XMLHttpRequest',
    'FormData',
    'Blob',
  ]),
  syntax('Some phones have no Intl.', 'MemberExpression[property.name=/^toLocale(?!.*Case$)/]'),
]

/** Outside src/platform nothing reaches for the machine. */
const onlyInPlatform = [
  globals('Only src/platform may: it is where effects live.', [
    'wx',
    'window',
    'document',
    'navigator',
    'location',
    'history',
    'fetch',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'WebSocket',
    'crypto',
    'globalThis',
  ]),
]

/** Time is an argument: it comes from the request's clock (the demo's may be another) and is the same for a whole act. */
const ownClock = [
  syntax(
    "Time is an argument: take it from the room's one clock.",
    "MemberExpression[object.name='Date'][property.name='now']",
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "CallExpression[callee.name='Date']",
  ),
]

const sqlClock = [
  syntax(
    "No rule uses SQL's clock: pass the instant in.",
    'TemplateElement[value.raw=/\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\\s*\\(\\s*\\)|\\bcurrent_(date|time|timestamp)\\b/i]',
  ),
]

const focusedTests = [
  syntax(
    'A focused test switches all others off.',
    "MemberExpression[object.name=/^(describe|it|test)$/][property.name='only']",
    'CallExpression[callee.name=/^(fdescribe|fit)$/]',
  ),
]

/** The rules for one room, from all the lists that hold there. */
function forbid(...lists) {
  const all = lists.flat()
  const seen = new Set()
  const names = all
    .flatMap((part) => part.globals ?? [])
    .filter((entry) => !seen.has(entry.name) && seen.add(entry.name))
  return {
    'no-restricted-globals': ['error', ...names],
    'no-restricted-syntax': ['error', ...all.flatMap((part) => part.syntax ?? [])],
  }
}

module.exports = { forbid, impure, newerThanThePhone, notInWeChat, onlyInPlatform, ownClock, sqlClock, focusedTests }
