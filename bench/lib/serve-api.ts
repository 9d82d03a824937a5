import path from 'node:path'
import { buildApp } from '../../server/app'
import { loadDistricts } from '../../server/districts'
import { openDatabase } from '../../server/migrations/open-database'
import { readSettings } from '../../server/settings'
import { createWechat } from '../../server/wechat/client'
import { APP_ID } from './people'

/**
 * The API as a process of its own, put together as in production (pools, log and all) but for WeChat's address, which no
 * setting may change on a database of real people. Tells its parent where it listens; ends with it.
 */
const ROOT = path.resolve(__dirname, '../..')
const SECRET = 'bench'

async function main(): Promise<void> {
  const { BENCH_DATABASE_URL: url, BENCH_WECHAT_URL: wechatUrl } = process.env
  if (url === undefined || wechatUrl === undefined || !process.send) throw new Error('This is started by bench/api.ts.')
  const settings = readSettings(
    {
      DEMO: '0',
      DATABASE_URL: url,
      WECHAT_APPID: APP_ID,
      WECHAT_SECRET: SECRET,
      PUBLIC_URL: 'https://aili.example',
      PORT: '0',
    },
    { cwd: ROOT },
  )
  const packs = loadDistricts(path.join(ROOT, 'districts'))
  const database = await openDatabase({ settings, packs, now: Date.now(), log: () => undefined })
  const app = await buildApp({
    realNow: Date.now,
    platform: database.platform,
    districts: database.districts,
    demo: database.demo,
    wechat: createWechat({ appId: APP_ID, secret: SECRET, baseUrl: wechatUrl }),
    requestKey: database.requestKey,
    origin: 'https://aili.example',
    webRoot: undefined,
    log: (line) => process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`),
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  process.on('disconnect', () => process.exit(0))
  process.send(address)
}

void main()
