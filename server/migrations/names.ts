import type { Migration } from 'kysely'
import * as platform0001 from './platform/0001-accounts'
import * as platform0002 from './platform/0002-desk'
import * as platform0003 from './platform/0003-seen'
import * as district0001 from './district/0001-ground'
import * as district0002 from './district/0002-path'
import * as district0003 from './district/0003-events'
import * as district0004 from './district/0004-check-in'

/** The migrations of schema `platform`, by name, in order. Forward only. */
export const PLATFORM_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-accounts': platform0001,
  '0002-desk': platform0002,
  '0003-seen': platform0003,
}

/** The migrations of every district's schema. */
export const DISTRICT_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-ground': district0001,
  '0002-path': district0002,
  '0003-events': district0003,
  '0004-check-in': district0004,
}
