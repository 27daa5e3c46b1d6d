import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listNicknames } from '../identity/index.ts';
import { AccountPage } from './account.page.tsx';
import { findAccount, listHolders, listOwnAccounts, sumByKind } from './account-book.store.ts';
import { AccountsPage } from './accounts.page.tsx';
import { findEntry, listEntries, listEntriesOf, listYears } from './book.store.ts';
import { readAccountsFilter, readEntriesFilter } from './book.ts';
import { DeskPage } from './desk.page.tsx';
import { EntriesPage } from './entries.page.tsx';
import { EntryPage } from './entry.page.tsx';
import { nameAccount } from './ledger-words.page.ts';
import { nameAccountHolders, nameEntryHolders } from './load.routes.ts';
import { findLedgerSettings } from './settings.store.ts';

/** Entries on the desk. */
const LAST = 6;

const EVERYTHING = { kind: null, from: null, to: null, after: null, among: null } as const;

/** The desk of the finances, its accounts and its entries. */
export const deskRoutes: readonly Route[] = inMovements([
  get(urls.finances, 'finance', async (visit) => {
    const { db, organisation } = visit;
    const [tasks, sums, { entries }] = await Promise.all([
      visit.listFinanceTasks(),
      sumByKind(db, organisation.id),
      listEntries(db, organisation.id, EVERYTHING, LAST),
    ]);
    return page({
      title: m.ledger_title(),
      section: 'finances',
      body: (
        <DeskPage
          tasks={tasks}
          sumOf={(kind) => sums.get(kind)?.total ?? 0}
          entries={entries}
          holders={await nameEntryHolders(visit, entries)}
        />
      ),
    });
  }),

  get(urls.financeAccounts, 'finance', async (visit) => {
    const { db, organisation, url } = visit;
    const filter = readAccountsFilter((name) => url.searchParams.get(name));
    const among = filter.words === '' ? null : await visit.seekHolders(filter.words);
    const isFirst = filter.words === '' && filter.after === null;
    const [own, { holders: accounts, next }] = await Promise.all([
      isFirst ? listOwnAccounts(db, organisation.id) : [],
      listHolders(db, organisation.id, { ...filter, among }),
    ]);
    const holders = await visit.nameHolders(
      accounts.map(({ holderId }) => ({ kind: filter.holder, id: holderId })),
    );
    return page({
      title: m.ledger_accounts(),
      section: 'finances',
      body: (
        <AccountsPage filter={filter} own={own} accounts={accounts} next={next} holders={holders} />
      ),
    });
  }),

  get(urls.financeAccount, 'finance', async (visit) => {
    const { db, organisation, params, url } = visit;
    const account = found(
      isUuid(params.account) ? await findAccount(db, organisation.id, params.account) : null,
      'account',
    );
    const asked = /^[1-9]\d{0,14}$/.exec(url.searchParams.get('avant') ?? '');
    const before = asked ? Number(asked[0]) : null;
    const { entries, next } = await listEntriesOf(db, organisation.id, account, before);
    const holders = await nameAccountHolders(visit, [
      account,
      ...entries.flatMap(({ from, to }) => [from, to]),
    ]);
    return page({
      title: nameAccount(account, holders),
      section: 'finances',
      body: <AccountPage account={account} entries={entries} next={next} holders={holders} />,
    });
  }),

  get(urls.financeEntries, 'finance', async (visit) => {
    const { db, organisation, url } = visit;
    const filter = readEntriesFilter((name) => url.searchParams.get(name));
    const among = filter.words === '' ? null : await visit.seekHolders(filter.words);
    const [{ entries, next }, years, settings] = await Promise.all([
      listEntries(db, organisation.id, { ...filter, among }),
      listYears(db, organisation.id),
      findLedgerSettings(db, organisation.id),
    ]);
    return page({
      title: m.ledger_entries(),
      section: 'finances',
      body: (
        <EntriesPage
          filter={filter}
          entries={entries}
          next={next}
          holders={await nameEntryHolders(visit, entries)}
          years={years}
          hasSiren={settings.siren !== ''}
        />
      ),
    });
  }),

  get(urls.financeEntry, 'finance', async (visit) => {
    const { db, organisation, params } = visit;
    const entry = found(await findEntry(db, organisation.id, params.entry), 'ledger-entry');
    const { by, about } = entry;
    const [holders, nicknames, subjects] = await Promise.all([
      nameEntryHolders(visit, [entry]),
      listNicknames(db, organisation.id, by === null ? [] : [by]),
      about ? visit.findEntrySubjects(about) : [],
    ]);
    return page({
      title: m.ledger_entry_title({ number: entry.sequence }),
      section: 'finances',
      body: (
        <EntryPage
          entry={entry}
          holders={holders}
          nickname={by === null ? null : (nicknames.get(by) ?? '')}
          subjects={subjects}
        />
      ),
    });
  }),
]);
