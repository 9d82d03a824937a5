import type { Page } from 'playwright-core'
import type { TestApi } from '../server/support'

/**
 * Before what a screen is looked at: a demo on the day of its story; the same forty days later, when things are overdue; a
 * database of real people, where nobody is signed in.
 */
export type Place = 'demo' | 'later' | 'real'

/** A screen in one of its states. */
export interface Screen {
  /** Of its pictures: small letters and hyphens. */
  readonly name: string
  readonly place?: Place
  /** null: nobody is signed in. */
  readonly persona: string | null
  /** Its address; a function where something has to happen first, or where it names somebody. */
  readonly path: string | ((api: TestApi) => Promise<string>)
  /** Words that are there once it is complete. */
  readonly shows: string
  /** What is done there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>
}
