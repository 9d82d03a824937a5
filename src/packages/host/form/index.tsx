/** Comes with the next commits. */
export default function Page() {
  return null
}
