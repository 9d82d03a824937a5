import type { Migration } from 'kysely'
import * as platform0001 from './platform/0001-accounts'
import * as district0001 from './district/0001-ground'

/** The migrations of schema `platform`, by name, in order. Forward only. */
export const PLATFORM_MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-accounts': platform0001 }

/** The migrations of every district's schema. */
export const DISTRICT_MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-ground': district0001 }
