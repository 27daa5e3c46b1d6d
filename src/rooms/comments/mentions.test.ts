import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentFields, makeComment } from '../../../tests/make/comments.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf, onlyLettersOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson, PASSWORD } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

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

const under = (id: string, kind = 'idea') => urls.comments({ kind, contribution: id });
const own = (changes: Parameters<typeof makeIdea>[2] = {}) =>
  makeIdea(site, edition, { authorId: author.id, ...changes });

describe('R131 mentions, and who is told', () => {
  it('W4 W13 who is answered, named or concerned hears once, in one letter, with one click to stop', async () => {
    const idea = await own({ title: 'Un four à pain' });
    const named = await makePerson(site, { nickname: 'Jeanne du Moulin', locale: 'en' });
    const root = await makeComment(site, idea, { authorId: reader.id });
    const mails = await mailsOf(site, () =>
      named.client.post(
        under(idea.id),
        commentFields({
          'en-reponse-a': root.id,
          texte:
            '@Lectrice du soir et @autrice du verger, @Jeanne du Moulin le dit. @autrice du verger !',
        }),
      ),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual([author.email, reader.email].sort());
    const toReader = mails.find(({ to }) => to === reader.email)!;
    expect(toReader.subject).toBe(
      'Jeanne du Moulin vous a répondu : Un four à pain'.replaceAll(' :', '\u202f:'),
    );
    expect(mails.find(({ to }) => to === author.email)!.subject).toContain('vous cite');
    for (const { text } of mails)
      expect(text).toMatch(/\/commentaires\/[0-9a-f-]{36}#commentaire-2/);
    expect(toReader.text, 'a link that stops them').toMatch(/\/courriels\/\S+/);
  });

  it('the author of an idea hears once an hour, and nobody of their own words', async () => {
    const holder = await makePerson(site);
    const idea = await own({ authorId: holder.id });
    const mails = await mailsOf(site, async () => {
      for (const _ of [1, 2, 3]) await reader.client.post(under(idea.id), commentFields());
      await holder.client.post(under(idea.id), commentFields());
    });
    expect(mails.filter(({ to }) => to === holder.email).length).toBeLessThanOrEqual(2);
    expect(mails.filter(({ to }) => to !== holder.email)).toEqual([]);
    await holder.client.post(urls.accountLetters(), onlyLettersOf('my-ideas'));
    site.travel('2 hours');
    const later = await mailsOf(site, () => reader.client.post(under(idea.id), commentFields()));
    site.travel(null);
    expect(later).toEqual([]);
  });

  it('W9 W12 nicknames are completed for members: eight, no child, no erased account, no address', async () => {
    for (let at = 1; at <= 10; at += 1) await makePerson(site, { nickname: `Zélie numéro ${at}` });
    await makePerson(site, { nickname: 'Zoé la petite', birthDate: '2020-01-01' });
    const asked = async (q: string) => {
      const answer = await reader.client.send(urls.completeNicknames({ q }));
      const text = await answer.text();
      expect(text).not.toMatch(/@|exemple/);
      return JSON.parse(text) as string[];
    };
    expect(await asked('zelie')).toHaveLength(8);
    expect(await asked('ZÉLIE NUMERO 10')).toEqual(['Zélie numéro 10']);
    for (const q of ['Zoé', 'z', '', '%', 'zelie%', '_elie', "zelie' or 1=1"])
      expect((await asked(q)).filter((one) => !one.startsWith('Zélie'))).toEqual([]);
    expect(await asked('habitante-')).not.toContain(reader.email);
    const stranger = await site.visitor().send(urls.completeNicknames({ q: 'zelie' }));
    expect(stranger.status).toBe(303);
    for (let at = 0; at < 120; at += 1)
      await reader.client.send(urls.completeNicknames({ q: 'ze' }));
    const often = await reader.client.send(urls.completeNicknames({ q: 'ze' }));
    expect(often.status).toBe(429);
  });

  it('R193 an erased account leaves its comments, unnamed, and no mention of it', async () => {
    const idea = await own();
    const leaver = await makePerson(site, { nickname: 'Celle qui part', password: PASSWORD });
    const comment = await makeComment(site, idea, { authorId: leaver.id, body: 'Je passais.' });
    await reader.client.post(under(idea.id), commentFields({ texte: 'Au revoir @Celle qui part' }));
    const { db } = site;
    const mentions = () =>
      db
        .selectFrom('comment_mention')
        .select('comment_id')
        .where('person_id', '=', leaver.id)
        .execute();
    expect(await mentions()).toHaveLength(1);
    await leaver.client.post(urls.ownDataErasure(), {
      confirmation: 'effacer',
      'mot-de-passe-actuel': PASSWORD,
    });
    expect(await mentions()).toEqual([]);
    const { main } = await site.visitor().get(urls.comment({ comment: comment.id }));
    expect(main).toContain('Je passais.');
    expect(main).toContain('Compte supprimé');
  });
});
