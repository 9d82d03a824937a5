import { takeCluster } from './runningCluster'

/** Once a run, after the last test file. */
export default async function globalTeardown(): Promise<void> {
  await takeCluster()?.stop()
}
