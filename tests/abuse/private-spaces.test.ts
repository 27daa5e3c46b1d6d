import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantRole } from '../../src/rooms/identity/index.ts';
import { KIND_SLUGS } from '../../src/rooms/moderation/moderation.ts';
import { insertOrganisation } from '../../src/rooms/organisations/index.ts';
import { urls } from '../../src/urls.ts';
import { makeEdition } from '../make/editions.ts';
import { type MadePerson, makePerson, signIn } from '../make/people.ts';
import { makeSecretPlace, type SecretPlace } from '../make/private-space.ts';
import { makeSpace } from '../make/spaces.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';

/** No address tells a private space, an unopened one, or a hidden component to who does not see it. */
const patterns = readFileSync('tests/addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('GET '))
  .map((line) => line.split(/\s+/)[1]!)
  // a program that is built apart
  .filter((pattern) => pattern !== urls.verifierFile.pattern);

/** Each stands in every field, and in nothing else; `é` keeps it apart from addresses, which are checked as such. */
const MARKS = { private: 'Zorglüb', unopened: 'Quidnüm', hidden: 'Vraxül' } as const;

let site: TestSite;
let places: SecretPlace[];
let author: MadePerson;
let member: MadePerson;
/** Who sees none of it, by what a failure calls them. */
let strangers: Record<string, SiteClient>;
let values: Record<string, string>;

/** Of a network, the component that each address speaks of. */
const NETWORK_ADDRESSES = {
  documents: 'library',
  dossiers: 'dossiers',
  entraide: 'requests',
  forum: 'topics',
  listes: 'mailing-list',
  mobilisations: 'mobilisations',
  assemblees: 'assemblies',
  annuaire: 'directory',
} as const;
beforeAll(async () => {
  site = await openTestSite();
  const otherId = await insertOrganisation(site.db, {
    slug: 'voisine',
    name: 'Voisine',
    host: 'voisine.localhost',
    kind: 'town',
    colour: '#1F3A8A',
    contactEmail: 'mairie@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });
  const edition = await makeEdition(site, { phase: 'collection' });
  author = await makePerson(site, { nickname: 'Autrice du cercle' });
  member = await makePerson(site, { nickname: 'Membre du cercle' });
  const people = { author, other: member };
  places = [
    await makeSecretPlace(site, MARKS.private, { isPrivate: true }, people),
    await makeSecretPlace(site, MARKS.unopened, { open: false }, people),
    await makeSecretPlace(site, MARKS.hidden, { hideComponent: true }, people),
  ];
  const resident = await makePerson(site);
  const neighbour = await makePerson(site, {
    roles: ['officer'],
    organisation: { id: otherId, name: 'Voisine', host: 'voisine.localhost' },
  });
  // works in another space of the same organisation, and judges what is reported there
  const elsewhere = await makeSpace(site);
  const colleague = await makePerson(site);
  for (const role of ['space-organiser', 'moderator'] as const)
    await grantRole(site.db, {
      organisationId: site.organisationId,
      personId: colleague.id,
      role,
      grantedBy: null,
      spaceId: elsewhere.space.id,
    });
  await signIn(site, colleague.client, colleague.id);
  strangers = {
    'a stranger': site.visitor(),
    'a resident': resident.client,
    'an officer of another organisation': neighbour.client,
    'the team of another space': colleague.client,
  };
  const cases = await site.db.selectFrom('moderation_case').select(['id', 'target_id']).execute();
  for (const place of places)
    place.values.case = cases.find((one) => one.target_id === place.ideaId)?.id ?? '';
  values = { edition: edition.slug, set: 'idees', locale: 'en', file: 'idees.csv' };
}, 120_000);
afterAll(() => site.close());

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every address that could say something of a place. */
function addressesOf(place: SecretPlace): string[] {
  const fill = (pattern: string) =>
    pattern.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
      const kind = /\/espaces\/:space\/([a-z]+)\/:component/.exec(pattern)?.[1];
      if (name === 'component' && kind && kind in NETWORK_ADDRESSES) {
        const { components } = place.network;
        return components[NETWORK_ADDRESSES[kind as keyof typeof NETWORK_ADDRESSES]].slug;
      }
      if (name === 'page' && pattern.startsWith('/documents/')) return '1';
      if (name === 'component' && /\/espaces\/:space\/pages\//.test(pattern))
        return place.values.pages!;
      if (name === 'contribution') return place.ideaId;
      if (name === 'kind') return pattern.startsWith('/commentaires') ? 'idea' : 'idee';
      if (name === 'target') return place.ideaId;
      if (name === 'component' && pattern.includes('/evenements/'))
        return place.values.events ?? 'inconnu';
      if (name === 'component' && pattern.includes('/questionnaires/'))
        return place.values.survey ?? 'inconnu';
      if (name === 'file' && pattern === urls.file.pattern) return `${place.fileId}.webp`;
      return encodeURIComponent(place.values[name] ?? values[name] ?? 'inconnu');
    });
  const q = place.mark;
  return [
    ...patterns.map(fill),
    '/robots.txt',
    '/sitemap.xml',
    urls.search({ q }),
    urls.search({ q: `${q} verger` }),
    urls.search({ q, dans: 'idees' }),
    urls.completeNicknames({ q: 'cercle', sous: `idea/${place.ideaId}` }),
    urls.follow({ kind: 'idea', target: place.ideaId }),
    ...['comment', 'idea'].map((kind) =>
      urls.reportContribution({ kind, contribution: place.values.comment ?? 'x' }),
    ),
    urls.reportContribution({ kind: 'commentaire', contribution: place.values.comment ?? 'x' }),
    ...place.network.contributions.flatMap(({ kind, id }) => [
      urls.comments({ kind, contribution: id }),
      urls.follow({ kind, target: id }),
      urls.reportContribution({ kind: KIND_SLUGS[kind], contribution: id }),
      urls.askHiding({ kind: KIND_SLUGS[kind], contribution: id }),
      urls.completeNicknames({ q: 'cercle', sous: `${kind}/${id}` }),
    ]),
    ...['idees', 'editions', 'journal'].flatMap((set) => [
      `/donnees/fichiers/${set}.csv`,
      `/donnees/fichiers/${set}.json`,
      `/donnees/fichiers/${set}.xlsx`,
    ]),
  ];
}

/** What an answer says of a place: its words, and where nobody asked for it, its address. */
function findMark(place: SecretPlace, asked: string, text: string): boolean {
  // an address that was asked for comes back in links of the page: to sign in, to change its language
  const isAsked = fold(decodeURIComponent(asked)).includes(fold(place.mark));
  return text.includes(place.mark) || (!isAsked && fold(text).includes(fold(place.mark)));
}

async function readEverything(client: SiteClient, place: SecretPlace): Promise<string[]> {
  const told: string[] = [];
  for (const asked of addressesOf(place)) {
    const answer = await client.send(asked);
    expect(answer.status, asked).toBeLessThan(500);
    const text = `${answer.headers.get('location') ?? ''}\n${await answer.text()}`;
    // what one seeks is in the field of the search
    const isEcho = asked.startsWith('/recherche');
    const said = isEcho ? text.replaceAll(/<input[^>]*>|<title>[^<]*|[«“][^»”]*[»”]/g, '') : text;
    if (findMark(place, asked, said)) told.push(`${answer.status} ${asked}`);
    const isPicture = asked.startsWith('/fichiers/') && answer.status === 200;
    if (isPicture) told.push(`the bytes of ${asked}`);
  }
  return told;
}

describe('no public address tells a private space', () => {
  it('W3 its members find its words, in its pages and its pictures', async () => {
    const told = await readEverything(member.client, places[0]!);
    const { space, theme, component, idea, pages, page, events, survey, meeting } = places[0]!
      .values as Record<string, string>;
    const at = { space: space!, component: component! };
    for (const path of [
      urls.spaces(),
      urls.space({ space: space! }),
      urls.theme({ space: space!, theme: theme! }),
      urls.spaceIdeas(at),
      urls.spaceIdea({ ...at, idea: idea! }),
      urls.spaceEvents({ space: space!, component: events! }),
      urls.meeting({ meeting: Number(meeting) }),
      urls.programme({ meeting: Number(meeting) }),
      urls.spaceSurvey({ space: space!, component: survey! }),
      urls.spacePages({ ...at, component: pages! }),
      urls.spacePage({ ...at, component: pages!, page: page! }),
    ])
      expect(told).toContain(`200 ${path}`);
    const { components } = places[0]!.network;
    const all = places[0]!.values;
    const of = (kind: keyof typeof components) => ({
      space: space!,
      component: components[kind].slug,
    });
    const dossier = { ...of('dossiers'), dossier: all.dossier! };
    for (const path of [
      urls.directory(of('directory')),
      urls.spaceDocuments(of('library')),
      urls.document({ document: all.document! }),
      urls.documentVersion({ document: all.document!, version: '1' }),
      urls.dossiers(of('dossiers')),
      urls.dossier(dossier),
      urls.dossierTasks(dossier),
      urls.spaceRequests(of('requests')),
      urls.helpRequest({ request: all.request! }),
      urls.forum(of('topics')),
      urls.forumTopic({ topic: all.topic! }),
      urls.spaceList(of('mailing-list')),
      urls.listThread({ ...of('mailing-list'), thread: all.thread! }),
      urls.mobilisations(of('mobilisations')),
      urls.petition({ petition: all.petition! }),
      urls.signers({ petition: all.petition! }),
      urls.assemblies(of('assemblies')),
      urls.assembly({ ...of('assemblies'), assembly: all.assembly! }),
    ])
      expect(told).toContain(`200 ${path}`);
    expect(told).toContain(`the bytes of /fichiers/${places[0]!.fileId}.webp`);
  });

  // after its members, so that a page kept for everybody would hold their words
  for (const [name, at] of [
    ['private', 0],
    ['unopened', 1],
    ['hidden', 2],
  ] as const)
    it(`W3 W8 nothing of what is ${name} is told to who does not see it`, async () => {
      for (const [who, client] of Object.entries(strangers))
        expect(await readEverything(client, places[at]!), who).toEqual([]);
      // what was kept for everybody meanwhile
      expect(await readEverything(site.visitor(), places[at]!), 'kept pages').toEqual([]);
    }, 300_000);

  it('W3 no mail of it leaves for who does not see it', async () => {
    await site.runJobs();
    const seeing = new Set([author.email, member.email]);
    const told = site.mails.filter(
      ({ to, subject, text }) =>
        !seeing.has(to) && places.some(({ mark }) => `${subject}\n${text}`.includes(mark)),
    );
    expect(told.map(({ to, subject }) => `${to} ${subject}`)).toEqual([]);
  });
});
