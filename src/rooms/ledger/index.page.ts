export { donationFactWords } from './donations/fact-words.page.ts';
export { EntryTable } from './entry-table.page.tsx';
export { entryProblems, kindWords, ledgerFactWords } from './ledger-words.page.ts';
