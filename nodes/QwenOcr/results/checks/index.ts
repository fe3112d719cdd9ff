export { checkConfidence, fieldConfidences, textConfidence } from './confidence';
export { checkPrinted, type PrintedValue } from './doubts';
export { checkFormat, formatCheckOf, FORMATS, type FormatCheck } from './formats';
export { checkRepetition, findRepetition } from './repetition';
export { findRoles } from './sumRoles';
export { type SumRole } from './sumRole';
export { checkSums, coveredPaths } from './sums';
export { type Token } from './tokenText';
