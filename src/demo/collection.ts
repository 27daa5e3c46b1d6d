/** Ideas are deposited and supported, in the order in which it happens. */
import { submitIdea, supportIdea } from '../rooms/ideas/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import type { Chance } from './chance.ts';
import type { IdeaPlaces, IdeaShelf, IdeaText } from './content.ts';
import type { Newcomer } from './newcomer.ts';
import { depositPictured } from './pictured.ts';
import { picturesOfIdeas } from './pictures/of-ideas.ts';
import type { Place } from './place.ts';
import { expectOk, type Story } from './story.ts';
import { setFrench } from './typography.ts';

export interface Collection {
  edition: Edition;
  shelf: IdeaShelf;
  /** From the first deposit to the last support. */
  from: Date;
  to: Date;
  people: readonly Newcomer[];
  /** How many supports the most popular ideas get. */
  mostSupports: number;
  /** Left out: nobody said where they are. */
  places?: IdeaPlaces;
  /** What happens to an idea as soon as it is published. */
  onDeposit?: (title: string, idea: Deposited & { categoryId: string }) => Promise<void>;
}

/** An idea once it is published. */
export interface Deposited {
  id: string;
  number: number;
  authorId: string;
}

/** Writes a collection into the story. The map is filled, by title, as the story is told. */
export function writeCollection(
  story: Story,
  place: Place,
  chance: Chance,
  { edition, shelf, from, to, people, mostSupports, places = {}, onDeposit }: Collection,
): Map<string, Deposited> {
  const deposited = new Map<string, Deposited>();
  // nobody is shown depositing in the last two hours: there is time for a few supports
  const last = new Date(to.getTime() - 2 * 3_600_000);
  for (const [category, texts] of Object.entries(shelf)) {
    const categoryId = edition.categories.find((one) => one.name === category)?.id;
    if (!categoryId) throw new Error(`No category ${category} in ${edition.title}.`);
    for (const text of texts) {
      const author = people.find((one) => one.character.nickname === text.by);
      if (!author) throw new Error(`Nobody called ${text.by}.`);
      const at = chance.moment(latest(from, author.joinsAt), last);
      story.at(at, async () => {
        const idea = await deposit(place, edition, categoryId, author, text, places[text.title]);
        deposited.set(text.title, idea);
        await onDeposit?.(text.title, { ...idea, categoryId });
      });
      const others = people.filter((one) => one !== author);
      for (const supporter of drawSupporters(chance, others, mostSupports)) {
        story.at(chance.moment(latest(at, supporter.joinsAt), to), async () => {
          const { id } = deposited.get(text.title)!;
          const act = { organisationId: place.organisation.id, ideaId: id };
          expectOk(
            await supportIdea(place.db, { ...act, personId: supporter.member!.id }),
            `${supporter.character.nickname} supports ${text.title}`,
          );
        });
      }
    }
  }
  return deposited;
}

async function deposit(
  place: Place,
  edition: Edition,
  categoryId: string,
  author: Newcomer,
  text: IdeaText,
  where: IdeaPlaces[string] | undefined,
): Promise<Deposited> {
  const scene = picturesOfIdeas[text.title];
  const idea = {
    organisationId: place.organisation.id,
    editionId: edition.id,
    authorId: author.member!.id,
    title: setFrench(text.title),
    body: setFrench(text.body),
    categoryId,
    lang: 'fr' as const,
    ...(where && { place: { ...where, words: setFrench(where.words) } }),
  };
  const { id, number } = scene
    ? await depositPictured(place, edition, idea, scene)
    : expectOk(await submitIdea(place.db, idea), text.title);
  return { id, number, authorId: author.member!.id };
}

/** Few ideas are loved by many, many by a few. */
function drawSupporters<T>(chance: Chance, people: readonly T[], most: number): T[] {
  return chance.shuffle(people).slice(0, Math.floor(most * chance.next() ** 3));
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
