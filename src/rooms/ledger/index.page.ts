export { EntryTable } from './entry-table.page.tsx';
export { entryProblems, kindWords, ledgerFactWords } from './ledger-words.page.ts';
