import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentFields, makeComment, readAgain, TOO_LONG } from '../../../tests/make/comments.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Idea } from '../ideas/index.ts';
import type { Edition } from '../spaces/index.ts';
import { findTally } from './comment.store.ts';
import { hideComment } from './holding.store.ts';

let site: TestSite;
let edition: Edition;
let author: MadePerson;
let reader: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { phase: 'collection', maximumIdeas: 100 });
  author = await makePerson(site, { nickname: 'Autrice du verger' });
  reader = await makePerson(site, { nickname: 'Lectrice du soir' });
});
afterAll(() => site.close());

const pageOf = ({ number }: Idea) => urls.idea({ edition: edition.slug, idea: number });
const under = (id: string, kind = 'idea') => urls.comments({ kind, contribution: id });
const own = (changes: Parameters<typeof makeIdea>[2] = {}) =>
  makeIdea(site, edition, { authorId: author.id, ...changes });

describe('R127 R128 a comment under an idea, and under an event', () => {
  it('is written under the idea with a side, and counted', async () => {
    const idea = await own();
    await site.visitor().get(pageOf(idea));
    for (const [avis, texte] of [
      ['pour', 'Bonne idée pour les enfants.'],
      ['pour', 'Oui, près de l’école.'],
      ['contre', 'Le terrain est trop sec.'],
      ['sans-avis', 'Qui arrosera ?'],
    ] as const) {
      await reader.client.post(under(idea.id), commentFields({ avis, texte }));
      expect(reader.client.status).toBe(200);
      expect(reader.client.main).toContain('id="commentaires"');
    }
    const stranger = await site.visitor().get(pageOf(idea));
    expect(stranger.main.replaceAll(/<[^>]+>/g, '')).toContain('2 pour, 1 contre, 1 sans avis');
    expect(stranger.main).toContain('Qui arrosera ?');
    expect(stranger.main).toContain('Lectrice du soir');
    expect(stranger.main, 'R127 one signs in first').toContain('Se connecter pour commenter');
    await stranger.get(`${under(idea.id)}?avis=contre`);
    expect(stranger.main).toContain('trop sec');
    expect(stranger.main).not.toContain('Qui arrosera');
  });

  it('R99 under an event nobody is asked for a side', async () => {
    const meeting = await makeMeeting(site);
    await reader.client.get(urls.meeting({ meeting: meeting.number }));
    expect(reader.client.main).not.toContain('value="sans-avis"');
    await reader.client.post(
      under(meeting.id, 'meeting'),
      commentFields({ avis: 'pour', texte: 'Y aura-t-il une garderie ?' }),
    );
    expect(reader.client.main).toContain('garderie');
    const tally = await findTally(site.db, site.organisationId, {
      kind: 'meeting',
      id: meeting.id,
    });
    expect(tally).toEqual({ comments: 1, pro: 0, con: 0, neutral: 0 });
  });

  it('W14 the same form sent twice shows one comment', async () => {
    const idea = await own();
    const fields = commentFields({ texte: 'Une seule fois.' });
    for (const _ of [1, 2]) await reader.client.post(under(idea.id), fields);
    expect(reader.client.main.match(/Une seule fois/g)).toHaveLength(1);
  });

  it('W2 W9 W12 what is wrong comes back as it was typed, with words beside the field', async () => {
    const idea = await own();
    await reader.client.post(under(idea.id), commentFields({ texte: TOO_LONG, avis: 'contre' }));
    expect(reader.client.status).toBe(422);
    expect(reader.client.main).toContain('trop long');
    expect(reader.client.main).toContain(TOO_LONG);
    expect(reader.client.main).toMatch(/value="contre"[^>]*checked/);
    await reader.client.post(under(idea.id), commentFields({ texte: '', avis: 'peut-être' }));
    expect(reader.client.status).toBe(422);
    await reader.client.post(under(idea.id), commentFields({ formulaire: 'autre' }));
    expect(reader.client.status).toBe(404);
  });

  it('W1 words of people are never markup', async () => {
    const idea = await own();
    const texte = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>';
    await reader.client.post(under(idea.id), commentFields({ texte }));
    expect(reader.client.main).toContain('&lt;script>');
    expect(reader.client.main).not.toMatch(/<script|<img|href="javascript/);
  });

  it('W3 nothing is said signed out, under what is not public, nor under what is not there', async () => {
    const idea = await own();
    const stranger = site.visitor();
    expect((await stranger.send(under(idea.id), commentFields())).status).toBe(401);
    const draft = await makeMeeting(site, { published: false });
    for (const path of [
      under(draft.id, 'meeting'),
      under(randomUUID()),
      under(idea.id, 'meeting'),
      under('1'),
      under((await makeComment(site, idea)).id, 'comment'),
    ]) {
      expect((await reader.client.send(path, commentFields())).status, path).toBe(404);
      expect((await reader.client.send(path)).status, path).toBe(404);
    }
    await reader.client.post(under(idea.id), commentFields({ 'en-reponse-a': randomUUID() }));
    expect(reader.client.status).toBe(404);
  });

  it('R99 an edition without comments shows none and takes none; archived, they are read only', async () => {
    const idea = await own();
    await makeComment(site, idea, { body: 'Déjà dit.' });
    const set = async (values: { comments_open?: boolean; archived_at?: Date | null }) => {
      await site.db.updateTable('edition').set(values).where('id', '=', edition.id).execute();
      site.seeChanges();
    };
    await set({ comments_open: false });
    await reader.client.get(pageOf(idea));
    expect(reader.client.main).not.toContain('id="commentaires"');
    expect((await reader.client.send(under(idea.id), commentFields())).status).toBe(404);
    await set({ comments_open: true, archived_at: new Date() });
    await reader.client.get(pageOf(idea));
    expect(reader.client.main).toContain('Déjà dit.');
    expect(reader.client.main).toContain('Les commentaires sont clos');
    await reader.client.post(under(idea.id), commentFields());
    expect(reader.client.status).toBe(409);
    await set({ archived_at: null });
  });

  it('W9 an account that writes without end is told to wait, and keeps its text', async () => {
    const idea = await own();
    const hasty = await makePerson(site, { roles: ['officer'] });
    for (let at = 0; at < 20; at += 1) {
      const answer = await hasty.client.send(under(idea.id), commentFields());
      expect(answer.status).toBe(303);
    }
    await hasty.client.post(under(idea.id), commentFields({ texte: 'Le vingt et unième.' }));
    expect(hasty.client.status).toBe(429);
    expect(hasty.client.main).toContain('Le vingt et unième.');
    // whoever shares the network goes on
    await reader.client.post(under(idea.id), commentFields());
    expect(reader.client.status).toBe(200);
  });
});

describe('R129 replies', () => {
  it('are written without scripts, three shown, the others a link away', async () => {
    const idea = await own();
    const root = await makeComment(site, idea, { body: 'Où exactement ?' });
    await reader.client.get(pageOf(idea));
    await reader.client.get(urls.replyComment({ comment: root.id }));
    expect(reader.client.main).toContain('Où exactement');
    for (let at = 1; at <= 4; at += 1) {
      await reader.client.post(
        under(idea.id),
        commentFields({ 'en-reponse-a': root.id, texte: `Réponse ${at}`, avis: 'pour' }),
      );
      expect(reader.client.path).toMatch(/^\/commentaires\//);
    }
    expect(reader.client.main).toContain('Réponse 4');
    const page = (await site.visitor().get(pageOf(idea))).main;
    expect(page).toContain('Réponse 3');
    expect(page).not.toContain('Réponse 4');
    expect(page).toContain('Voir les 4 réponses');
    await reader.client.post(under(idea.id), commentFields({ 'en-reponse-a': root.id, texte: '' }));
    expect(reader.client.status).toBe(422);
    expect(reader.client.main).toContain('Où exactement');
  });

  it('a hidden comment keeps its place and its replies; its words and author are gone', async () => {
    const idea = await own();
    const root = await makeComment(site, idea, { body: 'Injure', authorId: reader.id });
    const reply = await makeComment(site, idea, { body: 'Restons courtois.', answers: root });
    await site.db
      .transaction()
      .execute((tx) => hideComment(tx, site.organisationId, root.id, true));
    for (const path of [pageOf(idea), urls.comment({ comment: reply.id }), under(idea.id)]) {
      const { html } = await site.visitor().get(path);
      expect(html, path).not.toContain('Injure');
      expect(html, path).not.toContain(reader.nickname);
      expect(html, path).toContain('masqué par la modération');
      expect(html, path).toContain('Restons courtois.');
    }
    await author.client.post(
      under(idea.id),
      commentFields({ 'en-reponse-a': root.id, texte: 'Trop tard' }),
    );
    expect(author.client.status).toBe(409);
    expect(author.client.main).toContain('Trop tard');
  });
});

describe('R130 rating', () => {
  it('W3 one a person, changed, taken back, never of one’s own; the best come first', async () => {
    const idea = await own();
    const low = await makeComment(site, idea, { body: 'La moins bonne', authorId: author.id });
    const best = await makeComment(site, idea, { body: 'La meilleure', authorId: author.id });
    await makeComment(site, idea, { body: 'La dernière', authorId: author.id });
    const rate = (person: MadePerson, id: string, note: string) =>
      person.client.post(urls.rateComment({ comment: id }), { note, retour: pageOf(idea) });
    await rate(reader, best.id, '1');
    await rate(reader, best.id, '1');
    await rate(reader, low.id, '1');
    await rate(reader, low.id, '-1');
    expect(await readAgain(site, best)).toMatchObject({ up: 1, down: 0 });
    expect(await readAgain(site, low)).toMatchObject({ up: 0, down: 1 });
    expect(reader.client.main).toMatch(/aria-pressed="true"/);
    await rate(author, best.id, '1');
    expect(author.client.html).toContain('On ne note pas son propre commentaire.');
    expect(await readAgain(site, best)).toMatchObject({ up: 1, down: 0 });
    const { main } = await site.visitor().get(`${under(idea.id)}?tri=mieux-notes`);
    const places = ['La meilleure', 'La dernière', 'La moins bonne'].map((one) =>
      main.indexOf(one),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(
      (await reader.client.send(urls.rateComment({ comment: best.id }), { note: '5' })).status,
    ).toBe(400);
    await rate(reader, best.id, '0');
    expect(await readAgain(site, best)).toMatchObject({ up: 0 });
  });
});
