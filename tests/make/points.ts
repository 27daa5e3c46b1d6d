import { toInstant, toLocalTime } from '../../src/platform/clock/paris.ts';
import { addVotePoint, listVotePoints } from '../../src/rooms/polls/index.ts';
import { type Edition, findPhase } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

const DAY = 86_400_000;

/** A point open from 9 to 13 on each whole day of the vote's dates. */
export async function makeVotePoint(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  edition: Edition,
  { name = 'Médiathèque', organisationId = site.organisationId } = {},
) {
  const { startsAt, endsAt } = findPhase(edition, 'vote')!;
  const slots = [];
  for (let at = startsAt.getTime() + DAY; at < endsAt!.getTime() - DAY; at += DAY) {
    const { day } = toLocalTime(new Date(at));
    const [opensAt, closesAt] = ['09:00', '13:00'].map((time) => toInstant({ day, time })!);
    slots.push({ id: null, opensAt: opensAt!, closesAt: closesAt! });
  }
  const written = await addVotePoint(site.db, { organisationId, by: null }, edition.id, {
    name,
    address: '12 rue de la République, 45400 Fleury',
    access: 'Entrée de plain-pied, parking, anglais et langue des signes.',
    place: { latitude: 47.9339, longitude: 1.9089 },
    slots,
  });
  if (!written.ok) throw new Error(`makeVotePoint: ${written.refusal}`);
  const points = await listVotePoints(site.db, organisationId, edition.id);
  return points.find(({ id }) => id === written.id)!;
}
