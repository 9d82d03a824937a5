/** The start can't go on. The message is for the operator and is printed without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}
