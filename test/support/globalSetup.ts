import { startTestCluster } from './cluster'
import { keepCluster } from './runningCluster'

/** Once a run, before the first test file of a project that needs PostgreSQL. */
export default async function globalSetup(): Promise<void> {
  keepCluster(await startTestCluster())
}
