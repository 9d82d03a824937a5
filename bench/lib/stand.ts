import type { Instant } from '#domain/time'
import type { DistrictPack } from '../../server/districts'
import { createTestDatabase, type TestDatabase } from '../../test/support/cluster'
import type { WechatStandin } from '../../test/standins/wechat'
import { connect, startApiProcess, type Connection } from './api-process'
import { fill } from './fill'
import { makePeers, type Peers } from './peers'
import { benchPerson, ENTRIES, type BenchPerson } from './people'

/** What takes a part of the benchmark away again. */
export type Closers = (() => Promise<void> | void)[]

/** How large a district is. */
export interface Size {
  readonly people: number
  /** Rows of the ledger, without those of the one who asks. */
  readonly ledger: number
}

/** One district with the API on it and the same SQL beside it. */
export interface Stand {
  readonly database: TestDatabase
  readonly pack: DistrictPack
  readonly size: Size
  /** The people who have a ledger: the first ones. */
  readonly withLedger: number
  readonly peers: Peers
  /** A connection a caller, each from an address of its own where the machine has several. */
  readonly phones: readonly Connection[]
  /** All from one address, which is what a school looks like. */
  readonly school: readonly Connection[]
  readonly standin: WechatStandin
}

export interface StandOptions {
  readonly pack: DistrictPack
  readonly standin: WechatStandin
  readonly size: Size
  /** Callers at once. */
  readonly connections: number
  /** The address that a caller comes from; undefined = the machine's usual one. */
  readonly addressOf: (caller: number) => string | undefined
}

/** Makes a district of a size, the peers on it and the API in a process of its own. */
export async function makeStand(options: StandOptions, closers: Closers): Promise<Stand> {
  const { pack, size, connections, addressOf, standin } = options
  const withLedger = Math.ceil(size.ledger / (ENTRIES.classes + ENTRIES.services)) + 1
  const database = await createTestDatabase({ demo: false })
  const now = Date.now() as Instant
  await fill(database.superuserUrl, { pack, people: size.people, withLedger, now })
  const peers = await makePeers(database.apiUrl, pack, connections)
  closers.push(() => peers.close())
  const api = await startApiProcess({ databaseUrl: database.apiUrl, wechatUrl: standin.url })
  closers.push(() => api.stop())
  const open = (from: (caller: number) => string | undefined): readonly Connection[] =>
    Array.from({ length: connections }, (_, caller) => {
      const connection = connect(api.address, from(caller))
      closers.push(() => connection.close())
      return connection
    })
  return { database, pack, size, withLedger, peers, phones: open(addressOf), school: open(() => undefined), standin }
}

/** A person a caller, spread over all who have a ledger: each asks for their own, again and again. */
export function self({ withLedger, phones }: Stand, caller: number): BenchPerson {
  return benchPerson(Math.floor((caller * withLedger) / phones.length))
}

/** Somebody of all who have a ledger, each time another. */
export function anyone({ withLedger }: Stand): BenchPerson {
  return benchPerson(Math.floor(Math.random() * withLedger))
}
