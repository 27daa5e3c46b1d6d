import { readWhole } from './amounts.ts';
import { carriesPoints, type Election, type Terms } from './election.ts';
import { gatherBallots } from './gather.ts';
import { Malformed, orRefuse } from './pabulib-fault.ts';
import type { Counted } from './pabulib-meta.ts';
import type { Row } from './pabulib-rows.ts';
import { refuseWrongLength, requireColumn, type Section } from './pabulib-sections.ts';

/**
 * Gathers the ballots. Voters' ids only serve to refuse one who stands twice; they and the other
 * columns (age, sex, place…) are not kept: nothing may link a choice to a person.
 * A row without a choice is a blank ballot, and counts as a ballot.
 */
export function readVotes(section: Section, terms: Terms, { announced, line }: Counted): Election {
  const voterAt = requireColumn(section, 'voter_id');
  const voteAt = requireColumn(section, 'vote');
  const pointsAt = carriesPoints(terms.kind) ? requireColumn(section, 'points') : -1;
  const gathering = gatherBallots(terms);
  const voters = new Set<string>();
  // Equal rows are checked once: most voters of a city share their ballot with someone.
  const seen = new Map<string, number>();

  for (const row of section.rows) {
    refuseWrongLength(section, row);
    const voter = row.cells[voterAt]!.trim();
    if (voter === '') throw new Malformed(row.line, 'missing-voter-id');
    if (voters.has(voter)) throw new Malformed(row.line, 'duplicate-voter-id', { found: voter });
    voters.add(voter);

    const vote = row.cells[voteAt]!;
    const points = pointsAt < 0 ? '' : row.cells[pointsAt]!;
    const written = `${vote};${points}`;
    const known = seen.get(written);
    if (known === undefined) seen.set(written, addBallot(row, vote, points));
    else gathering.repeat(known);
  }

  function addBallot(row: Row, vote: string, points: string): number {
    const choices = splitCells(vote);
    if (choices.includes('')) throw new Malformed(row.line, 'empty-choice', { found: vote });
    const group = gathering.add({
      choices,
      points: splitCells(points).map((given) =>
        orRefuse(readWhole(given), row.line, 'points', given),
      ),
    });
    if (typeof group === 'number') return group;
    throw new Malformed(row.line, group.refusal, { where: 'vote', found: group.found });
  }

  if (section.rows.length !== announced)
    throw new Malformed(line, 'vote-count-differs', {
      where: 'num_votes',
      expected: `${announced}`,
      found: `${section.rows.length}`,
    });
  return gathering.close();
}

function splitCells(list: string): string[] {
  return list.trim() === '' ? [] : list.split(',').map((cell) => cell.trim());
}
