/** What the gallery's buttons do. */
export const nothing = () => undefined
