import { createHmac } from 'node:crypto'
import type { Mac } from '#domain/checkin/mac'

/** HMAC-SHA-256 by Node. */
export const nodeMac: Mac = (key, text) => [
  ...createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'ascii').digest(),
]
