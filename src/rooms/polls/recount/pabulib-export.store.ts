import type { Db } from '../../../platform/database/database.ts';
import type { Edition } from '../../spaces/index.ts';
import { type BallotKind, makeElection, type PabulibSource } from '../../tally/index.ts';
import { listSealedBallots } from '../box/box.store.ts';
import { listElections, listPapers } from '../counting/election.ts';
import { findPollOf } from '../poll.store.ts';
import type { Poll } from '../poll.ts';
import { readSettlement } from '../urn/point-paper.ts';

/** One envelope of a poll as a file of the collection would hold it. */
export interface EnvelopeSource {
  key: string;
  label: string;
  source: PabulibSource;
}

/** The kinds that the collection knows: it has none for grades, nor for yes and no. */
const KNOWN: readonly BallotKind[] = ['approval', 'choose-one', 'ordinal', 'cumulative', 'scoring'];

/** The elections of a published poll, with their anonymous ballots; null before publication (R57, V15). */
export async function findPublishedElections(
  db: Db,
  organisationId: string,
  edition: Edition,
  unit: string,
): Promise<EnvelopeSource[] | null> {
  const poll = await findPollOf(db, organisationId, edition.id);
  if (!poll?.acts.some(({ kind }) => kind === 'published')) return null;
  return listSources(db, edition, unit, poll);
}

/** None where the collection has no form for such ballots. */
export async function listSources(
  db: Db,
  edition: Edition,
  unit: string,
  poll: Poll,
): Promise<EnvelopeSource[]> {
  if (!KNOWN.includes(poll.kind)) return [];
  const sealed = await listSealedBallots(db, poll.id);
  const known = readSettlement(poll).reduce((sum, { totals }) => sum + totals, 0);
  return listElections(poll).map(({ key, terms }) => {
    const envelope = poll.settings.envelopes.find((one) => one.key === key)!;
    const papers = listPapers(poll, key, sealed);
    function* unfold() {
      for (const { times, ...paper } of papers)
        for (let time = 0; time < times; time += 1) yield paper;
    }
    const gathered = makeElection(terms, unfold());
    if (!gathered.ok) throw new Error(`A sealed ballot cannot be written: ${gathered.refusal}.`);
    return {
      key,
      label: envelope.label,
      source: {
        election: gathered.election,
        names: poll.options
          .filter((option) => option.envelope === key)
          .map((option) => option.label),
        about: new Map([
          ['description', edition.summary],
          ['unit', unit],
          ['instance', poll.title],
          ...(envelope.label ? ([['subunit', envelope.label]] as const) : []),
          ['rule', poll.rule],
          ['date_begin', writeDay(poll.opensAt)],
          ['date_end', writeDay(new Date(poll.closesAt.getTime() - 1))],
          ['currency', edition.currency],
          ['language', 'fr'],
          // totals are no ballots, and a file of ballots says so
          ...(known > 0
            ? ([['comment', `${known} paper ballots known by totals only`]] as const)
            : []),
        ]),
      },
    };
  });
}

/** `07.12.2026`, as the format wants it; days UTC, as they are read. */
function writeDay(at: Date): string {
  return at.toISOString().slice(0, 10).split('-').reverse().join('.');
}
