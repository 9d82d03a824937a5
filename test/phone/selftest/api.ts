import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  method: string
  path: string
  search: string
  headers: IncomingMessage['headers']
  body: Buffer
}

/** A small HTTP API of an imaginary club: signs in, lists, counts who joined. Keeps all that it received. */
export class ClubApi {
  readonly received: Received[] = []
  /** Item id -> tokens that joined. */
  readonly joined = new Map<string, Set<string>>()
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      this.answer(request, Buffer.concat(parts), response)
    })
  })

  async start(): Promise<string> {
    await new Promise<void>((done) => {
      this.server.listen(0, '127.0.0.1', done)
    })
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => {
      this.server.close(done)
    })
  }

  private answer(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const { method = '', url = '', headers } = request
    const { pathname: path, search, searchParams } = new URL(url, 'http://club')
    this.received.push({ method, path, search, headers, body })
    const send = (status: number, reply: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'X-Mixed-Case': '1' })
      response.end(JSON.stringify(reply))
    }
    const codeIn = (): string => (JSON.parse(body.toString()) as { code: string }).code
    const [, item, joining] = /^\/items\/(\d+)(\/join)?$/.exec(path) ?? []
    if (item !== undefined) {
      const members = this.joined.get(item) ?? new Set()
      this.joined.set(item, members)
      const token = (headers.authorization ?? '').replace('Bearer ', '').trim()
      if (joining === undefined) send(200, { title: `活动${item}号详情`, count: members.size })
      else if (!token) send(401, {})
      else send(200, { count: members.add(token).size })
      return
    }
    switch (path) {
      case '/login':
        send(200, { token: `token-of-${codeIn()}`, name: `用户${codeIn().slice(-1)}` })
        break
      case '/items': {
        const page = Number(searchParams.get('page'))
        const ids = [1, 2, 3, 4].map((n) => (page - 1) * 4 + n)
        send(200, { items: ids.map((id) => ({ id, title: `活动${id}号` })) })
        break
      }
      case '/checkin':
        send(200, { ok: codeIn() })
        break
      case '/upload': {
        const text = body.toString('latin1')
        send(200, {
          multipart: (headers['content-type'] ?? '').startsWith('multipart/form-data'),
          field: text.includes('name="k"\r\n\r\nv'),
          file: text.includes('PICTURE'),
        })
        break
      }
      case '/slow':
        setTimeout(() => {
          send(200, {})
        }, 1000)
        break
      default:
        send(404, {})
    }
  }
}
