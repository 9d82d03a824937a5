/** Errors by field, without those of the fields that were just changed: what is being mended isn't wrong any more. */
export function withoutChanged<Errors extends Readonly<Record<string, string | undefined>>>(
  errors: Errors,
  changed: object,
): Errors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !(field in changed))) as Errors
}
