/** A rule of this district, where no national text says so. */
export const OWN_RULE = '本区规定'
