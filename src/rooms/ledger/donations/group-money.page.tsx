import * as m from '../../../paraglide/messages.js';
import { BarChart } from '../../../ui/charts.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { GroupMoney } from '../ledger.ts';
import { AccountLines } from './account-lines.page.tsx';
import type { HolderNames } from './donations.page.tsx';
import type { AccountLine } from './solidarity.ts';

interface Props {
  group: { slug: string; name: string };
  money: GroupMoney;
  lines: readonly AccountLine[];
  next: number | null;
  names: HolderNames;
}

/** Where the money of a group is, for those who are in it. */
export function GroupMoneyPage({ group, money, lines, next, names }: Props) {
  const at = { group: group.slug };
  const parts = [
    { label: m.donations_money_available(), cents: money.available },
    { label: m.donations_money_payable(), cents: money.payable },
    { label: m.donations_money_paid(), cents: money.paid },
  ];
  return (
    <Stack>
      <PageHeader
        title={m.donations_group_money_title({ name: group.name })}
        lead={m.donations_group_money_lead({ amount: formatMoney(money.available) })}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group(at) },
        ]}
      />
      <Section title={m.donations_money_where()}>
        {money.received === 0 ? (
          <p>{m.donations_money_none()}</p>
        ) : (
          <>
            <BarChart
              id="caisse"
              title={m.donations_money_where()}
              titleHidden
              description={parts
                .map(({ label, cents }) =>
                  m.donations_money_line({ what: label, amount: formatMoney(cents) }),
                )
                .join(', ')}
              labelHead={m.donations_money_what()}
              valueHead={m.donations_amount()}
              bars={parts.map(({ label, cents }) => ({
                label,
                value: cents / 100,
                valueWords: formatMoney(cents),
              }))}
            />
            <Table
              caption={m.donations_money_where()}
              captionHidden
              columns={[
                { key: 'what', label: m.donations_money_what() },
                { key: 'amount', label: m.donations_amount(), numeric: true },
              ]}
              rows={parts.map(({ label, cents }) => ({ what: label, amount: formatMoney(cents) }))}
              total={{ what: m.donations_money_received(), amount: formatMoney(money.received) }}
            />
          </>
        )}
      </Section>
      <Section title={m.donations_lines()}>
        <AccountLines
          title={m.donations_lines()}
          lines={lines}
          names={names}
          nextHref={next === null ? undefined : urls.groupMoney(at, { apres: next })}
        />
      </Section>
    </Stack>
  );
}
