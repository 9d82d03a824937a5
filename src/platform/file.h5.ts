import type { GivenFile } from './file'

interface WebLink {
  href: string
  download: string
  click(): void
}
declare const document: { createElement(name: 'a'): WebLink }

/** Hands a file over: among the browser's downloads. */
export function saveFile({ name, type, base64 }: GivenFile): Promise<boolean> {
  const link = document.createElement('a')
  link.href = `data:${type};base64,${base64}`
  link.download = name
  link.click()
  return Promise.resolve(true)
}
