import {
  findIdea,
  type Idea,
  type IdeaPlace,
  submitIdea,
  supportIdea,
} from '../../src/rooms/ideas/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { addressIn } from './editions.ts';
import { makePerson } from './people.ts';

export interface MadeIdea {
  title?: string;
  body?: string;
  /** Slug of one of the edition's categories; the first unless said. */
  category?: string;
  lang?: string;
  /** Somebody new unless said. */
  authorId?: string;
  place?: Pick<IdeaPlace, 'words' | 'point'>;
  /** How many new people support it. */
  supports?: number;
  /** By the team of its space. */
  byTeam?: boolean;
}

/** The first page of the deposit, filled in. */
export const TYPED_IDEA = {
  title: 'Un verger au parc des Sources',
  category: 'ecologie',
  body: 'Des pommiers et des pruniers, plantés avec les écoles.',
  lang: 'fr',
};

let made = 0;

/** A published idea in an edition that collects ideas, or on another board, through the room's own functions. */
export async function makeIdea(
  site: TestSite,
  edition: Pick<Edition, 'id' | 'categories'>,
  { title, body, category, lang = 'fr', authorId, place, supports = 0, byTeam }: MadeIdea = {},
): Promise<Idea> {
  made += 1;
  const found = category
    ? edition.categories.find(({ slug }) => slug === category)
    : edition.categories[0];
  const submission = await submitIdea(site.db, {
    organisationId: site.organisationId,
    editionId: edition.id,
    authorId: authorId ?? (await makePerson(site)).id,
    title: title ?? `Un banc au soleil ${made}`,
    body: body ?? 'Pour s’asseoir un moment, parler et regarder passer les gens.',
    categoryId: found?.id ?? null,
    lang,
    ...(place && { place }),
    ...(byTeam && { byTeam }),
  });
  if (!submission.ok) {
    throw new Error(`makeIdea: ${submission.refusal} ${JSON.stringify(submission.text)}`);
  }
  for (let index = 0; index < supports; index += 1) {
    await giveSupport(site, submission.id, (await makePerson(site)).id);
  }
  return (await findIdea(site.db, site.organisationId, submission.id))!;
}

export async function giveSupport(site: TestSite, ideaId: string, personId: string): Promise<void> {
  const given = await supportIdea(site.db, {
    organisationId: site.organisationId,
    ideaId,
    personId,
  });
  if (!given.ok) throw new Error(`giveSupport: ${given.refusal}`);
}

/** Starts one more draft in a browser; the address of its first page. */
export async function startDraft(client: SiteClient, edition: Edition): Promise<string> {
  await client.get(addressIn(edition, 'deposer?nouvelle=oui'));
  return client.path;
}

/** The address of another page of the draft that a browser has open. */
export const draftStep = (client: SiteClient, name: string) =>
  [...client.path.split('/').slice(0, 5), name].join('/');
