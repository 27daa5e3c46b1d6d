import * as m from '../../paraglide/messages.js';
import { formatMoney } from '../../ui/format.ts';
import { Table } from '../../ui/table.tsx';
import { DateText } from '../../ui/text.tsx';
import type { ThresholdChange } from './threshold.ts';

/** Each change of a threshold, the newest first: who, when, from what to what, why, and what remained then (R18). */
export function ThresholdHistory({
  changes,
  nicknames,
}: {
  changes: readonly ThresholdChange[];
  nicknames: ReadonlyMap<string, string>;
}) {
  if (changes.length === 0) return <p>{m.funds_threshold_history_none()}</p>;
  return (
    <Table
      caption={m.funds_threshold_history()}
      captionHidden
      columns={[
        { key: 'when', label: m.funds_change_when() },
        { key: 'what', label: m.funds_change_what() },
        { key: 'reason', label: m.funds_change_reason(), sentences: true },
        { key: 'remaining', label: m.funds_change_remaining(), numeric: true },
        { key: 'who', label: m.funds_change_who() },
      ]}
      rows={changes.map((change) => ({
        when: <DateText at={change.changedAt} />,
        what: m.funds_change_from_to(change),
        reason: <bdi>{change.reason}</bdi>,
        remaining: m.funds_change_remaining_of({
          remaining: formatMoney(change.remaining),
          endowed: formatMoney(change.endowed),
        }),
        who: <bdi>{nicknames.get(change.changedBy) ?? m.funds_coordination()}</bdi>,
      }))}
    />
  );
}
