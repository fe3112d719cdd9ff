export { parseFragment, serializeOuter } from 'parse5';
export type { DefaultTreeAdapterTypes } from 'parse5';
