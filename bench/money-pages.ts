import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { urls } from '../src/urls.ts';
import type { FilledMoney } from './money-town.ts';
import type { Pages } from './pages.ts';
import type { Reader } from './readers.ts';

/** What whoever keeps the accounts opens; the settings first, with which the others are compared. */
export async function listMoneyPages(
  db: Database,
  { organisationId, groups, fund }: FilledMoney,
  read: Reader,
): Promise<Pages> {
  const group = groups[0]!.slug;
  const account = await findAccountId(db, organisationId, 'donations');
  const envelope = await findAccountId(db, organisationId, 'group');
  const year = new Date().getFullYear();
  const deep = (path: string, turns: number) => followNext(read, path, turns);
  return {
    settings: urls.financeSettings(),
    desk: urls.finances(),
    accounts: urls.financeAccounts(),
    'accounts, thirtieth page': await deep(urls.financeAccounts(), 29),
    'accounts, search': urls.financeAccounts({ q: 'tilleuls' }),
    'account, busiest': urls.financeAccount({ account }),
    'account, busiest, thirtieth page': await deep(urls.financeAccount({ account }), 29),
    'account, busiest, middle': urls.financeAccount({ account }, { avant: '250000' }),
    'account, busiest, oldest': urls.financeAccount({ account }, { avant: '60' }),
    'account of a group': urls.financeAccount({ account: envelope }),
    entries: urls.financeEntries(),
    'entries, thirtieth page': await deep(urls.financeEntries(), 29),
    'entries, kind': urls.financeEntries({ genre: 'spending-paid' }),
    'entries, rare kind': urls.financeEntries({ genre: 'fund-endowed' }),
    'entries, kind of none': urls.financeEntries({ genre: 'fund-lowered' }),
    'entries, days': urls.financeEntries({ du: `${year}-01-01`, au: `${year}-03-31` }),
    'entries, search': urls.financeEntries({ q: 'tilleuls' }),
    'entries, search of one': urls.financeEntries({ q: groups.at(-1)!.name }),
    'entries, search and kind': urls.financeEntries({
      q: groups.at(-1)!.name,
      genre: 'solidarity-given',
    }),
    donations: urls.donations(),
    'donations, thirtieth page': await deep(urls.donations(), 29),
    'donations, days': urls.donations({ du: `${year}-01-01`, au: `${year}-03-31` }),
    'donations, of a group': urls.donations({ destination: group }),
    'solidarity fund': urls.solidarity(),
    budgets: urls.financeBudgets(),
    'budgets, to decide': urls.financeBudgets({ etat: 'a-decider' }),
    'budgets, served': urls.financeBudgets({ etat: 'consomme' }),
    requests: urls.financeRequests(),
    'requests, all': urls.financeRequests({ etat: 'toutes' }),
    'requests, all, thirtieth page': await deep(urls.financeRequests({ etat: 'toutes' }), 29),
    'requests, paid': urls.financeRequests({ etat: 'payee' }),
    'requests, search': urls.financeRequests({ etat: 'toutes', q: 'tracts' }),
    'requests of a group': urls.financeRequests({ etat: 'toutes', groupe: group }),
    transfers: urls.transfers(),
    funds: urls.funds(),
    fund: urls.fund({ fund }),
    catalogue: urls.fundActions({ fund }),
    'catalogue, thirtieth page': await deep(urls.fundActions({ fund }), 29),
    'catalogue, search': urls.fundActions({ fund }, { q: 'jardin' }),
    'catalogue, kind': urls.fundActions({ fund }, { type: 'syndicale' }),
    examinations: urls.examinations(),
    groups: urls.groups(),
    'groups, search': urls.groups({ q: 'tilleuls' }),
    group: urls.group({ group }),
    'money of a group': urls.groupMoney({ group }),
  };
}

/** The account of this kind with the most entries: of groups, the one that most was given to. */
async function findAccountId(db: Database, organisationId: string, kind: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from ledger_account
    where organisation_id = ${organisationId} and kind = ${kind} order by abs(balance) desc limit 1`.execute(
    db,
  );
  return rows[0]!.id;
}

/** The address that following « next » so many times leads to, as far as there is one. */
async function followNext(read: Reader, path: string, turns: number): Promise<string> {
  let at = path;
  for (let turn = 0; turn < turns; turn += 1) {
    const html = await (await read(at)).text();
    const next = /<a [^>]*href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1];
    if (!next) return at;
    at = new URL(next.replaceAll('&amp;', '&'), 'http://localhost').toString().slice(16);
  }
  return at;
}
