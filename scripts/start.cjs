// What `npm start` runs. Plain JavaScript that any Node understands, so that an old one gets a sentence, not a syntax error.
'use strict'

var fs = require('fs')
var path = require('path')

var NEEDED = [20, 19]

var found = process.versions.node.split('.').map(Number)
if (found[0] < NEEDED[0] || (found[0] === NEEDED[0] && found[1] < NEEDED[1])) {
  console.error('Node ' + NEEDED.join('.') + ' or newer is needed, but this is Node ' + process.versions.node + '.')
  process.exit(1)
}
if (!fs.existsSync(path.join(__dirname, '..', 'node_modules', 'tsx'))) {
  console.error('The dependencies are not installed yet: run npm ci first.')
  process.exit(1)
}

require('tsx/cjs/api').register()
require('./start.ts')
