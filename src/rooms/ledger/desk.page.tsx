import * as m from '../../paraglide/messages.js';
import type { FinanceTask } from '../../platform/http/holders.ts';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatList, formatMoney, formatNumber } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StackChart } from '../../ui/stack-chart.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { RecordedEntry } from './book.ts';
import { EntryTable } from './entry-table.page.tsx';
import type { AccountKind } from './ledger.ts';
import type { Holders } from './ledger-words.page.ts';

interface Props {
  tasks: readonly FinanceTask[];
  /** Cents that all accounts of a kind hold together. */
  sumOf: (kind: AccountKind) => number;
  entries: readonly RecordedEntry[];
  holders: Holders;
}

/** The desk of the finances: what waits, where the money is, what was recorded last. */
export function DeskPage({ tasks, sumOf, entries, holders }: Props) {
  return (
    <Stack>
      <PageHeader
        title={m.ledger_title()}
        lead={m.ledger_lead()}
        actions={
          <>
            <ButtonLink kind="secondary" icon="money" href={urls.financeAccounts()}>
              {m.ledger_accounts()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="book" href={urls.financeEntries()}>
              {m.ledger_entries()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="settings" href={urls.financeSettings()}>
              {m.ledger_settings_menu()}
            </ButtonLink>
          </>
        }
      />
      <Tasks tasks={tasks} />
      <Where sumOf={sumOf} />
      {entries.length > 0 && (
        <Section
          title={m.ledger_last()}
          action={<a href={urls.financeEntries()}>{m.ledger_see_all()}</a>}
        >
          <EntryTable caption={m.ledger_last()} entries={entries} holders={holders} />
        </Section>
      )}
    </Stack>
  );
}

/** As the name of a page, where nothing waits: in the plural. */
const PAGE = { count: 2 };

/** What waits, then the other pages of rooms that tell the desk about themselves. */
function Tasks({ tasks }: Pick<Props, 'tasks'>) {
  const waiting = tasks.filter(({ count }) => count > 0);
  // a page that is offered above with its number is not offered again below
  const others = tasks.filter(
    ({ count, address }) => count === 0 && !waiting.some((one) => one.address === address),
  );
  return (
    <Section title={m.ledger_tasks()}>
      {waiting.length === 0 ? (
        <p>{m.ledger_tasks_none()}</p>
      ) : (
        <Stats>
          {waiting.map(({ label, count, address }, index) => (
            <Stat
              key={index}
              value={formatNumber(count)}
              label={<a href={address}>{label({ count })}</a>}
            />
          ))}
        </Stats>
      )}
      {others.length > 0 && (
        <nav aria-labelledby="autres-pages">
          <h3 id="autres-pages">{m.ledger_tasks_others()}</h3>
          <ul class="office-links">
            {others.map(({ label, address }, index) => (
              <li key={index}>
                <a href={address}>{label(PAGE)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Section>
  );
}

function Where({ sumOf }: Pick<Props, 'sumOf'>) {
  const parts = [
    { name: m.ledger_part_funds(), look: 'full', cents: sumOf('fund') },
    { name: m.ledger_part_reserved(), look: 'firm', cents: sumOf('fund-reserved') },
    {
      name: m.ledger_part_payable(),
      look: 'crossed',
      cents: sumOf('fund-payable') + sumOf('group-payable'),
    },
    { name: m.ledger_part_groups(), look: 'medium', cents: sumOf('group') },
    { name: m.ledger_part_solidarity(), look: 'soft', cents: sumOf('solidarity') },
    { name: m.ledger_part_paid(), look: 'striped', cents: sumOf('expenses') },
  ] as const;
  const [own, donations] = [sumOf('own-funds'), sumOf('donations')];
  const total = own + donations;
  if (total === 0)
    return (
      <EmptyState icon="money" title={m.ledger_where_none_title()}>
        <p>{m.ledger_where_none()}</p>
      </EmptyState>
    );
  const [funds, reserved, payable, groups, solidarity, paid] = parts.map(({ cents }) => cents);
  const left = funds! + reserved! + groups! + solidarity!;
  const said = parts
    .filter(({ cents }) => cents > 0)
    .map(({ name, cents }) => m.ledger_part_said({ name, amount: formatMoney(cents) }));
  return (
    <Section title={m.ledger_where()}>
      <Stats>
        <Stat
          value={<Money cents={total} />}
          label={m.ledger_stat_entrusted()}
          explanation={m.ledger_stat_entrusted_more({
            donations: formatMoney(donations),
            own: formatMoney(own),
          })}
        />
        <Stat
          value={<Money cents={left} />}
          label={m.ledger_stat_left()}
          explanation={m.ledger_stat_left_more({ reserved: formatMoney(reserved!) })}
        />
        <Stat
          value={<Money cents={paid!} />}
          label={m.ledger_stat_paid()}
          explanation={m.ledger_stat_paid_more({ payable: formatMoney(payable!) })}
        />
      </Stats>
      <StackChart
        id="argent"
        title={m.ledger_where()}
        titleHidden
        description={m.ledger_where_description({
          total: formatMoney(total),
          parts: formatList(said),
        })}
        parts={parts.map(({ name, look }) => ({ name, look }))}
        lines={[
          {
            label: m.ledger_where_line(),
            values: parts.map(({ cents }) => cents),
            words: formatMoney(total),
          },
        ]}
        labelHead={m.ledger_head_line()}
        wordsHead={m.ledger_head_total()}
        formatValue={formatMoney}
      />
    </Section>
  );
}
