import { randomUUID } from 'node:crypto';
import type { Database } from '../src/platform/database/database.ts';
import { proposeMeeting } from '../src/rooms/meetings/index.ts';
import type { Europe } from './europe-space.ts';
import { LANGUAGES, writeEuropeIdea } from './europe-words.ts';
import { chance } from './town-words.ts';

/** Milliseconds. */
const HOUR = 3_600_000;

/** So many events over all themes, most on a map, some from afar only, as participants propose them. */
export async function fillEvents(
  db: Database,
  { organisationId, themes, people }: Europe,
  count: number,
  now = new Date(),
): Promise<string[]> {
  const draw = chance(42);
  const made: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const { theme, events } = themes[Math.floor(themes.length * draw() ** 1.5)]!;
    const { title, body } = writeEuropeIdea(number + 90_000);
    const isOnline = number % 6 === 0;
    // within ten months before or after
    const startsAt = new Date(now.getTime() + Math.round((draw() - 0.5) * 20 * 730) * HOUR);
    const proposed = await proposeMeeting(
      db,
      { organisationId, by: people[(number * 17) % people.length]! },
      events.id,
      {
        editionId: null,
        kind: 'public-meeting',
        target: null,
        title,
        description: body,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 2 * HOUR),
        place: isOnline ? '' : 'Maison des associations',
        address: isOnline ? '' : `${1 + (number % 90)} rue de la Gare`,
        access: '',
        point: isOnline ? null : { latitude: 37 + 20 * draw(), longitude: -8 + 30 * draw() },
        takesRegistrations: number % 3 === 0,
        capacity: number % 3 === 0 ? 40 : null,
        categoryId: theme.categories[number % theme.categories.length]!.id,
        videoLink: isOnline ? 'https://salle.exemple.fr/reunion' : null,
        externalUrl: null,
        lang: LANGUAGES[number % LANGUAGES.length]!,
      },
      randomUUID(),
    );
    if (!proposed.ok) throw new Error(proposed.refusal);
    made.push(proposed.meeting.id);
  }
  return made;
}
