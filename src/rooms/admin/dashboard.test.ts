import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMessage } from '../../../tests/make/contact.ts';
import { makeDecision } from '../../../tests/make/decisions.ts';
import { calendarAround, makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { ask, dayAfter } from '../../../tests/make/study.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import type { Role } from '../../platform/http/roles.ts';
import { urls } from '../../urls.ts';
import type { Idea } from '../ideas/index.ts';
import { queueLetter } from '../notifications/index.ts';
import { insertOrganisation } from '../organisations/index.ts';
import { changePhases, type Edition, numberedSegment } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
let other: Edition;
let ideas: Idea[];
let administrator: MadePerson;
let officer: MadePerson;
let decider: MadePerson;
let holder: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, {
    maximumIdeas: 20,
    slug: 'en-etude',
    title: 'Édition étudiée',
  });
  other = await makeEdition(site, { slug: 'ailleurs', title: 'Autre édition' });
  administrator = await makePerson(site, { roles: ['administrator'] });
  officer = await makePerson(site, { roles: ['officer'] });
  decider = await makePerson(site, { roles: ['decider'], editionId: edition.id, name: 'Anne Roy' });
  holder = await makePerson(site);
  ideas = [];
  for (let index = 0; index < 7; index += 1)
    ideas.push(await makeIdea(site, edition, { authorId: holder.id, title: `Idée ${index}` }));
  await makeIdea(site, other, { title: 'D’ailleurs' });
  await site.runJobs();
  const act = { organisationId: site.organisationId, by: officer.id };
  await changePhases(site.db, act, edition.id, calendarAround('study', new Date()));
  await changePhases(site.db, act, other.id, calendarAround('study', new Date()));
  // one asked and late, one returned, the others nobody's
  const { id: roads } = await makeDepartment(site);
  await site.db
    .updateTable('opinion')
    .set({ due_on: await dayAfter(site, -1) })
    .where('id', '=', await ask(site, edition, ideas[1]!, roads))
    .execute();
  await site.db
    .updateTable('opinion')
    .set({ state: 'returned', return_comment: 'Pas nous', settled_at: new Date() })
    .where('id', '=', await ask(site, edition, ideas[2]!, roads))
    .execute();
  // one decided, two prepared, four of which nothing is said
  await makeDecision(site, act, ideas[0]!);
  for (const { number } of ideas.slice(1, 3))
    await officer.client.post(urls.adminDecision({ edition: edition.slug, idea: number }), {
      version: '0',
      outcome: 'to-vote',
    });
  await officer.client.post(urls.adminNewMerge({ edition: edition.slug }), {
    ideas: `${ideas[3]!.number}, ${ideas[4]!.number}`,
    title: 'Ensemble',
    words: 'La même chose.',
    lead: ideas[3]!.id,
    'answerBy-day': '1',
    'answerBy-month': '1',
    'answerBy-year': '2030',
  });
  for (const idea of ideas.slice(5))
    await holder.client.post(
      urls.writeMessage({
        edition: edition.slug,
        idea: numberedSegment(idea.number, idea.title),
        channel: 'porteur',
      }),
      { message: 'Avez-vous lu mon idée ?' },
    );
  // two wait, one is answered, one is put away
  const [, , answered, closed] = [
    await makeMessage(site, site.organisationId, 'Où voter ?'),
    await makeMessage(site, site.organisationId, 'Quand voter ?'),
    await makeMessage(site, site.organisationId, 'Qui vote ?'),
    await makeMessage(site, site.organisationId, 'Publicité'),
  ];
  await officer.client.post(urls.adminMessage({ message: answered }), {
    reponse: 'Tout le monde.',
  });
  await officer.client.post(urls.adminCloseMessage({ message: closed }));
  await site.db.transaction().execute((tx) =>
    queueLetter(tx, {
      organisationId: site.organisationId,
      topic: 'tasks',
      personId: null,
      address: 'personne@exemple.fr',
      locale: 'fr',
      subject: 'Perdu',
      text: 'Perdu',
      target: null,
    }),
  );
  await site.db
    .updateTable('letter')
    .set({ given_up_at: new Date(), failure: '550' })
    .where('subject', '=', 'Perdu')
    .execute();
});
afterAll(() => site.close());

/** The counters of a dashboard: their words, their number, where they lead. */
async function readCounters(client: SiteClient) {
  await client.get(urls.admin());
  const section = client.main.split('Ce qui vous attend')[1]?.split('</section>')[0] ?? '';
  return [...section.matchAll(/<a href="([^"]+)">(\d+) ([^<]+)<\/a>/g)].map(
    ([, href, count, words]) => ({
      href: href!.replaceAll('&amp;', '&'),
      count: Number(count),
      words: words!,
    }),
  );
}

/** Rows of a table, or cards of a list. */
const rows = (client: SiteClient) =>
  client.main.split('<tbody')[1]?.split('</tbody>')[0]?.match(/<tr/g)?.length ??
  client.main.match(/<article/g)?.length ??
  0;

describe('R197 each role’s dashboard', () => {
  it('R197 an officer’s counters are each the length of the list they lead to', async () => {
    const { client } = administrator;
    const every = await readCounters(client);
    const counters = every.filter(
      ({ href }) => href.includes(`/${edition.slug}/`) || !href.includes('/editions/'),
    );
    expect(counters.map(({ count, words }) => `${count} ${words}`)).toEqual([
      '1 idée dont un avis est en retard',
      '1 idée rendue par un service',
      '4 idées sans service',
      '2 porteur·euses attendent une réponse',
      '1 regroupement attend des réponses',
      '4 décisions à préparer',
      '1 décision à publier',
      '2 messages attendent une réponse',
      '1 courriel n’est pas arrivé',
    ]);
    for (const { href, count, words } of every) {
      await client.get(href);
      expect(client.status, href).toBe(200);
      expect(rows(client), words).toBe(count);
    }
  });

  it('R197 what waits for a decider is theirs alone, and of their edition only', async () => {
    const counters = await readCounters(decider.client);
    expect(counters.map(({ words }) => words)).toEqual(['décisions à prendre']);
    expect(decider.client.main).not.toContain('Autre édition');
    await decider.client.get(counters[0]!.href);
    expect(rows(decider.client)).toBe(counters[0]!.count);
    expect((await readCounters(officer.client)).map(({ words }) => words)).not.toContain(
      'décisions à prendre',
    );
    const abroad = await decider.client.send(urls.adminEdition({ edition: other.slug }));
    expect(abroad.status).toBe(404);
  });

  it('R33 R197 readers see figures and the calendar, and no way that is closed to them', async () => {
    const readers: Role[] = [
      'elected-official',
      'management',
      'cabinet',
      'communication',
      'events',
      'decider',
      'mayor',
      'officer',
    ];
    for (const role of readers) {
      const { client } = await makePerson(site, { roles: [role] });
      for (const address of [urls.admin(), urls.adminEdition({ edition: edition.slug })]) {
        await client.get(address);
        expect(client.status, `${role} ${address}`).toBe(200);
        expect(client.main).toContain('Édition étudiée');
        const links = [...client.main.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!);
        for (const href of new Set(links)) {
          const { status } = await client.send(href.replaceAll('&amp;', '&'));
          expect(status, `${role} ${address} → ${href}`).toBeLessThan(400);
        }
      }
      const isOffice = role === 'officer' || role === 'mayor';
      expect(client.main.includes('>Réglages<'), role).toBe(isOffice);
      await client.get(urls.admin());
      expect(client.main.includes('Préparer une édition'), role).toBe(isOffice);
    }
  });

  it('R33 W3 neither residents, agents nor ambassadors come in', async () => {
    for (const role of [[], ['agent'], ['ambassador']] as Role[][]) {
      const { client } = await makePerson(site, { roles: role });
      for (const address of [
        urls.admin(),
        urls.adminEdition({ edition: edition.slug }),
        urls.adminExchanges({ edition: edition.slug }),
      ])
        expect((await client.send(address)).status, `${role} ${address}`).toBe(403);
    }
    const reader = await makePerson(site, { roles: ['cabinet'] });
    const exchanges = urls.adminExchanges({ edition: edition.slug });
    expect((await reader.client.send(exchanges)).status).toBe(403);
  });

  it('W3 another town sees nothing of it, and is told that nothing waits', async () => {
    const host = 'ailleurs.localhost';
    const id = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      host,
      name: 'Ailleurs',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@ailleurs.example',
      tagline: '',
      charter: 'Respect.',
    });
    const abroad = await makePerson(site, {
      roles: ['officer'],
      organisation: { id, name: 'Ailleurs', host },
    });
    expect(await readCounters(abroad.client)).toEqual([]);
    expect(abroad.client.main).not.toContain('Édition étudiée');
    for (const address of [urls.adminEdition, urls.adminExchanges])
      expect((await abroad.client.send(address({ edition: edition.slug }))).status).toBe(404);
  });

  it('whoever has nothing to do reads it', async () => {
    const { client } = await makePerson(site, { roles: ['decider'], editionId: other.id });
    expect(await readCounters(client)).toEqual([]);
    expect(client.main).not.toContain('Ce qui vous attend');
    expect(client.main).toContain('Rien ne vous attend');
  });

  it('R43 an exchange leaves the list once the town hall has answered; a cursor that is none is no error', async () => {
    const address = urls.adminExchanges({ edition: edition.slug });
    const { client } = officer;
    await client.get(address);
    expect(client.main).toContain('Idée 5');
    const idea = ideas[5]!;
    await client.post(
      urls.writeMessage({
        edition: edition.slug,
        idea: numberedSegment(idea.number, idea.title),
        channel: 'porteur',
      }),
      { message: 'Oui, merci.' },
    );
    await client.get(address);
    expect(client.main).not.toContain('Idée 5');
    expect(client.main).toContain('Idée 6');
    await holder.client.post(
      urls.writeMessage({
        edition: edition.slug,
        idea: numberedSegment(idea.number, idea.title),
        channel: 'porteur',
      }),
      { message: 'Et ensuite ?' },
    );
    await client.get(address);
    expect(client.main).toContain('Idée 5');
    for (const apres of ['x', '9_9', `99999999999999999_${idea.id}`]) {
      await client.get(urls.adminExchanges({ edition: edition.slug }, { apres }));
      expect(client.status).toBe(200);
    }
  });
});
