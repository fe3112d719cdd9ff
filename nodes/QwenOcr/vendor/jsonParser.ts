export { getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
export type { Node, ParseError } from 'jsonc-parser';
