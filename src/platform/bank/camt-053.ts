import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ActiveXml, readXml } from '../files/documents/xml.ts';
import {
  cleanWords,
  firstAndLast,
  MOST_MOVEMENTS,
  type Movement,
  readIsoDay,
  type Statement,
  UnreadableStatement,
} from './statement.ts';

type Node = { [name: string]: unknown };

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  // decoded below: five names and numbers, nothing that unfolds
  processEntities: false,
  isArray: (name) => ['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Bal', 'Ustrd'].includes(name),
});

/** Statements of a bank (camt.053.001.02 to .08): one file may tell several days and several accounts. */
export function readCamt053(bytes: Buffer): Statement[] {
  const text = readText(bytes);
  let root: Node;
  try {
    if (XMLValidator.validate(text) !== true) throw new UnreadableStatement('file-damaged');
    root = parser.parse(text) as Node;
  } catch {
    throw new UnreadableStatement('file-damaged');
  }
  const statements = list(at(root, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) throw new UnreadableStatement('no-statement');
  let movements = 0;
  return statements.map((statement) => {
    const read = readStatement(statement);
    movements += read.movements.length;
    if (movements > MOST_MOVEMENTS) throw new UnreadableStatement('too-many-movements');
    return read;
  });
}

function readText(bytes: Buffer): string {
  try {
    return readXml(bytes);
  } catch (error) {
    if (!(error instanceof ActiveXml)) throw error;
    throw new UnreadableStatement(error.message === 'doctype' ? 'file-active' : 'file-damaged');
  }
}

function readStatement(statement: Node): Statement {
  const account = at(statement, 'Acct');
  if ((word(account, 'Ccy') || 'EUR') !== 'EUR') throw new UnreadableStatement('other-currency');
  const movements = list(statement, 'Ntry').flatMap(readEntry);
  const bounds = [word(statement, 'FrToDt', 'FrDtTm'), word(statement, 'FrToDt', 'ToDtTm')];
  const said = bounds.map(readIsoDay).filter((day) => day !== null);
  return {
    iban: word(account, 'Id', 'IBAN').replaceAll(/\s/g, '').toUpperCase(),
    ...firstAndLast([...said, ...movements.map(({ day }) => day)]),
    opening: readBalance(statement, ['OPBD', 'PRCD']),
    closing: readBalance(statement, ['CLBD']),
    movements,
  };
}

function readBalance(statement: Node, codes: readonly string[]): number | null {
  const balances = list(statement, 'Bal').filter((balance) =>
    codes.includes(word(balance, 'Tp', 'CdOrPrtry', 'Cd')),
  );
  const balance = balances[0];
  if (!balance) return null;
  const cents = readAmount(balance, 'Amt');
  return word(balance, 'CdtDbtInd') === 'DBIT' ? -cents : cents;
}

/** Booked entries only: what is awaited or told for information comes again once it is booked. */
function readEntry(entry: Node): Movement[] {
  const status = word(entry, 'Sts', 'Cd') || word(entry, 'Sts');
  if (status !== '' && status !== 'BOOK') return [];
  const sign = word(entry, 'CdtDbtInd') === 'DBIT' ? -1 : 1;
  const amount = readAmount(entry, 'Amt');
  if (amount === 0) return [];
  const dated = ['BookgDt', 'ValDt'].flatMap((name) => [
    word(entry, name, 'Dt'),
    word(entry, name, 'DtTm'),
  ]);
  const day = dated.map(readIsoDay).find((one) => one !== null);
  if (!day) throw new UnreadableStatement('unreadable-day');
  const reference = word(entry, 'AcctSvcrRef');
  const details = list(entry, 'NtryDtls').flatMap((one) => list(one, 'TxDtls'));
  const parts = details.map((one) => partAmount(one));
  // a batch is told part by part where its parts make up the whole
  const whole =
    details.length > 1 && parts.every((one) => one > 0) && parts.reduce((a, b) => a + b) === amount;
  const told = whole ? details : [details.length === 1 ? details[0]! : {}];
  return told.map((detail, index) => {
    const id = word(detail, 'Refs', 'EndToEndId');
    const endToEndId = /^NOT ?PROVIDED$/i.test(id) ? '' : cleanWords(id).slice(0, 35);
    const own = word(detail, 'Refs', 'AcctSvcrRef') || reference;
    // parts of one batch may have the same reference: which part it is tells them apart
    const part = endToEndId || (whole ? String(index + 1) : '');
    return {
      day,
      amount: sign * (whole ? parts[index]! : amount),
      bankReference: own && cleanWords(part ? `${own}/${part}` : own).slice(0, 120),
      endToEndId,
      words: cleanWords(
        [
          word(entry, 'AddtlNtryInf'),
          nameOf(detail, sign < 0 ? 'Cdtr' : 'Dbtr'),
          ...list(at(detail, 'RmtInf'), 'Ustrd').map(text),
          word(detail, 'AddtlTxInf'),
          word(detail, 'RtrInf', 'Rsn', 'Cd'),
          word(detail, 'RtrInf', 'AddtlInf'),
        ]
          .filter((one) => one !== '')
          .join(' '),
      ),
      returned: sign > 0 && isReturn(entry, detail),
    };
  });
}

const isReturn = (entry: Node, detail: Node): boolean =>
  'RtrInf' in detail ||
  word(entry, 'RvslInd') === 'true' ||
  [entry, detail].some((one) => word(one, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') === 'RRTN');

/** `Pty` since 2019, before it the name itself. */
const nameOf = (detail: Node, role: string): string =>
  word(detail, 'RltdPties', role, 'Pty', 'Nm') || word(detail, 'RltdPties', role, 'Nm');

/** Cents of one part of a batch; 0: it does not say, or in another currency. */
function partAmount(detail: Node): number {
  const holder = 'Amt' in detail ? detail : at(detail, 'AmtDtls', 'TxAmt');
  if (!('Amt' in holder) || currencyOf(holder) !== 'EUR') return 0;
  return readAmount(holder, 'Amt');
}

const currencyOf = (holder: Node): string => {
  const amount = holder.Amt;
  return typeof amount === 'object' && amount !== null ? String((amount as Node)['@Ccy']) : 'EUR';
};

/** Read digit by digit: « 12 », « 12.5 », « 12.50 », « 12.50000 ». */
function readAmount(holder: Node, name: string): number {
  if (currencyOf(holder) !== 'EUR') throw new UnreadableStatement('other-currency');
  const match = /^\+?(\d{1,10})(?:\.(\d{0,2})0*)?$/.exec(word(holder, name));
  if (!match) throw new UnreadableStatement('unreadable-amount');
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function at(node: Node, ...path: string[]): Node {
  let here: unknown = node;
  for (const name of path)
    here = typeof here === 'object' && here !== null ? (here as Node)[name] : undefined;
  const one = Array.isArray(here) ? here[0] : here;
  return typeof one === 'object' && one !== null ? (one as Node) : {};
}

function word(node: Node, ...path: string[]): string {
  const parent = path.length > 1 ? at(node, ...path.slice(0, -1)) : node;
  const value = parent[path.at(-1)!];
  return text(Array.isArray(value) ? value[0] : value);
}

function list(node: Node, name: string): Node[] {
  const value = node[name];
  return Array.isArray(value) ? (value as Node[]) : [];
}

function text(value: unknown): string {
  const written =
    typeof value === 'object' && value !== null ? (value as Node)['#text'] : (value ?? '');
  return typeof written === 'string' ? decodeEntities(written) : '';
}

const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(written: string): string {
  return written.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, ten, hex, name) => {
      if (name) return NAMES[String(name).toLowerCase()] ?? all;
      const code = ten ? Number(ten) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
