import * as m from '../../../paraglide/messages.js';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { DecisionBatch } from './batch.store.ts';

/** Where a batch stands, in words. */
export function sayBatch(batch: DecisionBatch): string {
  if (batch.cancelledAt) return m.decide_batch_cancelled();
  if (!batch.publishedAt)
    return m.decide_batch_planned({ date: formatDateTime(batch.publishesAt) });
  return m.decide_batch_published({ date: formatDateTime(batch.publishedAt) });
}

/** What left, or will leave, together. */
export function BatchLines(props: { edition: Edition; batches: readonly DecisionBatch[] }) {
  const { edition, batches } = props;
  if (batches.length === 0) return null;
  return (
    <Section title={m.decide_batches_title()}>
      <Table
        caption={m.decide_batches_title()}
        captionHidden
        columns={[
          { key: 'number', label: m.decide_batch() },
          { key: 'state', label: m.decide_batch_state() },
          { key: 'decisions', label: m.decide_batch_decisions(), numeric: true },
          { key: 'mails', label: m.decide_batch_mails(), numeric: true },
          { key: 'papers', label: m.decide_batch_papers(), numeric: true },
        ]}
        rows={batches.map((batch) => ({
          number: (
            <a href={urls.adminDecisionBatch({ edition: edition.slug, publication: batch.id })}>
              {m.decide_batch_number({ number: batch.number })}
            </a>
          ),
          state: sayBatch(batch),
          decisions: formatNumber(batch.decisions),
          mails: formatNumber(batch.mails),
          papers: formatNumber(batch.papers),
        }))}
      />
    </Section>
  );
}
