import type { Db } from '../../platform/database/database.ts';
import type { Edition } from '../spaces/index.ts';
import { makeElection, type PabulibSource } from '../tally/index.ts';
import { listSealedBallots } from './box.store.ts';
import { asPaper, readTerms } from './counting.store.ts';
import { findPollOf } from './poll.store.ts';

/** The election of a published poll, with its anonymous ballots; null before publication (R57). */
export async function findPublishedElection(
  db: Db,
  organisationId: string,
  edition: Edition,
  unit: string,
): Promise<PabulibSource | null> {
  const poll = await findPollOf(db, organisationId, edition.id);
  if (!poll?.acts.some(({ kind }) => kind === 'published')) return null;
  const sealed = await listSealedBallots(db, poll.id);
  function* unfold() {
    for (const { choices, times } of sealed)
      for (let time = 0; time < times; time += 1) yield asPaper(choices);
  }
  const gathered = makeElection(readTerms(poll), unfold());
  if (!gathered.ok) throw new Error(`A sealed ballot cannot be written: ${gathered.refusal}.`);
  return {
    election: gathered.election,
    names: poll.options.map(({ label }) => label),
    about: new Map([
      ['description', edition.summary],
      ['unit', unit],
      ['instance', poll.title],
      ['rule', poll.rule],
      ['date_begin', writeDay(poll.opensAt)],
      ['date_end', writeDay(new Date(poll.closesAt.getTime() - 1))],
      ['currency', edition.currency],
      ['language', 'fr'],
    ]),
  };
}

/** `07.12.2026`, as the format wants it; days UTC, as they are read. */
function writeDay(at: Date): string {
  return at.toISOString().slice(0, 10).split('-').reverse().join('.');
}
