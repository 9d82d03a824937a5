import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../problem'

/** Headers that every answer has: CSP without inline script, nosniff, no-referrer, HSTS; no CORS. */
export async function useHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Taro's web components bring their styles with them.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  })
}

/** The page that a code's link opens; in WeChat the mini-program's page of the same name. */
const CHECK_IN_PAGE = '/#/pages/check-in/index'
const CODE = /^[0-9A-Z]{28}$/

/** A code that was scanned with a phone's own camera opens the web version with it; looking at it changes nothing. */
function useCodeLinks(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>('/q/:code', { schema: { hide: true } }, (request, reply) => {
    const { code } = request.params
    if (!CODE.test(code)) throw notFound()
    return reply.header('cache-control', 'no-store').redirect(`${CHECK_IN_PAGE}?q=${code}`, 302)
  })
}

/** Serves the built web version at `/`. Hashed files may be kept for ever, the page itself never. */
export async function useWeb(app: FastifyInstance, root: string): Promise<void> {
  // Loaded only where something is served: an API alone starts without it.
  useCodeLinks(app)
  const { default: fastifyStatic } = await import('@fastify/static')
  await app.register(fastifyStatic, {
    root,
    prefix: '/',
    index: 'index.html',
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (response, file) => {
      const hashed = /\.[0-9a-f]{8,}\.(js|css|png|jpg|svg|woff2?)$/.test(file)
      void response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
