import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea, startDraft, TYPED_IDEA } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { makePoll, makeProjects, vote } from '../../../tests/make/poll.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { queueLetter } from '../notifications/index.ts';
import { numberedSegment } from '../spaces/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('one’s own page', () => {
  it('holds drafts, ideas, exchanges and letters, what waits first', async () => {
    const edition = await makeEdition(site);
    const person = await makePerson(site);
    const officer = await makePerson(site, { roles: ['officer'] });
    const { client } = person;
    await client.get(urls.mySpace());
    expect(client.html).toContain('Vous n’avez pas encore déposé d’idée');
    const idea = await makeIdea(site, edition, { authorId: person.id, title: 'Un préau' });
    await startDraft(client, edition);
    await client.post(client.path, { ...TYPED_IDEA, title: 'Un brouillon' });
    const at = { edition: edition.slug, idea: numberedSegment(idea.number, idea.title) };
    await officer.client.get(urls.threads(at));
    await officer.client.post(urls.writeMessage({ ...at, channel: 'porteur' }), {
      message: 'Où exactement ?',
    });
    await client.get(urls.mySpace());
    for (const words of ['La mairie vous écrit', 'Un brouillon', 'Un préau', 'Un message à propos'])
      expect(client.html).toContain(words);
    const path = /href="(\/mon-espace\/courriels\/[0-9a-f-]{36})"/.exec(client.html)![1]!;
    await client.get(path);
    expect(client.html).toContain('Où exactement');
    expect((await officer.client.send(path)).status).toBe(404);
    await client.get(urls.threads(at));
    await client.post(urls.writeMessage({ ...at, channel: 'porteur' }), { message: 'Ici.' });
    await client.get(urls.mySpace());
    expect(client.html).not.toContain('La mairie vous écrit');
  });

  it('says « a voté », never what, to nobody else', async () => {
    const edition = await makeEdition(site, { phase: 'vote' });
    const act = { organisationId: site.organisationId, by: null };
    await makeProjects(site, act, edition, ['Verger secret', 'Kiosque', 'Préau couvert']);
    await makePoll(site, act, edition);
    const voter = await makePerson(site);
    const other = await makePerson(site);
    await vote(site, site.organisationId, edition, voter.id, [1, 2]);
    await voter.client.get(urls.mySpace());
    expect(voter.client.html).toContain('A voté');
    expect(voter.client.html).not.toContain('Verger secret');
    await other.client.get(urls.mySpace());
    expect(other.client.html).not.toContain('A voté');
    expect(other.client.html).toContain('Vote ouvert jusqu’au');
  });

  it('letters are paged, the newest first', async () => {
    const person = await makePerson(site);
    for (let index = 0; index < 25; index++)
      await site.db.transaction().execute((tx) =>
        queueLetter(tx, {
          organisationId: site.organisationId,
          topic: 'editions',
          personId: person.id,
          address: person.email,
          locale: 'fr',
          subject: `Lettre ${index}.`,
          text: 'Bonjour',
          target: null,
        }),
      );
    const { client } = person;
    await client.get(urls.myLetters());
    const first = client.html.match(/Lettre \d+\./g)!;
    await client.get(/href="([^"]*avant=[^"]*)"/.exec(client.html)![1]!.replaceAll('&amp;', '&'));
    const second = client.html.match(/Lettre \d+\./g)!;
    expect(new Set([...first, ...second]).size).toBe(25);
  });
});
