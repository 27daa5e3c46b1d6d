import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeQuestion } from '../../../../tests/make/pages.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { listEntries, listHeadings } from './faq.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

describe('R186 questions and answers', () => {
  it('R186 R185 are written under a heading, published, searched, and lead to the contact form', async () => {
    const { client } = officer;
    await client.get(urls.adminNewFaqEntry());
    expect(client.path, 'a heading first').toBe(urls.adminFaq());
    await client.post(urls.adminFaq(), { rubrique: 'Proposer' });
    const [heading] = await listHeadings(site.db, site.organisationId);
    await client.post(urls.adminNewFaqEntry(), {
      rubrique: heading!.id,
      question: 'Qui dépose ?',
      reponse: 'Chaque <b>personne</b> **inscrite**.',
      formulaire: randomUUID(),
    });
    const [entry] = await listEntries(site.db, site.organisationId);
    const reader = site.visitor();
    await reader.get(urls.faq());
    expect(reader.main).not.toContain('Qui dépose');
    expect(reader.main).toContain(`href="${urls.contact()}"`);
    expect(reader.html).not.toContain(`href="${urls.faq()}">`);

    await client.post(urls.adminFaqEntryShow({ entry: entry!.id }), { publier: 'oui' });
    site.seeChanges();
    await reader.get(urls.faq());
    expect(reader.main).toMatch(/<details class="faq-entry" id="q-qui-depose"><summary>Qui dépose/);
    expect(reader.main).toContain('Chaque &lt;b>personne&lt;/b> <strong>inscrite</strong>');
    expect(reader.html, 'in the footer').toContain(`href="${urls.faq()}">`);
    await reader.get(urls.search({ q: 'depose' }));
    expect(reader.main).toContain(`${urls.faq()}#q-qui-depose`);
  });

  it('R186 what is missing is told beside its field, and nothing is lost', async () => {
    const [heading] = await listHeadings(site.db, site.organisationId);
    const sent = { rubrique: heading!.id, question: 'Sans réponse ?', 'question-en': 'None?' };
    expect((await officer.client.post(urls.adminNewFaqEntry(), sent)).status).toBe(422);
    expect(officer.client.main).toContain('href="#reponse"');
    expect(officer.client.main).toContain('href="#reponse-en"');
    expect(officer.client.main).toContain('Sans réponse ?');
    expect((await officer.client.post(urls.adminFaq(), { rubrique: '' })).status).toBe(422);
  });

  it('R186 questions and headings change places, and a heading that holds some stays', async () => {
    await makeQuestion(site, { heading: 'Voter', question: 'Quand ?' });
    const two = await makeQuestion(site, { heading: 'Voter', question: 'Où ?' });
    const { client } = officer;
    await client.post(urls.adminFaqEntryMove({ entry: two.id }), { sens: 'haut' });
    await client.post(urls.adminFaqHeadingMove({ heading: two.headingId }), { sens: 'haut' });
    const reader = site.visitor();
    await reader.get(urls.faq());
    const places = ['Voter', 'Où ?', 'Quand ?', 'Proposer'].map((w) => reader.main.indexOf(w));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const held = await client.post(urls.adminFaqHeadingRemove({ heading: two.headingId }));
    expect(held.status).toBe(409);
    expect(client.main).toContain('contient');
  });

  it('R186 of two officers on one question the second is told, and keeps what they typed', async () => {
    const entry = await makeQuestion(site, { question: 'À deux ?' });
    const at = urls.adminFaqEntry({ entry: entry.id });
    const sent = { rubrique: entry.headingId, question: 'À deux ?', version: '1' };
    await officer.client.post(at, { ...sent, reponse: 'Du premier.' });
    const second = await officer.client.post(at, { ...sent, reponse: 'Du second.' });
    expect(second.status).toBe(409);
    expect(officer.client.main).toContain('Du second.');
    expect(officer.client.main).toContain('name="version" value="2"');
  });

  it('R186 a removed question is gone, with its address', async () => {
    const entry = await makeQuestion(site, { question: 'De trop ?' });
    await officer.client.post(urls.adminFaqEntryRemove({ entry: entry.id }));
    const reader = site.visitor();
    await reader.get(urls.faq());
    expect(reader.main).not.toContain('De trop');
  });
});
