import { randomUUID } from 'node:crypto';
import type { Category, HelpRequest, WrittenRequest } from '../../src/rooms/requests/request.ts';
import { actOnRequest, askForHelp } from '../../src/rooms/requests/request-writing.store.ts';
import type { Topic, WrittenTopic } from '../../src/rooms/requests/topics/topic.ts';
import { beginTopic } from '../../src/rooms/requests/topics/topic-writing.store.ts';
import { confirmHelper, offerHelp } from '../../src/rooms/requests/volunteer.store.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { makeInsider, makeNetwork } from './network.ts';
import { type MadePerson, makePerson } from './people.ts';

/** A network with one component of a kind, and people inside and outside of it. */
export async function makeHelpPlace(
  site: TestSite,
  kind: 'requests' | 'topics' | 'mobilisations' = 'requests',
) {
  const { space, components } = await makeNetwork(site, { kinds: [kind] });
  const [asker, helper, member, outsider, organiser] = await Promise.all([
    makeInsider(site, space),
    makeInsider(site, space),
    makeInsider(site, space),
    makePerson(site, { isKnown: true }),
    makePerson(site, { roles: ['space-organiser'], spaceId: space.id }),
  ]);
  const component = components[kind]!;
  const at = { space: space.slug, component: component.slug };
  return { space, component, at, asker, helper, member, outsider, organiser };
}

/** Somebody helps in a category, confirmed by the team unless told. */
export async function makeHelper(
  site: TestSite,
  componentId: string,
  person: MadePerson,
  {
    category = 'legal' as Category,
    confirmedBy,
  }: { category?: Category; confirmedBy?: string } = {},
): Promise<void> {
  const at = { organisationId: site.organisationId, componentId };
  await site.db.transaction().execute(async (tx) => {
    await offerHelp(tx, at, person.id, [category]);
    if (confirmedBy) await confirmHelper(tx, at, { personId: person.id, category }, confirmedBy);
  });
}

/** A request as somebody asks it, in confidence. */
export async function makeRequest(
  site: TestSite,
  componentId: string,
  askerId: string,
  { shared = false, ...written }: Partial<WrittenRequest> & { shared?: boolean } = {},
): Promise<HelpRequest> {
  const acting = { organisationId: site.organisationId, by: askerId };
  const done = await askForHelp(
    site.db,
    acting,
    componentId,
    {
      category: 'legal',
      title: 'Peut-on sortir d’une délégation de service public ?',
      question: 'Le contrat de l’eau court jusqu’en 2031. Quels motifs de résiliation ?',
      deadline: null,
      lang: 'fr',
      ...written,
    },
    { madeFrom: randomUUID() },
  );
  if (!done.ok) throw new Error(done.refusal);
  if (shared)
    await site.db
      .transaction()
      .execute((tx) => actOnRequest(tx, acting, done.request.id, { kind: 'shared' }));
  return done.request;
}

/** The form of a request as somebody fills it in. */
export const requestFields = (changes: Record<string, string> = {}) => ({
  formulaire: randomUUID(),
  categorie: 'legal',
  titre: 'Peut-on refuser une vente de terrain ?',
  question: 'Le conseil vote dans dix jours. Avez-vous un modèle de délibération ?',
  'echeance-day': '',
  'echeance-month': '',
  'echeance-year': '',
  ...changes,
});

/** Where what is said about a request is sent. */
export const answersOf = ({ id }: { id: string }): string =>
  urls.comments({ kind: 'request', contribution: id });

/** A topic as somebody begins it in a forum. */
export async function makeTopic(
  site: TestSite,
  componentId: string,
  authorId: string,
  written: Partial<WrittenTopic> = {},
): Promise<Topic> {
  const done = await beginTopic(
    site.db,
    { organisationId: site.organisationId, by: authorId },
    componentId,
    {
      title: 'La cantine bio de Fleury',
      message: 'Trois ans de recul : ce qui marche, et ce que nous referions autrement.',
      lang: 'fr',
      about: null,
      ...written,
    },
    { madeFrom: randomUUID() },
  );
  if (!done.ok) throw new Error(done.refusal);
  return done.topic;
}
