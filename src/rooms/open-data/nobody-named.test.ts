import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMessage } from '../../../tests/make/contact.ts';
import { makeDecision } from '../../../tests/make/decisions.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea, startDraft, TYPED_IDEA } from '../../../tests/make/ideas.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { makeNews } from '../../../tests/make/news.ts';
import { makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { makeRealisation } from '../../../tests/make/realisations.ts';
import { answer, close, makeSurvey } from '../../../tests/make/surveys.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { type Format, formatsOf } from '../../platform/sets/formats.ts';
import { dataSets } from '../../site.tsx';
import { urls } from '../../urls.ts';
import { actOnPost, writePost } from '../delivery/index.ts';
import { register } from '../meetings/registering.store.ts';
import { insertOrganisation } from '../organisations/index.ts';
import { insertProject } from '../projects/index.ts';
import { publishDecisions } from '../review/index.ts';
import { publishSurvey } from '../surveys/survey-writing.store.ts';

/** What stands in the database and in no public file, by what it is; each word is written nowhere else. */
const HIDDEN = {
  nickname: 'Zénobie-la-Discrète',
  email: 'zenobie.discrete@exemple.fr',
  place: 'Chez-Zénobie',
  draft: 'Brouillonsecret',
  personal: 'Motpersonnel',
  undecided: 'Décisiontenue',
  unfrozen: 'Projetcaché',
  editionInPreparation: 'Éditioncachée',
  ideaInPreparation: 'Idéecachée',
  draftMeeting: 'Rencontrecachée',
  registrant: 'Lucienne-Inscrite',
  registrantEmail: 'lucienne.inscrite@exemple.fr',
  draftPost: 'Nouvellecachée',
  withdrawnPost: 'Nouvelleretirée',
  draftNews: 'Actualitécachée',
  surveyText: 'Réponsesecrète',
  message: 'Messagesecret',
  messageEmail: 'odile@exemple.fr',
  departmentEmail: 'service.secret@exemple.fr',
  otherTown: 'Autreville',
};
/** What was made public beside it: this search would find the others. */
const PUBLIC = [
  'Idéepublique',
  'Explicationpublique',
  'Nouvellepublique',
  'Rencontrepublique',
  'Servicepublic',
  'Actualitépublique',
];

let site: TestSite;
let slug: string;
beforeAll(async () => {
  site = await openTestSite();
  await seed();
  site.memory.forgetAll();
}, 120_000);
afterAll(() => site.close());

async function seed(): Promise<void> {
  const act = { organisationId: site.organisationId, by: null };
  const author = await makePerson(site, { nickname: HIDDEN.nickname, email: HIDDEN.email });
  const edition = await makeEdition(site);
  slug = edition.slug;
  const publicIdea = await makeIdea(site, edition, { title: PUBLIC[0]!, authorId: author.id });
  const held = await makeIdea(site, edition, { authorId: author.id });
  await makeDecision(site, act, publicIdea, {
    publicText: PUBLIC[1]!,
    personalText: HIDDEN.personal,
  });
  await publishDecisions(site.db, act, edition.id, [publicIdea.id]);
  await makeDecision(site, act, held, { publicText: HIDDEN.undecided });
  const drafting = await makePerson(site);
  const path = await startDraft(drafting.client, edition);
  await drafting.client.post(path, { ...TYPED_IDEA, title: HIDDEN.draft });
  const project = { summary: '', categoryId: null, cost: 100, place: HIDDEN.place, ideaIds: [] };
  await insertProject(site.db, act, edition.id, { ...project, title: HIDDEN.unfrozen });
  const preparing = await makeEdition(site, { open: false, title: HIDDEN.editionInPreparation });
  await site.pool.query(
    `insert into idea (organisation_id, edition_id, number, title, body, category_id, channel)
     values ($1, $2, 1, $3, 'Texte', $4, 'import')`,
    [site.organisationId, preparing.id, HIDDEN.ideaInPreparation, preparing.categories[0]!.id],
  );
  await makeMeeting(site, { title: HIDDEN.draftMeeting, published: false, editionId: edition.id });
  const meeting = await makeMeeting(site, { title: PUBLIC[3]!, editionId: edition.id });
  await register(site.db, site.organisationId, meeting.id, {
    personId: drafting.id,
    name: HIDDEN.registrant,
    email: HIDDEN.registrantEmail,
    mailbox: HIDDEN.registrantEmail,
    locale: 'fr',
    profile: 'resident',
  });
  const made = await makeRealisation(site);
  const named = { ...made, editionId: made.edition.id, number: made.project };
  for (const title of [PUBLIC[2]!, HIDDEN.draftPost, HIDDEN.withdrawnPost]) {
    const post = await writePost(site.db, act, made.realisationId, { title, body: 'Des mots.' });
    if (title !== HIDDEN.draftPost) await actOnPost(site.db, act, named, post, 'publish');
    if (title === HIDDEN.withdrawnPost) await actOnPost(site.db, act, named, post, 'withdraw');
  }
  const writer = { organisationId: site.organisationId, by: author.id };
  await makeNews(site, writer, { title: PUBLIC[5]! });
  await makeNews(site, writer, { title: HIDDEN.draftNews, published: false });
  const survey = await makeSurvey(site, edition);
  await answer(site, survey, { 7: '1', 8: HIDDEN.surveyText });
  await close(site, survey);
  await publishSurvey(site.db, act, survey.id);
  await makeMessage(site, site.organisationId, HIDDEN.message);
  await makeDepartment(site, { name: PUBLIC[4]!, email: HIDDEN.departmentEmail });
  const other = await insertOrganisation(site.db, {
    slug: 'voisine',
    name: 'Voisine',
    host: 'voisine.localhost',
    kind: 'town',
    colour: '#1F3A8A',
    contactEmail: 'mairie@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });
  await makeDepartment(site, { name: HIDDEN.otherTown, organisation: { id: other } });
  const theirs = await makeEdition(site, { organisationId: other, title: HIDDEN.otherTown });
  await site.pool.query(
    `insert into idea (organisation_id, edition_id, number, title, body, category_id, channel)
     values ($1, $2, 1, $3, 'Texte', $4, 'import')`,
    [other, theirs.id, HIDDEN.otherTown, theirs.categories[0]!.id],
  );
  await makeMeeting(site, { title: HIDDEN.otherTown, organisationId: other });
}

/** The text of a file, spreadsheets and zips unpacked. */
async function read(path: string, client = site.visitor()): Promise<string> {
  const answer = await client.send(path);
  expect(answer.status, path).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!/\.(xlsx|zip)$/.test(path)) return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n');
}

const filesOf = (audience: 'public' | 'office') =>
  dataSets
    .filter((set) => set.audience === audience)
    .flatMap(({ key, columns }) => formatsOf(columns).map((format: Format) => `${key}.${format}`));

describe('R192 R91 public files name nobody and hold nothing that is not public', () => {
  it('no address, name, note, draft, held decision or word of another town is in any file', async () => {
    const paths = [
      urls.openData(),
      urls.dataZip(),
      ...filesOf('public').map((file) => urls.dataFile({ file })),
      ...dataSets.map(({ key }) => urls.dataSet({ set: key })),
    ].filter((path) => !/\/(inscriptions|messages|journal|projets-en-preparation)$/.test(path));
    const leaks: string[] = [];
    let all = '';
    for (const path of paths) {
      const text = await read(path);
      all += text;
      for (const [what, word] of Object.entries(HIDDEN))
        if (text.includes(word)) leaks.push(`${path}: ${what}`);
      // not one mailbox, of whomever, but that of the organisation on pages
      const mailboxes = text.match(/[\w.-]+@[\w-]+\.\w+/g) ?? [];
      leaks.push(
        ...mailboxes
          .filter((one) => one !== 'participation@fleury.example')
          .map((one) => `${path}: ${one}`),
      );
    }
    expect(leaks).toEqual([]);
    for (const word of PUBLIC) expect(all).toContain(word);
  });

  it('the office finds there what it may have, each file told in the journal with who took it', async () => {
    const { client, nickname } = await makePerson(site, {
      roles: ['officer'],
      nickname: 'Agathe export',
    });
    const at = { edition: slug };
    await client.get(urls.adminExports(at));
    expect(client.main).toContain('données personnelles');
    const registrations = await read(urls.adminExport({ ...at, file: 'inscriptions.csv' }), client);
    expect(registrations).toContain(HIDDEN.registrantEmail);
    const messages = await read(urls.adminExport({ ...at, file: 'messages.json' }), client);
    expect(messages).toContain(HIDDEN.message);
    const projects = await read(
      urls.adminExport({ ...at, file: 'projets-en-preparation.xlsx' }),
      client,
    );
    expect(projects).toContain(HIDDEN.unfrozen);
    const journal = await read(urls.adminExport({ ...at, file: 'journal.csv' }), client);
    expect(journal).toContain('a téléchargé l’export «\u202fMessages reçus\u202f» (JSON)');
    expect(journal).toContain(nickname);
    const ideas = JSON.parse(await read(urls.adminIdeasJson(at), client)) as Record<
      string,
      unknown
    >[];
    expect(ideas).toHaveLength(2);
    expect(ideas[0]).toMatchObject({ number: 1, title: PUBLIC[0], holder: HIDDEN.nickname });
    for (const file of filesOf('office'))
      expect(await read(urls.adminExport({ ...at, file }), client)).not.toContain(HIDDEN.otherTown);
    const { rows } = await site.pool.query(
      `select detail->>'title' as title, detail->>'format' as format from fact where kind = 'export.taken' order by recorded_at`,
    );
    expect(rows.slice(0, 3)).toEqual([
      { title: 'Inscriptions aux rencontres', format: 'csv' },
      { title: 'Messages reçus', format: 'json' },
      { title: 'Projets en préparation', format: 'xlsx' },
    ]);
    // asked how long it is, nothing is taken
    const head = new Request(
      `http://localhost${urls.adminExport({ ...at, file: 'messages.csv' })}`,
      {
        method: 'HEAD',
        headers: {
          cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      },
    );
    const count = async () =>
      (await site.pool.query(`select count(*)::int as n from fact where kind = 'export.taken'`))
        .rows[0].n;
    const before = await count();
    expect((await site.fetch(head)).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it('nobody but its officers takes a file of the office', async () => {
    const path = urls.adminExport({ edition: slug, file: 'messages.csv' });
    expect((await site.visitor().send(path)).status).toBe(303);
    const resident = await makePerson(site);
    expect((await resident.client.send(path)).status).toBe(403);
    const { rows } = await site.pool.query(`select id from organisation where slug = 'voisine'`);
    const organisation = { id: rows[0].id, name: 'Voisine', host: 'voisine.localhost' };
    const other = await makePerson(site, { roles: ['officer'], organisation });
    expect((await other.client.send(path)).status).toBe(404);
    const { client } = await makePerson(site, { roles: ['officer'] });
    const unknown = urls.adminExport({ edition: slug, file: 'comptes.csv' });
    expect((await client.send(unknown)).status).toBe(404);
  });
});
