export { donationFactWords } from './donations/fact-words.page.ts';
export { ledgerFactWords } from './ledger-words.page.ts';
