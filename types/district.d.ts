/** The policy pack of the district this build is for (config/index.ts names the folder). Only src/platform/pack.ts reads it. */
declare module '@district/policy.json' {
  const pack: import('../domain/policy/policy').PolicyPack
  export default pack
}

/** The district's own sentences, by key. */
declare module '@district/texts.json' {
  const texts: Readonly<Record<string, string>>
  export default texts
}
