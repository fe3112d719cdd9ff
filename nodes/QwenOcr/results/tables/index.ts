export { continueTables } from './continueTables';
export { numberReader } from './numberReader';
export { readTables } from './readTables';
export { tableRows } from './tableRows';
export { typedRows, typedTable, type ReadNumber } from './typedRows';
export type { HeaderRow, Table, TableValue } from './table';
