/**
 * Every screen of the app, by a name and its path. Screens are reached by name, so that a renamed path breaks the
 * build and not a person's tap.
 */
export const pages = {
  path: 'pages/path/index',
  mine: 'pages/mine/index',
} as const

export type PageName = keyof typeof pages
