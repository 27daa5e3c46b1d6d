import {
  countPoll,
  findPublishedResult,
  type Poll,
  type PublishedResult,
  publishResult,
  sealPoll,
} from '../../rooms/polls/index.ts';
import type { Edition } from '../../rooms/spaces/index.ts';
import { inParis } from '../edition.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { tellSteps } from '../realisation-steps.ts';
import { expectCount, expectOk } from '../story.ts';
import { followUpOfPeople } from './follow-up-people.ts';
import { followUpOfPlaces } from './follow-up-places.ts';

const PUBLISHED_ON = '2021-06-25';

/** Seals, counts and publishes; the seed of chance was chosen so that exactly 11 projects win. */
export async function proclaim(place: Place, officer: Member, poll: Poll): Promise<void> {
  const act = actOf(place, officer);
  place.travel(inParis('2021-06-22 18:20'));
  expectOk(await sealPoll(place.db, place.folders, act, poll.id), 'sealing');
  place.travel(inParis('2021-06-22 18:45'));
  const { result } = expectOk(await countPoll(place.db, act, poll.id), 'counting');
  expectCount('voters', result.voters, 600);
  expectCount('ballots', result.ballots, 600);
  const votes = result.envelopes
    .flatMap(({ support }) => support)
    .reduce((sum, { namings }) => sum + namings, 0);
  expectCount('votes', votes, 1800);
  place.travel(inParis(`${PUBLISHED_ON} 18:00`));
  expectOk(await publishResult(place.db, act, poll.id), 'publishing');
}

/** Each winner is followed up, step by step, on the days when it happened; `begin`: what people did before the first. */
export async function follow(
  place: Place,
  edition: Edition,
  begin: () => Promise<void>,
): Promise<void> {
  const { db, organisation } = place;
  const result = await findPublishedResult(db, organisation.id, edition.id);
  if (!result) throw new Error('The demo has no published result.');
  expectAffordable(result);
  await tellSteps(place, edition, result, {
    from: PUBLISHED_ON,
    steps: { ...followUpOfPlaces, ...followUpOfPeople },
    begin,
  });
}

function expectAffordable({ winners, cost, left, envelope }: PublishedResult): void {
  expectCount('winners', winners.length, 11);
  const total = winners.reduce((sum, winner) => sum + winner.cost, 0);
  expectCount('cents', total, cost);
  if (total > envelope || left <= 0 || left !== envelope - total)
    throw new Error(`The demo spends ${total} of ${envelope} cents.`);
}
