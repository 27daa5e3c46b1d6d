/** The door of the payments: accounts that pay, batches for the bank, and what its statements say. */
export { findBatch, listBatches, listPayments, makeBatch } from './batch.store.ts';
export { countOpenLines } from './line.store.ts';
export { savePayerAccount } from './payer-account.store.ts';
export type { Batch, Payer } from './payment.ts';
export { importStatements, matchLines } from './statement.store.ts';
