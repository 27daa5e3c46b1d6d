import { Document } from 'sepa';
import { toLocalTime } from '../clock/paris.ts';
import type { BankDetails } from './sealed-details.ts';
import { writeSepaText } from './sepa-text.ts';

/** Credit transfers in euros, as every bank of the SEPA area takes them in (ISO 20022). */
const FORMAT = 'pain.001.001.09';

/** Signs that the format allows. */
const TRANSFER_LENGTHS = { id: 35, name: 70, label: 140 } as const;

interface Transfer {
  /** What the bank gives back on its statement. */
  endToEndId: string;
  /** Cents. */
  amount: number;
  to: BankDetails;
  /** What the payee reads. */
  label: string;
}

interface TransferOrder {
  /** At most 20 signs: those of its parts are made of it. */
  messageId: string;
  madeAt: Date;
  /** `YYYY-MM-DD`: the day that the bank is asked to pay on. */
  executedOn: string;
  from: BankDetails;
  transfers: readonly Transfer[];
}

/**
 * The file that a bank is given, the same each time it is written of the same things. Each transfer is booked by itself, so that
 * the statement names each of them.
 */
export function writeTransferFile(order: TransferOrder): string {
  const file = new Document(FORMAT);
  const payer = writeSepaText(order.from.holder, TRANSFER_LENGTHS.name);
  file.grpHdr.id = order.messageId;
  file.grpHdr.created = asLocal(toLocalTime(order.madeAt));
  file.grpHdr.initiatorName = payer;
  const part = file.createPaymentInfo();
  part.batchBooking = false;
  part.requestedExecutionDate = asLocal({ day: order.executedOn, time: '12:00' });
  part.debtorName = payer;
  part.debtorIBAN = order.from.iban;
  part.debtorBIC = order.from.bic;
  file.addPaymentInfo(part);
  for (const { endToEndId, amount, to, label } of order.transfers) {
    const transfer = part.createTransaction();
    transfer.end2endId = endToEndId;
    // of a whole number of cents, two decimals are exact
    transfer.amount = Number((amount / 100).toFixed(2));
    transfer.creditorName = writeSepaText(to.holder, TRANSFER_LENGTHS.name);
    transfer.creditorIBAN = to.iban;
    transfer.creditorBIC = to.bic;
    transfer.remittanceInfo = writeSepaText(label, TRANSFER_LENGTHS.label) || endToEndId;
    part.addTransaction(transfer);
  }
  return `${file.toString()}\n`;
}

/** The library writes what the clock of this machine shows. */
function asLocal({ day, time }: { day: string; time: string }): Date {
  const [year, month, date] = day.split('-').map(Number);
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(year!, month! - 1, date!, hours!, minutes!);
}
