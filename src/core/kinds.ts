/** The kinds of element. A tag is `say-something-` and one of these. */
export const KINDS = ['report', 'signs', 'banner', 'exit'] as const;
export type Kind = (typeof KINDS)[number];
