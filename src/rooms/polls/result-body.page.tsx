import * as m from '../../paraglide/messages.js';
import { BarChart, Stat, Stats } from '../../ui/charts.tsx';
import { EnvelopeBar } from '../../ui/envelope-bar.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { Manifest } from './poll.store.ts';
import type { Option, Poll } from './poll.ts';
import type { KeptResult } from './result.store.ts';
import { ResultMethod } from './result-method.page.tsx';
import { explainTie, explainTurn, goesByPoints, sayScore } from './result-words.page.ts';

interface Props {
  edition: Edition;
  poll: Poll;
  kept: KeptResult;
  manifest: Manifest;
}

/** Winners first, readable on a wall; then every detail (R57, R58). */
export function ResultBody({ edition, poll, kept, manifest }: Props) {
  const { result } = kept;
  const options = new Map(poll.options.map((option) => [option.key, option]));
  const numbers = new Map(poll.options.map((option, at) => [option.key, at + 1]));
  const byPoints = goesByPoints(result.kind);
  const href = (key: string) =>
    urls.project({
      edition: edition.slug,
      project: numberedSegment(numbers.get(key)!, options.get(key)!.label),
    });
  const turns = [...result.turns].sort((a, b) => b.score - a.score);
  return (
    <>
      <Winners result={result} options={options} href={href} currency={edition.currency} />
      <Section title={m.polls_result_figures()}>
        <Stats>
          <Stat
            value={formatNumber(result.voters)}
            label={m.polls_stat_voters({ count: result.voters })}
          />
          <Stat
            value={formatNumber(result.ballots)}
            label={m.polls_stat_ballots({ count: result.ballots })}
            {...(result.blank > 0 && {
              explanation: m.polls_stat_blank({ count: formatNumber(result.blank) }),
            })}
          />
          <Stat
            value={formatNumber(result.winners.length)}
            label={m.polls_stat_winners({ count: result.winners.length })}
            explanation={m.polls_stat_winners_of({ count: poll.options.length })}
          />
        </Stats>
        <EnvelopeBar
          label={m.polls_result_envelope()}
          totalCents={result.envelope}
          usedCents={result.cost}
          currency={edition.currency}
        />
        <BarChart
          id="voix"
          title={byPoints ? m.polls_result_chart_points() : m.polls_result_chart()}
          description={m.polls_result_chart_description()}
          labelHead={m.polls_result_project()}
          valueHead={byPoints ? m.polls_result_points() : m.polls_result_votes()}
          bars={turns.map((turn) => ({
            label: options.get(turn.option)!.label,
            value: turn.score,
            href: href(turn.option),
            outcome:
              turn.decision === 'funded'
                ? { kind: 'won', words: m.polls_result_won() }
                : { kind: 'lost', words: m.polls_result_lost() },
          }))}
          extra={[
            ...(byPoints
              ? [
                  {
                    head: m.polls_result_ballots(),
                    cells: turns.map((turn) => formatNumber(turn.votes)),
                    numeric: true,
                  },
                ]
              : []),
            {
              head: m.polls_result_cost(),
              cells: turns.map((turn) => formatMoney(turn.cost, edition.currency)),
              numeric: true,
            },
          ]}
        />
      </Section>
      <Section title={m.polls_result_why()} lead={m.polls_result_why_lead()} id="pourquoi">
        <ol class="reasons">
          {result.turns.map((turn) => (
            <li key={turn.option} class={turn.decision === 'funded' ? 'reason-won' : undefined}>
              <p>
                <strong>
                  <bdi>{options.get(turn.option)!.label}</bdi>
                </strong>{' '}
                · {sayScore(result.kind, turn)}
              </p>
              <p>
                {explainTurn(result, turn, options, edition.currency)}{' '}
                {explainTie(result, turn.option, options)}
              </p>
            </li>
          ))}
        </ol>
      </Section>
      <ResultMethod poll={poll} kept={kept} manifest={manifest} options={options} />
    </>
  );
}

function Winners(props: {
  result: KeptResult['result'];
  options: ReadonlyMap<string, Option>;
  href: (key: string) => string;
  currency: string;
}) {
  const { result, options, href } = props;
  const turns = new Map(result.turns.map((turn) => [turn.option, turn]));
  if (result.winners.length === 0) return null;
  return (
    <section class="winners" aria-labelledby="laureats">
      <h2 id="laureats">{m.polls_result_winners()}</h2>
      <ol>
        {result.winners.map((key) => {
          const turn = turns.get(key)!;
          return (
            <li key={key}>
              <a href={href(key)}>
                <bdi>{options.get(key)!.label}</bdi>
              </a>
              <p>
                <strong>{sayScore(result.kind, turn)}</strong> ·{' '}
                {formatMoney(turn.cost, props.currency)}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
