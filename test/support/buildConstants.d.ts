// The constants that the build puts into src/ (types/globals.d.ts has them too, with a `process` that clashes with Node's).
declare const DISTRICT: string
declare const API_ORIGIN: string
declare const PACK_VERSION: string
