import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { Table } from '../../../ui/table.tsx';
import type { TallyBy } from './result.ts';
import type { Reading } from './result-reading.page.ts';
import { listRounds, listSeats, type RoundFigures } from './seat-figures.ts';

/** The transferable vote, round by round: what each holds, what each received or gave since the round before. */
export function ResultRounds({ tally, reading }: { tally: TallyBy<'stv'>; reading: Reading }) {
  const rounds = listRounds(tally);
  if (rounds.length === 0) return null;
  const columnOf = ({ round }: RoundFigures) => `round-${round}`;
  const row = (cell: (round: RoundFigures) => unknown) =>
    Object.fromEntries(rounds.map((round) => [columnOf(round), cell(round) as string]));
  return (
    <Table
      caption={m.results_rounds_caption()}
      narrow="scroll"
      columns={[
        { key: 'label', label: reading.subject.one() },
        ...rounds.map((round) => ({
          key: columnOf(round),
          label: m.results_round_head({ round: round.round }),
          numeric: true,
        })),
      ]}
      rows={[
        ...listSeats(tally).map(({ project }) => ({
          label: reading.label(project),
          ...row((round) => <Cell round={round} candidate={project} />),
        })),
        {
          label: m.results_round_exhausted(),
          ...row(({ exhausted }) => formatNumber(exhausted)),
        },
      ]}
      total={{ label: m.results_round_quota(), ...row(({ quota }) => formatNumber(quota)) }}
    />
  );
}

function Cell({ round, candidate }: { round: RoundFigures; candidate: string }) {
  const held = round.votes.find((one) => one.candidate === candidate)!;
  const elected = round.elected.includes(candidate);
  const excluded = round.excluded === candidate;
  if (held.votes === 0 && held.change === 0 && !excluded) return <>–</>;
  return (
    <>
      {elected || excluded ? <strong>{formatNumber(held.votes)}</strong> : formatNumber(held.votes)}
      {held.change !== 0 && (
        <span class="change">
          {held.change > 0 ? '+' : '−'}
          {formatNumber(Math.abs(held.change))}
        </span>
      )}
      {elected && <span class="change">{m.results_round_elected()}</span>}
      {excluded && <span class="change">{m.results_round_excluded()}</span>}
    </>
  );
}
