export { parseFragment } from 'parse5';
export type { DefaultTreeAdapterTypes } from 'parse5';
