/**
 * The database can't be started or used here. The message is one sentence for the operator, without a password in it;
 * whoever starts the process prints it and exits with a code other than 0.
 */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError'
}

/** The code of a Node or PostgreSQL error ('EACCES', '28P01'), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
