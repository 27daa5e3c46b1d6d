import * as m from '../../paraglide/messages.js';
import { Table } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { RecordedEntry, SeenAccount } from './book.ts';
import { dayWords, type Holders, kindWords, nameAccount } from './ledger-words.page.ts';

/** Entries as lines, each between its two accounts. */
export function EntryTable(props: {
  caption: string;
  entries: readonly RecordedEntry[];
  holders: Holders;
}) {
  const { caption, entries, holders } = props;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'day', label: m.ledger_entry_day() },
        { key: 'what', label: m.ledger_entry_what(), sentences: true },
        { key: 'from', label: m.ledger_entry_from(), sentences: true },
        { key: 'to', label: m.ledger_entry_to(), sentences: true },
        { key: 'amount', label: m.ledger_entry_amount(), numeric: true },
      ]}
      rows={entries.map((entry) => ({
        day: dayWords(entry.countedOn),
        what: <EntryWords entry={entry} />,
        from: <AccountLink account={entry.from} holders={holders} />,
        to: <AccountLink account={entry.to} holders={holders} />,
        amount: <Money cents={entry.amount} />,
      }))}
    />
  );
}

/** What an entry is, what was written with it, its number. */
export function EntryWords({ entry }: { entry: RecordedEntry }) {
  return (
    <>
      {kindWords[entry.kind]()}
      {entry.words && (
        <>
          <br />
          <bdi>{entry.words}</bdi>
        </>
      )}
      <br />
      <span class="hint">
        <a href={urls.financeEntry({ entry: String(entry.sequence) })}>
          {m.ledger_entry_number_of({ number: entry.sequence })}
        </a>
        {entry.reverses !== null && ` · ${m.ledger_entry_reverses({ number: entry.reverses })}`}
      </span>
    </>
  );
}

export function AccountLink({ account, holders }: { account: SeenAccount; holders: Holders }) {
  return (
    <a href={urls.financeAccount({ account: account.id })}>
      <bdi>{nameAccount(account, holders)}</bdi>
    </a>
  );
}
