/** Globals of a fresh V8 context that WeChat's logic layer does not have. */
export const GONE = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'] as const

/**
 * What ECMAScript got after iOS 13.0 and Chrome 86, the oldest engines the product promises to run on (package.json,
 * "browserslist"). A phone of 2019 does not have them and nothing polyfills them, so the bundle does not find them here.
 */
export const YOUNGER = [
  'AggregateError',
  'Array.fromAsync',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.group',
  'Array.prototype.groupToMap',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'ArrayBuffer.prototype.resize',
  'ArrayBuffer.prototype.transfer',
  'ArrayBuffer.prototype.transferToFixedLength',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'DataView.prototype.getBigInt64',
  'DataView.prototype.getBigUint64',
  'DataView.prototype.setBigInt64',
  'DataView.prototype.setBigUint64',
  'FinalizationRegistry',
  'Iterator',
  'Map.groupBy',
  'Object.groupBy',
  'Object.hasOwn',
  'Promise.any',
  'Promise.try',
  'Promise.withResolvers',
  'String.prototype.at',
  'String.prototype.isWellFormed',
  'String.prototype.replaceAll',
  'String.prototype.toWellFormed',
  'WeakRef',
] as const
