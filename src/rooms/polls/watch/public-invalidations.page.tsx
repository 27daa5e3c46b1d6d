import * as m from '../../../paraglide/messages.js';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Table } from '../../../ui/table.tsx';
import type { PublicInvalidation } from './invalidation.ts';
import { sayRule } from './invalidation-words.page.ts';

/** What was declared invalid, as everybody reads it beside the result; nothing where nothing was. */
export function PublicInvalidations(props: { invalidations: readonly PublicInvalidation[] }) {
  const { invalidations } = props;
  if (invalidations.length === 0) return null;
  return (
    <Section title={m.watch_public_title()} lead={m.watch_public_lead()} id="invalides">
      <Table
        caption={m.watch_public_title()}
        captionHidden
        columns={[
          { key: 'rule', label: m.watch_public_head_rule() },
          { key: 'reason', label: m.watch_public_head_reason() },
          { key: 'day', label: m.watch_public_head_day() },
          { key: 'ballots', label: m.watch_head_ballots(), numeric: true },
        ]}
        rows={invalidations.map(({ rule, reason, ballots, at }) => ({
          rule: sayRule(rule),
          reason: <span dir="auto">{reason}</span>,
          day: formatDate(at, 'day'),
          ballots: formatNumber(ballots),
        }))}
      />
    </Section>
  );
}

/** The same for the minutes, one line each. */
export function sayInvalidations(
  invalidations: readonly PublicInvalidation[],
): { term: string; detail: string }[] {
  return invalidations.map(({ rule, reason, ballots, at }) => ({
    term: m.watch_minutes_term({ rule: sayRule(rule) }),
    detail: m.watch_minutes_words({
      ballots: formatNumber(ballots),
      day: formatDate(at, 'day'),
      reason,
    }),
  }));
}
