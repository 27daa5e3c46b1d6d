import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { AccountLine, OpenAccount } from './book.ts';
import { AccountLink, EntryWords } from './entry-table.page.tsx';
import { isSource } from './ledger.ts';
import { dayWords, type Holders, nameAccount } from './ledger-words.page.ts';

interface Props {
  account: OpenAccount;
  entries: readonly AccountLine[];
  next: number | null;
  holders: Holders;
}

/** One account: every entry in order of recording, and what it held after each. */
export function AccountPage({ account, entries, next, holders }: Props) {
  const holder = account.holderId === null ? undefined : holders.get(account.holderId);
  const balance = formatMoney(account.balance);
  return (
    <Stack>
      <PageHeader
        title={nameAccount(account, holders)}
        lead={
          isSource(account.kind)
            ? m.ledger_account_lead_source({ balance })
            : m.ledger_account_lead({ balance })
        }
        breadcrumb={[
          { label: m.ledger_title(), href: urls.finances() },
          { label: m.ledger_accounts(), href: urls.financeAccounts() },
        ]}
        actions={
          holder && (
            <ButtonLink kind="quiet" icon="eye" href={holder.address}>
              {holder.name}
            </ButtonLink>
          )
        }
      />
      {entries.length === 0 ? (
        <EmptyState icon="book" title={m.ledger_account_empty_title()}>
          <p>{m.ledger_account_empty()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.ledger_entries()}
          captionHidden
          columns={[
            { key: 'day', label: m.ledger_entry_day() },
            { key: 'what', label: m.ledger_entry_what(), sentences: true },
            { key: 'other', label: m.ledger_account_other(), sentences: true },
            { key: 'in', label: m.ledger_account_in(), numeric: true },
            { key: 'out', label: m.ledger_account_out(), numeric: true },
            { key: 'after', label: m.ledger_account_after(), numeric: true },
          ]}
          rows={entries.map((entry) => {
            const comesIn = entry.to.id === account.id;
            return {
              day: dayWords(entry.countedOn),
              what: <EntryWords entry={entry} />,
              other: <AccountLink account={comesIn ? entry.from : entry.to} holders={holders} />,
              in: comesIn ? <Money cents={entry.amount} /> : '–',
              out: comesIn ? '–' : <Money cents={entry.amount} />,
              after: <Money cents={entry.after} />,
            };
          })}
        />
      )}
      <Pagination
        nextHref={
          next === null
            ? undefined
            : urls.financeAccount({ account: account.id }, { avant: String(next) })
        }
      />
    </Stack>
  );
}
