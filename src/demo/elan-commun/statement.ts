import { createHash } from 'node:crypto';
import { lastFour } from '../../platform/bank/iban.ts';
import { readStatements } from '../../platform/bank/read-statements.ts';
import { importStatements, matchLines } from '../../rooms/payments/index.ts';
import type { Member, Place } from '../place.ts';
import { expectOk } from '../story.ts';

interface Movement {
  /** Cents that went out. */
  spent: number;
  reference: string;
  /** What we called the transfer; none: nothing of ours explains it. */
  endToEndId?: string;
  words: string;
}

interface Told {
  treasury: Member;
  iban: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** Cents that the account held before. */
  opening: number;
  movements: readonly Movement[];
}

/** A day's statement of the account that pays, as its bank writes it, brought in by the treasury. */
export async function bringStatement({ db, organisation }: Place, told: Told): Promise<void> {
  const act = { organisationId: organisation.id, by: told.treasury.id };
  const bytes = Buffer.from(writeCamt053(told));
  const name = `releve-${told.day}.xml`;
  const read = readStatements(bytes);
  if (!read.ok) throw new Error(`${name}: ${read.refusal}`);
  const imported = await importStatements(db, act, {
    format: read.format,
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    statements: read.statements.map((one) => ({ ...one, accountLast4: lastFour(one.iban) })),
  });
  expectOk(imported, name);
  await matchLines(db, act, (code) => {
    throw new Error(`${name} sends a transfer back: ${code}`);
  });
}

/** camt.053.001.08 */
function writeCamt053({ iban, day, opening, movements }: Told): string {
  const closing = opening - movements.reduce((sum, { spent }) => sum + spent, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>RELEVE-${day}</MsgId><CreDtTm>${day}T23:50:00</CreDtTm></GrpHdr>
<Stmt><Id>RELEVE-${day}</Id><FrToDt><FrDtTm>${day}T00:00:00</FrDtTm><ToDtTm>${day}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${writeBalance('OPBD', opening, day)}
${writeBalance('CLBD', closing, day)}
${movements.map((one) => writeMovement(one, day)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
}

const writeBalance = (code: string, cents: number, day: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${writeAmount(cents)}<CdtDbtInd>CRDT</CdtDbtInd>` +
  `<Dt><Dt>${day}</Dt></Dt></Bal>`;

const writeMovement = ({ spent, reference, endToEndId, words }: Movement, day: string): string =>
  `<Ntry>${writeAmount(spent)}<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
  `<BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef>` +
  `<NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs></TxDtls></NtryDtls>` +
  `<AddtlNtryInf>${words}</AddtlNtryInf></Ntry>`;

const writeAmount = (cents: number): string => `<Amt Ccy="EUR">${(cents / 100).toFixed(2)}</Amt>`;
