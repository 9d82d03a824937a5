import type { Link } from './navigation'

/** The address of a screen in the web version, which the API's server serves too: for going on at a desktop. */
export function webAddress({ url }: Link): string {
  return `${API_ORIGIN}/#${url}`
}
