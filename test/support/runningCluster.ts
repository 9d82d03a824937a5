interface Running {
  stop(): Promise<void>
}

/** Jest loads globalSetup and globalTeardown apart; what they share is the process. */
const shared = globalThis as { ailiTestCluster?: Running | undefined }

export function keepCluster(cluster: Running): void {
  shared.ailiTestCluster = cluster
}

export function takeCluster(): Running | undefined {
  const cluster = shared.ailiTestCluster
  shared.ailiTestCluster = undefined
  return cluster
}
