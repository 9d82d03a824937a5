import type { DeskFormProps } from './desk-props'

/** In WeChat one signs in with WeChat. The web build has desk-form.h5.tsx in its place. */
export function DeskForm(_props: DeskFormProps) {
  return null
}
