import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { StackChart } from '../../../ui/stack-chart.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Poll } from '../poll.ts';
import { suppressSmallCells } from '../recount/small-cells.ts';
import { subjectWords } from '../subject-words.page.ts';
import type { ChannelFigures, ChannelVotes, VoteChannel } from './channels.ts';

const channelWords: Record<VoteChannel, () => string> = {
  online: m.urn_channel_online,
  kiosk: m.urn_channel_kiosk,
  paper: m.urn_channel_paper,
  totals: m.urn_channel_totals,
};

const FIELDS = ['voters', 'ballots', 'blank', 'void'] as const;
type Field = (typeof FIELDS)[number];

interface Props {
  poll: Poll;
  channels: readonly ChannelFigures[];
  votes: readonly ChannelVotes[];
}

/** How people voted, and what each channel gave each option; small numbers are not told (R54, R57). */
export function ResultChannels({ poll, channels, votes }: Props) {
  const shown = Object.fromEntries(
    FIELDS.map((field) => [field, suppressSmallCells(channels.map((one) => one[field]))]),
  );
  const cell = (field: Field, at: number) => {
    const count = shown[field]![at];
    return count == null ? m.urn_few() : formatNumber(count);
  };
  const known = channels.some(({ channel }) => channel === 'totals');
  const told = votes.flatMap(({ label, ...cells }) => {
    const values = known ? [cells.online, cells.paper, cells.totals] : [cells.online, cells.paper];
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    return values.includes(null) || sum === 0 ? [] : [{ label, values: values as number[], sum }];
  });
  const untold = votes.filter((one) => [one.online, one.paper, one.totals].includes(null));
  return (
    <Section title={m.urn_channels_title()} id="voies" lead={m.urn_channels_lead()}>
      <Table
        caption={m.urn_channels_table()}
        columns={[
          { key: 'channel', label: m.urn_channel() },
          { key: 'voters', label: m.urn_channel_voters(), numeric: true },
          { key: 'ballots', label: m.urn_valid(), numeric: true },
          { key: 'blank', label: m.urn_blank(), numeric: true },
          { key: 'void', label: m.urn_void(), numeric: true },
        ]}
        rows={channels.map((one, at) => ({
          channel:
            one.channel === 'online' ? (
              channelWords.online()
            ) : (
              <bdi>
                {m.urn_channel_at({
                  channel: channelWords[one.channel](),
                  point: one.point ?? m.urn_point_gone(),
                })}
              </bdi>
            ),
          voters: one.channel === 'totals' ? '–' : cell('voters', at),
          ballots: cell('ballots', at),
          blank: isPaper(one) ? cell('blank', at) : '–',
          void: isPaper(one) ? cell('void', at) : '–',
        }))}
        total={{
          channel: m.urn_channel_total(),
          voters: formatNumber(sum(channels, 'voters')),
          ballots: formatNumber(sum(channels, 'ballots')),
          blank: formatNumber(sum(channels, 'blank')),
          void: formatNumber(sum(channels, 'void')),
        }}
      />
      {known && <p class="chart-note">{m.urn_totals_note()}</p>}
      {told.length > 0 && (
        <StackChart
          id="votes-par-voie"
          title={m.urn_channel_chart()}
          description={m.urn_channel_chart_words()}
          parts={[
            { name: m.urn_channel_screen(), look: 'full' },
            { name: channelWords.paper(), look: 'striped' },
            ...(known ? [{ name: channelWords.totals(), look: 'crossed' as const }] : []),
          ]}
          lines={told.map(({ label, values, sum }) => ({
            label,
            values,
            words: formatNumber(sum),
          }))}
          labelHead={subjectWords[poll.settings.subject].one()}
          wordsHead={m.urn_channel_total()}
        />
      )}
      {untold.length > 0 && (
        <p class="chart-note">
          {m.urn_channel_few({ names: untold.map(({ label }) => label).join(', ') })}
        </p>
      )}
    </Section>
  );
}

const isPaper = ({ channel }: ChannelFigures) => channel === 'paper' || channel === 'totals';

function sum(channels: readonly ChannelFigures[], field: Field): number {
  return channels.reduce((total, one) => total + one[field], 0);
}
