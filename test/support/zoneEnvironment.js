const { TestEnvironment } = require('jest-environment-node')

/**
 * Node's environment in the time zone that the jest project names (`testEnvironmentOptions.zone`).
 * The real process's TZ has to change, and before the sandbox copies it: set inside a test it changes nothing.
 * Each file sets it anew, so what the previous file of this worker used doesn't matter.
 */
class ZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    process.env.TZ = config.projectConfig.testEnvironmentOptions.zone
    super(config, context)
  }
}

module.exports = ZoneEnvironment
