/** Accounts, statements and files of banks, made up: the IBANs have right check digits and belong to nobody. */

/** A French account of its own number, with right check digits and the right key of its bank. */
export function makeIban(number: number): string {
  const account = String(number).padStart(11, '0');
  const [bank, branch] = ['30006', '00001'];
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n);
  const bban = `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
  const check = 98n - (BigInt(`${bban}152700`) % 97n);
  return `FR${String(check).padStart(2, '0')}${bban}`;
}

export const BIC = 'AGRIFRPP';

interface MadeTransaction {
  amount: number;
  endToEndId?: string;
  name?: string;
  words?: string;
  reference?: string;
  returnReason?: string;
}

export interface MadeEntry {
  day: string;
  /** Cents; below zero, it went out. */
  amount: number;
  reference?: string;
  status?: string;
  words?: string;
  transactions?: readonly MadeTransaction[];
}

export interface MadeStatement {
  iban: string;
  id?: string;
  opening?: number;
  entries: readonly MadeEntry[];
}

const euros = (cents: number) => (Math.abs(cents) / 100).toFixed(2);
const way = (cents: number) => (cents < 0 ? 'DBIT' : 'CRDT');
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const tag = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escape(text)}</${name}>`;

/** A camt.053.001.08 as a bank writes it: every statement of the file. */
export function makeCamt053(statements: readonly MadeStatement[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>RELEVE-1</MsgId><CreDtTm>2026-11-23T06:00:00+01:00</CreDtTm></GrpHdr>
${statements.map(writeStatement).join('\n')}
</BkToCstmrStmt></Document>`;
}

function writeStatement(
  { iban, id = 'STMT-1', opening = 1_000_000, entries }: MadeStatement,
  index: number,
): string {
  const days = entries.map(({ day }) => day).sort();
  const first = days[0] ?? '2026-11-20';
  const last = days.at(-1) ?? first;
  const closing = opening + entries.reduce((sum, { amount }) => sum + amount, 0);
  return `<Stmt><Id>${id}-${index + 1}</Id><CreDtTm>2026-11-23T06:00:00+01:00</CreDtTm>
<FrToDt><FrDtTm>${first}T00:00:00+01:00</FrDtTm><ToDtTm>${last}T23:59:59+01:00</ToDtTm></FrToDt>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${writeBalance('OPBD', opening, first)}${writeBalance('CLBD', closing, last)}
${entries.map(writeEntry).join('\n')}</Stmt>`;
}

const writeBalance = (code: string, cents: number, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt>` +
  `<CdtDbtInd>${way(cents)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;

function writeEntry({ day, amount, reference, status = 'BOOK', words, transactions }: MadeEntry) {
  const returned = transactions?.some(({ returnReason }) => returnReason) ?? false;
  return `<Ntry><Amt Ccy="EUR">${euros(amount)}</Amt><CdtDbtInd>${way(amount)}</CdtDbtInd>
<Sts><Cd>${status}</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>${tag('AcctSvcrRef', reference)}
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${returned ? 'RRTN' : 'ESCT'}</SubFmlyCd></Fmly></Domn></BkTxCd>
${transactions ? `<NtryDtls>${transactions.map((one) => writeTransaction(one, amount)).join('')}</NtryDtls>` : ''}${tag('AddtlNtryInf', words)}</Ntry>`;
}

function writeTransaction(one: MadeTransaction, entry: number): string {
  const role = entry < 0 ? 'Cdtr' : 'Dbtr';
  return `<TxDtls><Refs>${tag('AcctSvcrRef', one.reference)}${tag('EndToEndId', one.endToEndId ?? 'NOTPROVIDED')}</Refs>
<Amt Ccy="EUR">${euros(one.amount)}</Amt><CdtDbtInd>${way(entry)}</CdtDbtInd>
${one.name ? `<RltdPties><${role}><Pty>${tag('Nm', one.name)}</Pty></${role}></RltdPties>` : ''}${
  one.words ? `<RmtInf>${tag('Ustrd', one.words)}</RmtInf>` : ''
}${one.returnReason ? `<RtrInf><Rsn><Cd>${one.returnReason}</Cd></Rsn></RtrInf>` : ''}</TxDtls>`;
}
