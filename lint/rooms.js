const { dirname, join, relative, sep } = require('node:path')

/**
 * The rooms of the house and the arrows between them: who may import whom. The table names kinds of folders; which
 * feature, page or package a file belongs to is read from its path while linting, so a new one needs no entry here —
 * and a file in a folder that the table doesn't know is itself an error.
 *
 * `to`: rooms it may import (its own unit always). `types`: rooms it may import by `import type` only.
 * `each`: every subfolder is a unit of its own; siblings never import each other.
 * `packages`: what may be imported from npm: a test, or true.
 */
const ROOT = join(__dirname, '..')

const nodeBuiltin = /^node:/
const taroSide =
  /^(@tarojs\/(taro|components|runtime|plugin-framework-react)(\/|$)|react$|react\/jsx-runtime$|dayjs(\/|$))/
/** Codes at the door: the hash and the QR, in JavaScript alone. */
const platform = { packages: (name) => taroSide.test(name) || /^(js-sha256|qr)(\/|$)/.test(name) }
const screens = { packages: (name) => taroSide.test(name) }
const kit = { packages: (name) => taroSide.test(name) || /^taro-ui(\/|$)/.test(name) }
const serverSide = { packages: (name) => nodeBuiltin.test(name) || !/^(@tarojs|react|taro-ui|miniprogram-)/.test(name) }
const tools = { packages: () => true }

const ROOMS = [
  { path: 'domain', to: ['domain'], packages: () => false },
  { path: 'contract', to: ['contract', 'domain'], packages: (name) => /^typebox(\/|$)/.test(name) },

  // the mini-program: pages, packages → features → components, platform, text
  {
    path: 'src/pages',
    each: true,
    to: ['src/features', 'src/components', 'src/platform', 'src/text', 'src/routes', 'domain'],
    types: ['contract'],
    ...screens,
  },
  {
    path: 'src/packages',
    each: true,
    to: ['src/features', 'src/components', 'src/platform', 'src/text', 'src/routes', 'domain'],
    types: ['contract'],
    ...screens,
  },
  {
    path: 'src/features',
    each: true,
    to: ['src/components', 'src/platform', 'src/text', 'src/routes', 'domain'],
    types: ['contract'],
    ...screens,
  },
  { path: 'src/custom-tab-bar', to: ['src/components', 'src/platform', 'src/text', 'src/routes'], ...screens },
  { path: 'src/components', to: ['src/components', 'src/text', 'domain'], types: ['contract'], ...kit },
  { path: 'src/platform', to: ['src/platform', 'domain'], types: ['contract'], ...platform },
  { path: 'src/text', to: ['src/text', 'domain'], types: ['contract'], ...screens },
  { path: 'src/routes', file: true, to: ['src/platform', 'domain'], types: [], ...screens },
  { path: 'src/styles', to: ['src/styles'], ...screens },
  { path: 'src/assets', to: [], packages: () => false },
  // app.tsx, app.config.ts, index.html: what ties the rooms together
  {
    path: 'src',
    files: true,
    to: ['src', 'src/features', 'src/components', 'src/platform', 'src/text', 'src/routes', 'domain'],
    types: ['contract'],
    ...kit,
  },

  // the API: routes → services → domain, queries. Files that lie in server/ itself are the ground that all of it stands
  // on (context, problem, …), but for app.ts and main.ts, which stand above all of it.
  { path: 'server/main', file: true, to: ['server/*', 'contract', 'domain'], ...serverSide },
  {
    path: 'server/app',
    file: true,
    to: [
      'server',
      'server/routes',
      'server/plugins',
      'server/services',
      'server/queries',
      'server/database',
      'server/wechat',
      'server/jobs',
      'server/demo',
      'server/demo/story',
      'contract',
      'domain',
    ],
    ...serverSide,
  },
  {
    path: 'server/routes',
    to: [
      'server',
      'server/routes',
      'server/plugins',
      'server/services',
      'server/demo',
      'server/demo/story',
      'contract',
    ],
    types: ['domain'],
    ...serverSide,
  },
  {
    path: 'server/plugins',
    to: [
      'server',
      'server/plugins',
      'server/services',
      'server/queries',
      'server/database',
      'server/wechat',
      'contract',
      'domain',
    ],
    ...serverSide,
  },
  {
    path: 'server/services',
    to: [
      'server',
      'server/demo/story',
      'server/services',
      'server/queries',
      'server/database',
      'server/wechat',
      'contract',
      'domain',
    ],
    ...serverSide,
  },
  // who the personas are: read by the services, which demo/ itself stands on
  { path: 'server/demo/story', file: true, to: ['server', 'domain', 'contract'], ...serverSide },
  {
    path: 'server/demo',
    to: [
      'server',
      'server/demo',
      'server/demo/story',
      'server/jobs',
      'server/jobs',
      'server/services',
      'server/queries',
      'server/database',
      'contract',
      'domain',
    ],
    ...serverSide,
  },
  {
    path: 'server/jobs',
    to: ['server', 'server/jobs', 'server/services', 'server/queries', 'server/database', 'server/wechat', 'domain'],
    ...serverSide,
  },
  {
    path: 'server/queries',
    to: ['server', 'server/queries', 'server/database', 'domain'],
    types: ['contract'],
    ...serverSide,
  },
  // a migration is what it was on its day: it must not change with the rules
  {
    path: 'server/migrations',
    to: ['server', 'server/migrations', 'server/database'],
    types: ['domain'],
    ...serverSide,
  },
  { path: 'server/database', to: ['server', 'server/database', 'domain'], ...serverSide },
  { path: 'server/wechat', to: ['server', 'server/wechat', 'domain'], ...serverSide },
  {
    path: 'server',
    files: true,
    to: ['server', 'server/database', 'server/wechat', 'contract', 'domain'],
    ...serverSide,
  },

  // what builds, measures and tests the house
  { path: 'districts', to: [], packages: () => false },
  { path: 'types', to: [], ...tools },
  { path: 'config', to: ['config', 'scripts', 'domain', 'districts', '.'], ...tools },
  { path: 'lint', to: ['lint'], ...tools },
  { path: 'scripts', to: ['scripts', 'config', 'domain', 'contract', 'server/*', 'districts', '.'], ...tools },
  {
    path: 'bench',
    to: ['bench', 'scripts', 'config', 'domain', 'contract', 'server/*', 'test', 'districts', '.'],
    ...tools,
  },
  { path: 'test', to: ['*'], ...tools },
  { path: '.', files: true, to: ['*'], ...tools },
]

/** What `districts` is to the phone: data, read by one file. */
const PACK_READER = /^src\/platform\/pack\.tsx?$/

function slashed(path) {
  return path.split(sep).join('/')
}

/** The path inside the repository, with slashes; null for what lies outside. */
function inHouse(path) {
  const inside = slashed(relative(ROOT, path))
  return inside.startsWith('..') || inside === '' ? null : inside
}

/**
 * The room and unit of a path inside the repository: `{ room, unit }`, or null when the table doesn't know its folder.
 * A unit is what may always import itself: the room, or the one feature, page or package in it.
 */
function locate(inside) {
  for (const room of ROOMS) {
    if (room.file) {
      if (new RegExp(`^${room.path}(\\.\\w+)?$`).test(inside)) return { room, unit: room.path }
    } else if (room.files) {
      const rest =
        room.path === '.' ? inside : inside.startsWith(`${room.path}/`) ? inside.slice(room.path.length + 1) : '/'
      if (!rest.includes('/')) return { room, unit: room.path }
    } else if (inside === room.path || inside.startsWith(`${room.path}/`)) {
      if (!room.each) return { room, unit: room.path }
      return {
        room,
        unit: inside
          .split('/')
          .slice(0, room.path.split('/').length + 1)
          .join('/'),
      }
    }
  }
  return null
}

/** Where an import leads: `{ inside }` for our own files, `{ packageName }` for npm's and Node's. */
function resolveImport(specifier, fromFile) {
  const alias = /^#(domain|contract)\/(.+)$/.exec(specifier)
  if (alias) return { inside: `${alias[1]}/${alias[2]}` }
  if (/^\.{1,2}(\/|$)/.test(specifier)) return { inside: inHouse(join(dirname(fromFile), specifier)) ?? '..' }
  // The district that this build is for: an alias of config/index.ts.
  const district = /^@district\/(.+)$/.exec(specifier)
  if (district) return { inside: `districts/${district[1]}` }
  const own = /^@\/(.+)$/.exec(specifier)
  if (own) return { inside: `src/${own[1]}` }
  return { packageName: specifier }
}

function listed(list, room) {
  return list.some(
    (entry) =>
      entry === '*' || entry === room.path || (entry.endsWith('/*') && `${room.path}/`.startsWith(entry.slice(0, -1))),
  )
}

/** Whether `fromFile` may import `specifier`; null when it may, else the sentence that says why not. */
function whyForbidden(specifier, fromFile, typeOnly) {
  const fromInside = inHouse(fromFile)
  if (fromInside === null) return null
  const from = locate(fromInside)
  if (from === null) return null
  const target = resolveImport(specifier, fromFile)
  if (target.packageName !== undefined) {
    return from.room.packages(target.packageName)
      ? null
      : `${from.room.path} may not use the package '${target.packageName}'`
  }
  if (target.inside === '..') return 'nothing outside the repository may be imported'
  const to = locate(target.inside)
  if (to === null) return `'${target.inside}' lies in a folder that lint/rooms.js doesn't know`
  if (to.room.path === 'districts' && PACK_READER.test(fromInside)) return null
  if (to.unit === from.unit) return null
  if (from.room.path === to.room.path && from.room.each)
    return `${from.unit} may not import ${to.unit}: siblings don't know each other`
  if (listed(from.room.to, to.room)) return null
  if (listed(from.room.types ?? [], to.room)) {
    return typeOnly ? null : `${from.room.path} may import ${to.room.path} by 'import type' only`
  }
  return `${from.room.path} may not import ${to.room.path}: the arrows lead one way (docs/architecture.md)`
}

module.exports = { ROOT, ROOMS, inHouse, locate, whyForbidden }
