import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { EnvelopeBar } from '../../../ui/envelope-bar.tsx';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Table } from '../../../ui/table.tsx';
import type { EnvelopeResult, PollResult } from './result.ts';
import type { Reading } from './result-reading.page.ts';
import type { Counted } from './result-words.page.ts';
import { describeSatisfaction } from './satisfaction-figures.ts';

interface Props {
  result: PollResult;
  counted: readonly Counted[];
  reading: Reading;
}

/** Participation, what was spent, and how many voters are behind a winner. */
export function ResultNumbers({ result, counted, reading }: Props) {
  const { voters, ballots, blank, winners } = result;
  const { totals = 0 } = result;
  const explanation = [
    ...(blank > 0 ? [m.results_stat_blank({ count: blank, number: formatNumber(blank) })] : []),
    ...(totals > 0 ? [m.urn_totals_stat({ number: formatNumber(totals) })] : []),
  ].join(' ');
  const several = counted.length > 1;
  const { envelope } = counted[0]!;
  const satisfaction = several ? null : describeSatisfaction(envelope);
  return (
    <Section title={m.results_figures()} id="chiffres">
      <Stats>
        <Stat value={formatNumber(voters)} label={m.results_stat_voters({ count: voters })} />
        <Stat
          value={formatNumber(ballots)}
          label={m.results_stat_ballots({ count: ballots })}
          {...(explanation !== '' && { explanation })}
        />
        <Stat
          value={formatNumber(winners.length)}
          label={reading.subject.statWinners({ count: winners.length })}
          explanation={reading.subject.statOf({
            number: formatNumber(reading.poll.options.length),
          })}
        />
        {satisfaction?.share != null && (
          <Stat
            value={formatPercent(satisfaction.share)}
            label={m.results_stat_satisfied()}
            explanation={m.results_stat_satisfied_of({
              number: formatNumber(satisfaction.ballots),
            })}
          />
        )}
      </Stats>
      {several ? (
        <Envelopes counted={counted} reading={reading} />
      ) : (
        <EnvelopeMoney envelope={envelope} reading={reading} label={m.results_envelope()} />
      )}
      {!several && <Zones envelope={envelope} />}
    </Section>
  );
}

function Envelopes({ counted, reading }: Pick<Props, 'counted' | 'reading'>) {
  const { say } = reading;
  const sum = (pick: (envelope: EnvelopeResult) => number) =>
    counted.reduce((total, { envelope }) => total + pick(envelope), 0);
  return (
    <Table
      caption={m.results_envelopes()}
      columns={[
        { key: 'label', label: m.results_envelope_head() },
        { key: 'ballots', label: m.results_ballots(), numeric: true },
        { key: 'winners', label: m.results_envelope_winners(), numeric: true },
        ...(reading.money
          ? [
              { key: 'budget', label: m.results_envelope_amount(), numeric: true },
              { key: 'used', label: m.results_envelope_used(), numeric: true },
              { key: 'left', label: m.results_envelope_left(), numeric: true },
            ]
          : []),
      ]}
      rows={counted.map(({ envelope }, at) => ({
        label: <a href={`#enveloppe-${at + 1}`}>{envelope.label}</a>,
        ballots: formatNumber(envelope.ballots),
        winners: formatNumber(envelope.winners.length),
        budget: say(envelope.budget),
        used: say(envelope.cost),
        left: say(envelope.left),
      }))}
      total={{
        label: m.results_envelope_total(),
        winners: formatNumber(sum(({ winners }) => winners.length)),
        used: say(sum(({ cost }) => cost)),
      }}
    />
  );
}

/** What an envelope paid, and what becomes of the rest; nothing where amounts play no part. */
export function EnvelopeMoney(props: {
  envelope: EnvelopeResult;
  reading: Reading;
  label: string;
}) {
  const { envelope, reading } = props;
  const { method } = envelope.tally;
  if (!reading.money || method === 'schulze' || method === 'stv') return null;
  const { settings } = reading.poll;
  const { left, leftTo, carriedIn } = envelope;
  const amount = reading.say(left);
  const to = settings.envelopes.find(({ key }) => key === leftTo);
  return (
    <>
      <EnvelopeBar
        id={`argent-${envelope.key}`}
        label={props.label}
        totalCents={envelope.budget}
        usedCents={envelope.cost}
        currency={reading.currency}
      />
      {carriedIn > 0 && <p>{m.results_carried_in({ amount: reading.say(carriedIn) })}</p>}
      {left > 0 && (
        <p>
          {to
            ? m.results_left_to({ amount, label: to.label })
            : settings.leftover === 'returned'
              ? m.results_left_returned({ amount })
              : m.results_left_next({ amount })}
        </p>
      )}
    </>
  );
}

/** Satisfaction by district; groups in which somebody could be recognised are not told. */
export function Zones({ envelope }: { envelope: EnvelopeResult }) {
  const satisfaction = describeSatisfaction(envelope);
  // one district alone is the whole, already told
  if (!satisfaction || satisfaction.zones.length < 2) return null;
  return (
    <Column>
      <Table
        caption={m.results_zones()}
        columns={[
          { key: 'zone', label: m.results_zone() },
          { key: 'ballots', label: m.results_ballots(), numeric: true },
          { key: 'share', label: m.results_share(), numeric: true },
        ]}
        rows={satisfaction.zones.map(({ zone, ballots, share }) => ({
          zone,
          ballots: share === null ? m.results_few() : formatNumber(ballots),
          share: share === null ? '–' : formatPercent(share),
        }))}
      />
      <p class="chart-note">{m.results_zones_lead()}</p>
    </Column>
  );
}
