import * as m from '../../paraglide/messages.js';
import type { RelatedLink } from '../../platform/http/visit.ts';
import { formatDateTime, formatMoney } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { RecordedEntry } from './book.ts';
import { AccountLink } from './entry-table.page.tsx';
import { dayWords, type Holders, kindWords } from './ledger-words.page.ts';

interface Props {
  entry: RecordedEntry & { reversedBy: number | null };
  holders: Holders;
  /** Of who recorded it; null: a process did. */
  nickname: string | null;
  /** What it stands for. */
  subjects: readonly RelatedLink[];
}

/** One entry: what it moved, what it stands for, and whether it is taken back. */
export function EntryPage({ entry, holders, nickname, subjects }: Props) {
  const { kind, amount, from, to, countedOn, at, words, reverses, reversedBy } = entry;
  return (
    <Stack>
      <PageHeader
        title={m.ledger_entry_title({ number: entry.sequence })}
        lead={kindWords[kind]()}
        breadcrumb={[
          { label: m.ledger_title(), href: urls.finances() },
          { label: m.ledger_entries(), href: urls.financeEntries() },
        ]}
      />
      <DescriptionList
        items={[
          { term: m.ledger_entry_amount(), detail: formatMoney(amount) },
          { term: m.ledger_entry_from(), detail: <AccountLink account={from} holders={holders} /> },
          { term: m.ledger_entry_to(), detail: <AccountLink account={to} holders={holders} /> },
          { term: m.ledger_entry_day(), detail: dayWords(countedOn) },
          { term: m.ledger_entry_recorded(), detail: formatDateTime(at) },
          ...(nickname === null
            ? []
            : [{ term: m.ledger_entry_by(), detail: <bdi>{nickname}</bdi> }]),
          ...(words === '' ? [] : [{ term: m.ledger_entry_words(), detail: <bdi>{words}</bdi> }]),
          ...(reverses === null
            ? []
            : [{ term: m.ledger_entry_takes_back(), detail: <EntryLink number={reverses} /> }]),
          ...(reversedBy === null
            ? []
            : [{ term: m.ledger_entry_taken_back(), detail: <EntryLink number={reversedBy} /> }]),
        ]}
      />
      {subjects.length > 0 && (
        <Section title={m.ledger_entry_subjects()}>
          <DescriptionList
            items={subjects.map(({ label, title, href }) => ({
              term: label,
              detail: (
                <a href={href}>
                  <bdi>{title}</bdi>
                </a>
              ),
            }))}
          />
        </Section>
      )}
    </Stack>
  );
}

const EntryLink = ({ number }: { number: number }) => (
  <a href={urls.financeEntry({ entry: String(number) })}>{m.ledger_entry_title({ number })}</a>
);
