import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Option } from '../poll.ts';
import type { WatchReport } from './report.ts';
import { channelWords, sayExpected } from './watch-words.page.ts';

/** Lines shown of each table: the file has them all. */
const MOST_SHOWN = 20;

/** Single-project ballots and long ones that are the same; nothing of it before the box is sealed (V15). */
export function BallotsPart(props: { report: WatchReport; options: readonly Option[] }) {
  const { ballots } = props.report;
  if (!ballots)
    return (
      <Section title={m.watch_ballots()} id="bulletins">
        <p>{m.watch_ballots_not_yet()}</p>
      </Section>
    );
  const labels = new Map(props.options.map(({ key, label }) => [key, label]));
  const flag = (flagged: boolean) => (flagged ? m.watch_flag() : '');
  return (
    <Section title={m.watch_ballots()} lead={m.watch_ballots_lead()} id="bulletins">
      <Section title={m.watch_singles()} level={3}>
        {ballots.singles.length === 0 ? (
          <p>{m.watch_singles_none()}</p>
        ) : (
          <Table
            caption={m.watch_singles()}
            captionHidden
            columns={[
              { key: 'project', label: m.watch_head_project() },
              { key: 'channel', label: m.watch_head_channel() },
              { key: 'naming', label: m.watch_head_naming(), numeric: true },
              { key: 'alone', label: m.watch_head_alone(), numeric: true },
              { key: 'expected', label: m.watch_head_expected(), numeric: true },
              { key: 'flag', label: m.watch_flag() },
            ]}
            rows={ballots.singles.slice(0, MOST_SHOWN).map((block) => ({
              project: labels.get(block.key) ?? block.key,
              channel: channelWords[block.channel](),
              naming: formatNumber(block.naming),
              alone: formatNumber(block.alone),
              expected: sayExpected(block.expected),
              flag: flag(block.flagged),
            }))}
          />
        )}
      </Section>
      <Section title={m.watch_same()} level={3}>
        {ballots.same.length === 0 ? (
          <p>{m.watch_same_none()}</p>
        ) : (
          <Table
            caption={m.watch_same()}
            captionHidden
            columns={[
              { key: 'projects', label: m.watch_head_projects() },
              { key: 'channel', label: m.watch_head_channel() },
              { key: 'times', label: m.watch_head_ballots(), numeric: true },
              { key: 'expected', label: m.watch_head_expected(), numeric: true },
              { key: 'flag', label: m.watch_flag() },
            ]}
            rows={ballots.same.slice(0, MOST_SHOWN).map((block) => ({
              projects: block.keys.map((key) => labels.get(key) ?? key).join(', '),
              channel: channelWords[block.channel](),
              times: formatNumber(block.times),
              expected: sayExpected(block.expected),
              flag: flag(block.flagged),
            }))}
          />
        )}
      </Section>
    </Section>
  );
}
