/** « Élu·es et contre-pouvoirs »: four poles, one of which is a network of elected members at work (R140–R157). */
import { KINDS_OF_PRESET } from '../../../rooms/consultations/office/presets.ts';
import type { Member, Place } from '../../place.ts';
import { actTogether, callAssembly } from './acting.ts';
import { helpEachOther } from './helping.ts';
import { openPole, seat } from './poles.ts';
import { shareDocuments } from './sharing.ts';
import * as words from './words.ts';

const DAY = 86_400_000;

interface Told {
  /** Who leads it. */
  office: Member;
  /** As many as there are mandates (`words.mandates`), at least. */
  members: readonly Member[];
  now: Date;
}

/** Two months of it, up to now. */
export async function liveNetwork(place: Place, { office, members, now }: Told): Promise<void> {
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  const ago = (days: number) => new Date(minute - days * DAY);
  place.travel(ago(60));
  const parent = await openPole(place, office, { ...words.parent, kind: 'forum' }, ['pages']);
  for (const { title, summary } of words.poles)
    await openPole(
      place,
      office,
      { title, summary, introduction: summary, kind: 'forum', parentId: parent.space.id },
      ['topics', 'events'],
    );
  const { space, components } = await openPole(
    place,
    office,
    { ...words.network, kind: 'network', admission: 'mandate', parentId: parent.space.id },
    KINDS_OF_PRESET.network,
  );
  const seats = members.slice(0, words.mandates.length);
  for (const [at, member] of seats.entries()) {
    place.travel(ago(58 - at));
    await seat(place, office, space, member, words.mandates[at]!);
  }
  place.travel(ago(30));
  await shareDocuments(place, components, seats);
  place.travel(ago(14));
  await helpEachOther(place, space, components, seats, office);
  place.travel(ago(6));
  await actTogether(place, components, seats, office);
  place.travel(ago(2));
  await callAssembly(place, components, office, new Date(minute + 20 * DAY));
}
