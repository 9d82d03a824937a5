import { PERMISSIONS, permissionSentence, type Permission } from '#domain/access/permissions'

/** `npm run permissions`: the permission table as sentences, one a route, for whoever has to approve it. */
for (const [key, permission] of Object.entries<Permission>(PERMISSIONS)) {
  process.stdout.write(`${permissionSentence(key, permission)}\n`)
}
