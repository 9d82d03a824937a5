// jest loads reporters without compiling them; tsx compiles this one.
module.exports = require('tsx/cjs/api').require('./summaryReporter.ts', __filename).default
