import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '#contract/api'
import type { PERMISSIONS, RouteKey } from '#domain/access/permissions'
import type { Instant, LocalDate } from '#domain/time'
import type { Deps, District } from './deps'

/** Whose request it is. Rights aren't here: they are read from the rows at every act. */
export interface Session {
  readonly account: string
  readonly accountCode: string
  readonly tokenHash: Buffer
  readonly kind: 'phone' | 'desk'
  /** When it last spoke to the server before this, to the minute, by the time that decides; null = never yet. */
  readonly spokeAt: Instant | null
}

/** What a service is told of a request. */
export interface Context {
  readonly deps: Deps
  readonly district: District
  /** The time of the decision; in a demo the demo's. */
  readonly now: Instant
  /** `now` as a day at +08:00. */
  readonly today: LocalDate
}

/** A context with a session. */
export interface SignedIn extends Context {
  readonly session: Session
  /** The phone's clock at sending (`x-phone-time`), right or wrong; null = it didn't say. */
  readonly phoneTime: Instant | null
}

type NeedsSession<K extends RouteKey> = (typeof PERMISSIONS)[K]['kind'] extends 'anyone' | 'demo' ? false : true

/** One request on route K, checked against its schemas. */
export interface Call<K extends RouteKey> {
  readonly context: NeedsSession<K> extends true ? SignedIn : Context
  readonly params: ParamsOf<K>
  readonly query: QueryOf<K>
  readonly body: BodyOf<K>
  /** The network address that asks, for limits where there is no account yet. */
  readonly address: string
}

export type Handler<K extends RouteKey> = (call: Call<K>) => Promise<ReplyOf<K>> | ReplyOf<K>
export type Handlers<Keys extends RouteKey = RouteKey> = { readonly [K in Keys]: Handler<K> }
