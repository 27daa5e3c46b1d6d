import * as m from '../../../paraglide/messages.js';
import { formatMoney } from '../../../ui/format.ts';
import { Pagination } from '../../../ui/list.tsx';
import { Table } from '../../../ui/table.tsx';
import { dayWords, kindWords, nameAccount } from '../ledger-words.page.ts';
import type { HolderNames } from './donations.page.tsx';
import type { AccountLine } from './solidarity.ts';

interface Props {
  title: string;
  lines: readonly AccountLine[];
  names: HolderNames;
  nextHref: string | undefined;
}

/** Entries of an account, the newest first; what went out begins with a minus. */
export function AccountLines({ title, lines, names, nextHref }: Props) {
  if (lines.length === 0) return <p>{m.donations_lines_none()}</p>;
  return (
    <>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'day', label: m.donations_line_day() },
          { key: 'what', label: m.donations_line_what(), sentences: true },
          { key: 'words', label: m.donations_line_words(), sentences: true },
          { key: 'amount', label: m.donations_amount(), numeric: true },
        ]}
        rows={lines.map((line) => ({
          day: dayWords(line.countedOn),
          what: (
            <>
              {kindWords[line.kind]()}
              <br />
              <span class="hint">
                <bdi>{nameAccount(line.other, names)}</bdi>
              </span>
            </>
          ),
          words: <bdi>{line.words || '–'}</bdi>,
          amount: `${line.amount > 0 ? '+' : '−'}\u202f${formatMoney(Math.abs(line.amount))}`,
        }))}
      />
      <Pagination nextHref={nextHref} />
    </>
  );
}
