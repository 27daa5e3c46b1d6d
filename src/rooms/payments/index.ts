/** The door of the payments: accounts that pay, batches for the bank, and what its statements say. */
export { cancelBatch, findBatch, listBatches, listPayments, makeBatch } from './batch.store.ts';
export { countOpenLines } from './line.store.ts';
export { listPayerAccounts, savePayerAccount } from './payer-account.store.ts';
export type { Batch, Payer, Payment } from './payment.ts';
export { rejectPayment, settlePayment } from './settling.store.ts';
export { importStatements, matchLines } from './statement.store.ts';
