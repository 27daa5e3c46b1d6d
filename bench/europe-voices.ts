import { randomUUID } from 'node:crypto';
import type { Database } from '../src/platform/database/database.ts';
import type { WrittenComment } from '../src/rooms/comments/publishing.store.ts';
import { insertComments } from '../src/rooms/comments/publishing.store.ts';
import { noteParticipation } from '../src/rooms/consultations/index.ts';
import { insertIdeas } from '../src/rooms/ideas/idea.store.ts';
import { supportIdea } from '../src/rooms/ideas/index.ts';
import { lockTally } from '../src/rooms/ideas/tally.store.ts';
import type { Europe } from './europe-space.ts';
import { writeEuropeComment, writeEuropeIdea } from './europe-words.ts';
import { chance } from './town-words.ts';

/** Rows of one statement. */
const AT_ONCE = 500;
/** Supports given at the same time. */
const HANDS = 4;

export interface VoicedIdea {
  id: string;
  number: number;
  title: string;
  theme: number;
}

/** So many ideas over all themes, some far more than others, as a file of ideas is brought in. */
export async function fillIdeas(
  db: Database,
  { organisationId, themes, people, space }: Europe,
  count: number,
): Promise<VoicedIdea[]> {
  const draw = chance(8);
  const byTheme = themes.map((): number[] => []);
  for (let number = 0; number < count; number += 1)
    byTheme[Math.floor(themes.length * draw() ** 1.5)]!.push(number);
  const voiced: VoicedIdea[] = [];
  const authors = new Set<string>();
  for (const [at, numbers] of byTheme.entries()) {
    const { theme, ideas } = themes[at]!;
    const board = { organisationId, editionId: ideas.id, kind: 'component' as const };
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
      const written = numbers.slice(from, from + AT_ONCE).map((number) => {
        const authorId = people[(number * 7) % people.length]!;
        authors.add(authorId);
        return {
          ...board,
          ...writeEuropeIdea(number),
          categoryId: theme.categories[number % theme.categories.length]!.id,
          authorId,
          channel: 'web' as const,
          signature: '',
          enteredBy: authorId,
        };
      });
      const inserted = await db.transaction().execute(async (tx) => {
        const last = await lockTally(tx, organisationId, ideas.id);
        return insertIdeas(tx, board, last, written);
      });
      voiced.push(
        ...inserted.map(({ id, number }, of) => ({
          id,
          number,
          title: written[of]!.title,
          theme: at,
        })),
      );
    }
  }
  await takePart(db, organisationId, space.id, [...authors]);
  return voiced;
}

/** So many supports, on few ideas most of them, as people give them one by one. */
export async function fillSupports(
  db: Database,
  { organisationId, people }: Europe,
  ideas: readonly VoicedIdea[],
  count: number,
): Promise<void> {
  const draw = chance(88);
  const given = new Set<string>();
  while (given.size < count) {
    const idea = ideas[Math.floor(ideas.length * draw() ** 3)]!;
    given.add(`${idea.id} ${people[Math.floor(people.length * draw())]!}`);
  }
  const waiting = [...given];
  const hand = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [ideaId, personId] = next.split(' ') as [string, string];
      const supported = await supportIdea(db, { organisationId, ideaId, personId });
      // one's own idea is not supported
      if (!supported.ok && supported.refusal !== 'own-idea') throw new Error(supported.refusal);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

/** So many comments under one idea, two in three of them roots, each third one an answer to the one before. */
export async function fillComments(
  db: Database,
  { organisationId, people, space }: Europe,
  target: { kind: 'idea' | 'meeting'; id: string },
  count: number,
  seed = 0,
): Promise<void> {
  const sides = ['pro', 'con', 'neutral'] as const;
  const about = { ...target, spaceId: space.id };
  for (let from = 0; from < count; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => {
      const number = seed + from + at;
      const alignment = sides[number % 3]!;
      return {
        ...writeEuropeComment(number, alignment),
        alignment,
        authorId: people[(number * 13) % people.length]!,
        formId: randomUUID(),
      };
    });
    await db.transaction().execute(async (tx) => {
      const roots: WrittenComment[] = [];
      const answers: typeof batch = [];
      for (const [at, one] of batch.entries())
        if (at % 3 === 2) answers.push(one);
        else roots.push({ ...one, place: { rootId: null, parentId: null, depth: 0, under: [] } });
      const ids = await insertComments(tx, organisationId, about, roots);
      await insertComments(
        tx,
        organisationId,
        about,
        answers.map((one, at) => ({
          ...one,
          alignment: null,
          place: { rootId: ids[at * 2]!, parentId: ids[at * 2]!, depth: 1, under: [] },
        })),
      );
    });
    await takePart(
      db,
      organisationId,
      space.id,
      batch.map(({ authorId }) => authorId),
    );
  }
}

async function takePart(
  db: Database,
  organisationId: string,
  spaceId: string,
  people: readonly string[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const personId of people) await noteParticipation(tx, organisationId, spaceId, personId);
  });
}
