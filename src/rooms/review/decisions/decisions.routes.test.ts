import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '../../../../tests/make/decisions.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { publishDecisions } from './batch.store.ts';
import { findDecisions } from './decision.store.ts';
import { listReasons } from './reason.store.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Claire' });
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

async function makeIdeas(count: number, settings = {}) {
  const edition = await makeEdition(site, settings);
  const ideas: Idea[] = [];
  for (let index = 1; index <= count; index += 1)
    ideas.push(await makeIdea(site, edition, { title: `Idée <b>${index}</b>` }));
  return { edition, ideas, at: { edition: edition.slug } };
}

const decisionOf = async (idea: Idea) =>
  (await findDecisions(site.db, act.organisationId, [idea.id])).get(idea.id) ?? null;

const reasonOf = async (edition: Edition, french: string) =>
  (await listReasons(site.db, act.organisationId, edition.id)).find((one) => one.french === french)!
    .id;

describe('R44 R45 the office decides', () => {
  it('SC6 prepares one by one and together, decides, looks at the batch, publishes; counters equal the lists', async () => {
    const { edition, ideas, at } = await makeIdeas(5);
    const { client } = officer;
    await client.get(urls.adminDecisions(at));
    expect(client.html).toContain('À préparer (5)');
    expect(client.html.match(/name="idee"/g)).toHaveLength(5);
    await client.post(urls.adminDecision({ ...at, idea: 1 }), { version: '0', outcome: 'refused' });
    expect(client.status).toBe(422);
    for (const field of ['reasonId', 'publicText'])
      expect(client.html).toContain(`href="#${field}"`);
    await client.post(urls.adminDecision({ ...at, idea: 1 }), {
      version: '0',
      outcome: 'to-vote',
      publicText: '',
      personalText: 'Bravo à vous.',
    });
    expect(client.html).toContain('À décider (1)');
    await client.get(urls.adminPrepareDecisions(at, { idee: '2' }));
    expect(client.html).toContain('La même proposition pour 1 idée');
    await client.post(urls.adminPrepareDecisions(at), {
      tous: 'oui',
      etat: 'a-preparer',
      outcome: 'refused',
      reasonId: await reasonOf(edition, 'Intérêt privé'),
      publicText: 'Elle ne servirait qu’à une personne.',
    });
    expect(client.html).toContain('À préparer (0)');
    expect(client.html).toContain('À décider (5)');
    await client.get(urls.adminDecisions(at, { etat: 'a-decider', issue: 'non-retenue' }));
    expect(client.html.match(/name="idee"/g)).toHaveLength(4);
    const readAt = /name="lu" value="(\d+)"/.exec(client.html)![1]!;
    await client.post(urls.adminDecide(at), { lu: readAt, etat: 'a-decider', tous: 'oui' });
    expect(client.html).toContain('À publier (5)');
    await client.get(urls.adminPublishDecisions(at, { tous: 'oui', etat: 'a-publier' }));
    expect(client.html).toContain('lettres par courriel');
    expect(client.html).toContain('Bravo à vous.');
    const publication = { tous: 'oui', etat: 'a-publier', quand: 'maintenant' };
    await client.post(urls.adminPublishDecisions(at), { ...publication, vues: '4' });
    expect(client.status).toBe(409);
    await client.post(urls.adminPublishDecisions(at), { ...publication, vues: '5' });
    expect(client.html).toContain('Publication n° 1');
    await site.runJobs();
    await client.get(client.path);
    expect(client.html).toContain('Les 5 décisions sont publiées et annoncées');
    expect(site.mails.filter(({ subject }) => subject.includes('Idée <b>1</b>'))).toHaveLength(1);
    expect((await decisionOf(ideas[0]!))?.publishedAt).not.toBeNull();
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a publié 5 décisions (publication n° 1)');
  });

  it('R43 of two officers on one form the second sees both, and loses nothing', async () => {
    const { at } = await makeIdeas(1);
    const address = urls.adminDecision({ ...at, idea: 1 });
    const { client } = officer;
    const mine = { version: '0', outcome: 'to-vote', publicText: 'Oui, au printemps.' };
    await client.post(address, { ...mine, publicText: 'Oui, à l’automne.' });
    await client.post(address, mine);
    expect(client.status).toBe(409);
    expect(client.html).toContain('Oui, au printemps.');
    expect(client.html).toContain('Enregistré entre-temps\u202f: Oui, à l’automne.');
    expect(client.html).toContain('name="version" value="1"');
    await client.post(address, { ...mine, version: '1' });
    expect(client.status).toBe(200);
  });

  it('where the edition has a decider, they alone decide; agents and readers do not, nor those of another edition', async () => {
    const { edition, ideas, at } = await makeIdeas(2);
    const other = await makeEdition(site);
    const decider = await makePerson(site, { roles: ['decider'], editionId: edition.id });
    const abroad = await makePerson(site, { roles: ['decider'], editionId: other.id });
    const reader = await makePerson(site, { roles: ['cabinet'] });
    const agent = await makePerson(site, { roles: ['agent'] });
    const address = urls.adminDecision({ ...at, idea: 1 });
    const typed = { version: '0', outcome: 'to-vote' };
    for (const { client } of [decider, reader, agent, abroad])
      expect((await client.send(address, typed)).status).toBe(403);
    await officer.client.post(address, typed);
    const decide = { lu: '0', etat: 'a-decider', idee: '1-1' };
    for (const { client } of [officer, reader, agent])
      expect((await client.send(urls.adminDecide(at), decide)).status).toBe(403);
    expect((await abroad.client.send(urls.adminDecide(at), decide)).status).toBe(404);

    await officer.client.get(urls.adminDecisions(at, { etat: 'a-decider' }));
    expect(officer.client.html).not.toContain('Décider les idées choisies');
    await reader.client.get(urls.adminDecisions(at, { etat: 'a-decider' }));
    expect(reader.client.status).toBe(200);
    expect(reader.client.html).not.toContain('type="checkbox"');
    await decider.client.get(urls.adminDecisions(at, { etat: 'a-decider' }));
    expect(decider.client.html).toContain('Décider les idées choisies');
    await decider.client.post(urls.adminDecide(at), decide);
    expect((await decisionOf(ideas[0]!))?.decidedBy).toBe(decider.id);
    expect((await agent.client.send(urls.adminDecisions(at))).status).toBe(403);
    expect((await abroad.client.send(urls.adminDecisions(at))).status).toBe(404);
  });

  it('W14 numbers, versions, batches and moments that are none are refused, never a fault of ours', async () => {
    const { at } = await makeIdeas(1);
    const { client } = officer;
    for (const idea of ['0', '2', '1e3', 'x', "1' or 1=1"])
      expect((await client.send(urls.adminDecision({ ...at, idea }))).status, idea).toBe(404);
    for (const version of ['', '-1', 'x', '1e309', '9'.repeat(30)]) {
      const answer = await client.send(urls.adminDecision({ ...at, idea: 1 }), {
        version,
        outcome: 'to-vote',
      });
      expect(answer.status, version).toBe(409);
    }
    for (const lu of ['x', '-1', '1e309'])
      expect((await client.send(urls.adminDecide(at), { lu, tous: 'oui' })).status).toBe(400);
    for (const publication of ['x', '00000000-0000-0000-0000-000000000000'])
      expect((await client.send(urls.adminDecisionBatch({ ...at, publication }))).status).toBe(404);
    for (const query of [
      { etat: 'x', motif: 'x', apres: '1e9' },
      { recherche: '‘;--', issue: '?' },
    ])
      expect((await client.send(urls.adminDecisions(at, query))).status).toBe(200);
    await client.post(urls.adminPublishDecisions(at), {
      tous: 'oui',
      quand: 'maintenant',
      vues: '0',
    });
    expect(client.html).toContain('Il n’y a plus rien à publier');
  });

  it('who has no mailbox is told on paper: a letter to print, then noted', async () => {
    const { edition, ideas, at } = await makeIdeas(1);
    await makeDecision(site, act, ideas[0]!);
    const done = await publishDecisions(site.db, act, edition.id, [ideas[0]!.id]);
    if (!done.ok) throw new Error(done.refusal);
    await site.runJobs();
    await sql`insert into decision_notice (organisation_id, idea_id, round, name, channel)
      values (${act.organisationId}, ${ideas[0]!.id}, 1, 'Odette Brun', 'paper')`.execute(site.db);
    const batch = { ...at, publication: done.batchId };
    const { client } = officer;
    await client.get(urls.adminDecisionBatch(batch));
    expect(client.html).toContain('Odette Brun');
    const letters = await client.send(urls.adminDecisionPapers(batch));
    expect(letters.headers.get('content-type')).toBe('application/pdf');
    expect((await letters.arrayBuffer()).byteLength).toBeGreaterThan(2000);
    await client.post(urls.adminDecisionPapersTold(batch));
    expect(client.html).toContain('prévenue le');
    const elsewhere = await makeEdition(site);
    const wrong = { edition: elsewhere.slug, publication: done.batchId };
    expect((await client.send(urls.adminDecisionPapers(wrong))).status).toBe(404);
  });
});

describe('R45 R46 the words of an edition', () => {
  it('reasons are edited, and what an officer typed comes back with what is wrong', async () => {
    const { edition, at } = await makeIdeas(0);
    const { client } = officer;
    await client.get(urls.adminRefusalReasons(at));
    expect(client.html).toContain('Hors compétence de la commune');
    const [first] = await listReasons(site.db, act.organisationId, edition.id);
    const line = {
      lignes: '2',
      'id-0': first!.id,
      'french-0': 'Du fonctionnement',
      'english-0': 'Running costs',
      'position-0': '1',
      'offered-0': 'oui',
      'id-1': '',
      'french-1': 'du FONCTIONNEMENT',
      'position-1': '2',
      'offered-1': 'oui',
    };
    await client.post(urls.adminRefusalReasons(at), line);
    expect(client.status).toBe(422);
    expect(client.html).toContain('value="du FONCTIONNEMENT"');
    await client.post(urls.adminRefusalReasons(at), { ...line, 'french-1': 'Déjà voté' });
    expect(client.status).toBe(200);
    const offered = (await listReasons(site.db, act.organisationId, edition.id)).filter(
      ({ isClosed }) => !isClosed,
    );
    expect(offered.map(({ french }) => french)).toEqual(['Du fonctionnement', 'Déjà voté']);
  });

  it('letters take the edition’s words; the meeting is on the page of feedback; two officers never overwrite', async () => {
    const { edition, ideas, at } = await makeIdeas(1);
    const { client } = officer;
    const words = {
      version: '0',
      'fr-refusedIntro': 'Merci d’avoir osé.',
      'fr-meeting': 'Le 12 mars.',
    };
    await client.post(urls.adminDecisionWords(at), words);
    expect(client.html).toContain('Merci d’avoir osé.');
    await client.post(urls.adminDecisionWords(at), { ...words, 'fr-meeting': 'Le 13 mars.' });
    expect(client.status).toBe(409);
    expect(client.html).toContain('Enregistré entre-temps\u202f: Le 12 mars.');
    await makeDecision(site, act, ideas[0]!);
    await publishDecisions(site.db, act, edition.id, [ideas[0]!.id]);
    await site.runJobs();
    expect(site.mails.at(-1)!.text).toContain('Merci d’avoir osé.');
    await site.visitor().get(urls.feedback(at));
    const visitor = site.visitor();
    await visitor.get(urls.feedback(at));
    expect(visitor.html).toContain('Le 12 mars.');
  });
});
