import type { Board } from '../../src/rooms/ideas/boards/board.ts';
import type { addressesOf } from '../../src/rooms/ideas/boards/board-address.page.ts';
import type { Idea } from '../../src/rooms/ideas/index.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { commentFields } from './comments.ts';
import { type MadePerson, makePerson } from './people.ts';

const VARIANTS = ['douce', 'rapide', 'simple', 'sûre', 'nouvelle', 'discrète', 'ancienne'];

/** What somebody writes under an idea, as a browser sends it. */
export async function sayUnder(
  site: TestSite,
  idea: Pick<Idea, 'id'>,
  texte: string,
  by?: MadePerson,
): Promise<MadePerson> {
  const person = by ?? (await makePerson(site));
  const path = urls.comments({ kind: 'idea', contribution: idea.id });
  await person.client.post(path, commentFields({ texte, avis: 'pour' }));
  return person;
}

/** A comment of a new account that waits for its link, and what moderators find it under. */
export async function makeHeldText(site: TestSite, idea: Pick<Idea, 'id'>, by?: MadePerson) {
  const writer = await sayUnder(site, idea, 'Tout est expliqué sur www.exemple.test', by);
  const { id } = await site.db
    .selectFrom('watched_text')
    .select('id')
    .where('person_id', '=', writer.id)
    .where('held_why', 'is not', null)
    .executeTakeFirstOrThrow();
  return { writer, id, at: { held: id } };
}

/** Comments of as many new accounts, nearly the same but for `about`, and the wave that they make. */
export async function makeHeldWave(
  site: TestSite,
  idea: Pick<Idea, 'id'>,
  about: string,
  accounts = 5,
) {
  const writers: MadePerson[] = [];
  for (let at = 0; at < accounts; at += 1)
    writers.push(
      await sayUnder(
        site,
        idea,
        `${about} : la méthode ${VARIANTS[at % VARIANTS.length]} change la vie de milliers de ${about}, écrivez-moi avant ce soir pour en profiter`,
      ),
    );
  const { wave_id } = await site.db
    .selectFrom('watched_text')
    .select('wave_id')
    .where('person_id', '=', writers.at(-1)!.id)
    .executeTakeFirstOrThrow();
  return { writers, id: wave_id!, at: { held: wave_id! } };
}

/** Deposits an idea screen by screen, as a browser without scripts does; the address of its last screen. */
export async function depositIdea(
  { client }: MadePerson,
  { board, to }: { board: Board; to: ReturnType<typeof addressesOf> },
  text: { title: string; body: string },
): Promise<string> {
  await client.get(to.depositStart({}, { nouvelle: 'oui' }));
  const draft = client.path;
  const at = (step: string) => draft.replace(/[^/]+$/, step);
  await client.post(draft, { ...text, lang: 'fr', category: board.categories[0]!.slug });
  if (board.ideaPlace !== 'not-asked') await client.post(at('lieu'), { act: 'save' });
  await client.post(at('documents'), { next: 'oui' });
  await client.post(at('publier'));
  return at('apercu');
}
