import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { actsOf, makeModeration, toReport } from '../../../tests/make/moderation.ts';
import { makePerson, signIn } from '../../../tests/make/people.ts';
import { makeSpace } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { supportIdea } from '../ideas/index.ts';
import { grantRole } from '../identity/index.ts';

let site: TestSite;
let made: Awaited<ReturnType<typeof makeModeration>>;
beforeAll(async () => {
  site = await openTestSite();
  made = await makeModeration(site);
});
afterAll(() => site.close());

const appealPath = (html: string) => /\/contributions-masquees\/[0-9a-f-]+\/recours/.exec(html)![0];

describe('R118 reports', () => {
  it('R118 hide nothing, count once a person, and raise the case at the third, once', async () => {
    const { edition, moderator, second, report, caseOf, pathOf } = made;
    const idea = await makeIdea(site, edition);
    const one = await makePerson(site);
    await report(idea, one);
    expect(one.client.html).toContain('Votre signalement est transmis');
    await report(idea, one);
    expect(one.client.html).toContain('Vous avez déjà signalé');
    await report(idea);
    expect(await caseOf(idea.id)).toMatchObject({ reports: 2, raised_at: null });
    const mails = await mailsOf(site, async () => {
      await Promise.all([report(idea), report(idea)]);
    });
    expect(await caseOf(idea.id)).toMatchObject({ reports: 4, rank: 0, closed_at: null });
    expect(mails.map(({ to }) => to).sort()).toEqual([moderator.email, second.email].sort());
    const reader = await site.visitor().get(pathOf(idea));
    expect(reader.status, 'nothing is hidden by reports').toBe(200);
    await moderator.client.get(urls.moderation());
    expect(moderator.client.main.indexOf(idea.title)).toBeGreaterThan(0);
    const facts = await sql<{ all: string }>`
      select coalesce(string_agg(row_to_json(fact)::text, ''), '') as all from fact where kind like 'moderation.%'`.execute(
      site.db,
    );
    expect(facts.rows[0]!.all, 'nobody else learns who reported').not.toContain(one.id);
  });

  it('R118 W1 what is missing is said beside the field, what was typed is kept, and shown as text', async () => {
    const { edition, moderator, caseOf } = made;
    const idea = await makeIdea(site, edition);
    const { client } = await makePerson(site);
    await client.post(toReport(idea), { article: 'autre', mots: '' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Écrivez quelques mots');
    await client.post(toReport(idea), { article: '99', mots: '<script>alert(1)</script>' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('&lt;script>alert(1)&lt;/script>');
    await client.post(toReport(idea), { article: 'autre', mots: '<img src=x onerror=1>' });
    const { id } = await caseOf(idea.id);
    await moderator.client.get(actsOf(id).page);
    expect(moderator.client.main).toContain('&lt;img src=x');
    expect(moderator.client.main).not.toContain('<img src=x');
  });

  it('R118 one’s own is not reported; what is not there is not found', async () => {
    const { edition } = made;
    const author = await makePerson(site);
    const idea = await makeIdea(site, edition, { authorId: author.id });
    await author.client.get(toReport(idea));
    expect(author.client.path).toContain('/demander-le-masquage/');
    for (const path of ['idee/nope', 'projet/x', 'constructor/x', `rencontre/${idea.id}`])
      expect((await author.client.send(`/signaler/${path}`)).status).toBe(404);
    const other = await makePerson(site);
    const asking = urls.askHiding({ kind: 'idee', contribution: idea.id });
    expect((await other.client.send(asking)).status, 'somebody else’s').toBe(404);
  });
});

describe('R117 R137 judging', () => {
  it('R117 R137 hidden by an article: its page says why and when, nothing else says what', async () => {
    const { edition, moderator, reported, pathOf } = made;
    const word = 'Zanzibarine';
    const edge = site.visitor();
    const { idea, author, one, to } = await reported(`${word} au parc`);
    const tallied = async () =>
      (
        await sql<{ ideas: number }>`select ideas from idea_tally where edition_id = ${edition.id}
          and category_id is null`.execute(site.db)
      ).rows[0]!.ideas;
    const before = await tallied();
    await moderator.client.post(to.hide, { article: '', mots: '' });
    expect(moderator.client.status, 'no article, no hiding').toBe(422);
    await moderator.client.post(to.hide, { article: 'autre', mots: '' });
    expect(moderator.client.status, 'its author did not ask').toBe(409);
    const mails = await mailsOf(site, () =>
      moderator.client.post(to.hide, { article: '2', mots: 'Ces mots blessent.' }).then(() => {}),
    );
    expect(moderator.client.html).toContain('La contribution est masquée');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: author.email });
    expect(mails[0]!.text).toContain('Ces mots blessent.');
    expect(mails[0]!.text).toContain('/contributions-masquees/');
    expect(await tallied()).toBe(before - 1);

    const answer = await edge.send(addressIn(edition, `idees/${idea.number}-zanzibarine-au-parc`));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(pathOf(idea));
    await edge.get(pathOf(idea));
    expect(edge.status).toBe(410);
    expect(edge.main).toContain('Article 2');
    expect(edge.main).toContain('Masquée par la modération le');
    const places = [
      pathOf(idea),
      addressIn(edition, 'idees'),
      `${addressIn(edition, 'idees')}?q=${word}`,
      `${addressIn(edition, 'idees')}?vue=carte`,
      `/recherche?q=${word}`,
      `/donnees/idees.csv`,
      urls.moderationLog(),
      urls.edition({ edition: edition.slug }),
    ];
    for (const place of places) {
      const told = (await (await edge.send(place)).text()).replaceAll(`q=${word}`, '');
      expect(told.replaceAll(/value="[^"]*"/g, ''), place).not.toContain(`${word} au parc`);
    }
    const supporter = await makePerson(site);
    const act = { organisationId: site.organisationId, ideaId: idea.id, personId: supporter.id };
    expect(await supportIdea(site.db, act)).toEqual({ ok: false, refusal: 'not-found' });
    expect((await supporter.client.send(`${pathOf(idea)}/soutenir`, {})).status).toBe(410);

    await moderator.client.post(to.restore, { mots: 'Après relecture.' });
    expect(moderator.client.html).toContain('de nouveau visible');
    expect(await tallied()).toBe(before);
    await edge.get(pathOf(idea));
    expect(edge.status).toBe(200);
    await edge.get(`${addressIn(edition, 'idees')}?q=${word}`);
    expect(edge.main).toContain(`${word} au parc`);
    const kinds = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('subject_id', '=', one.id)
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['moderation.hidden', 'moderation.restored']);
  });

  it('R117 its author asks with a justification; hidden at their request, no article is named', async () => {
    const { edition, moderator, caseOf, pathOf } = made;
    const author = await makePerson(site);
    const idea = await makeIdea(site, edition, { authorId: author.id });
    const path = urls.askHiding({ kind: 'idee', contribution: idea.id });
    await author.client.post(path, { mots: ' ' });
    expect(author.client.status).toBe(422);
    await author.client.post(path, { mots: 'J’y ai laissé mon adresse.' });
    expect(author.client.html).toContain('Votre demande est transmise');
    const { id } = await caseOf(idea.id);
    await moderator.client.get(`${urls.moderation()}?etat=demandes`);
    expect(moderator.client.main).toContain(idea.title);
    await moderator.client.get(actsOf(id).page);
    expect(moderator.client.main).toContain('J’y ai laissé mon adresse.');
    await moderator.client.post(actsOf(id).hide, { article: 'autre', mots: '' });
    await author.client.get(pathOf(idea));
    expect(author.client.status).toBe(410);
    expect(author.client.main).toContain('À la demande de son auteur');
  });

  it('R117 an appeal, once, answered by another moderator where there is one', async () => {
    const { moderator, second, hidden, pathOf } = made;
    const { author, to, idea } = await hidden();
    await author.client.get(pathOf(idea));
    const path = appealPath(author.client.html);
    expect((await (await makePerson(site)).client.send(path)).status, 'somebody else’s').toBe(404);
    const mails = await mailsOf(site, async () => {
      await author.client.post(path, { mots: 'Je ne vise personne.' });
      await author.client.post(path, { mots: 'Deux fois.' });
    });
    expect(mails.map(({ to: address }) => address).sort()).toEqual(
      [moderator.email, second.email].sort(),
    );
    await moderator.client.get(urls.moderationAppeals());
    expect(moderator.client.main).toContain('Je ne vise personne.');
    const answer = { reponse: 'retablir', mots: 'Vous avez raison.' };
    await moderator.client.post(to.answer, answer);
    expect(moderator.client.status).toBe(409);
    expect(moderator.client.main).toContain('Vous avez masqué cette contribution');
    expect(moderator.client.main).toContain('Vous avez raison.');
    await second.client.post(to.answer, answer);
    expect(second.client.status).toBe(200);
    expect((await site.visitor().get(pathOf(idea))).status).toBe(200);
    await author.client.get(path);
    expect(author.client.main).toContain('Vous avez raison.');
  });

  it('W12 two moderators at once: one act, the other told', async () => {
    const { moderator, second, reported } = made;
    const { to, one } = await reported();
    await Promise.all([
      moderator.client.post(to.hide, { article: '1', mots: '' }),
      second.client.post(to.keep),
    ]);
    const statuses = [moderator.client.status, second.client.status].sort();
    expect(statuses).toEqual([200, 409]);
    const late = moderator.client.status === 409 ? moderator : second;
    expect(late.client.html).toContain('a déjà décidé');
    const done = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('subject_id', '=', one.id)
      .execute();
    expect(done).toHaveLength(1);
  });

  it('R137 nobody judges what they wrote', async () => {
    const { moderator, second, reported } = made;
    const { to } = await reported(undefined, moderator);
    await moderator.client.get(to.page);
    expect(moderator.client.main).toContain('vous pouvez lire ce dossier, pas le juger');
    for (const path of [to.hide, to.keep]) {
      await moderator.client.post(path, { article: '1', mots: '' });
      expect(moderator.client.status).toBe(409);
    }
    await second.client.post(to.keep);
    expect(second.client.html).toContain('classé');
  });

  it('W3 the case of a space is for its moderators, and theirs of no other', async () => {
    const { reported } = made;
    const { one, to } = await reported();
    const { space } = await makeSpace(site);
    const here = await makePerson(site);
    await grantRole(site.db, {
      organisationId: site.organisationId,
      personId: here.id,
      role: 'moderator',
      grantedBy: null,
      spaceId: space.id,
    });
    await signIn(site, here.client, here.id);
    expect((await here.client.send(to.page)).status).toBe(404);
    expect((await here.client.send(to.hide, { article: '1' })).status).toBe(404);
    await sql`update moderation_case set space_id = ${space.id} where id = ${one.id}`.execute(
      site.db,
    );
    expect((await here.client.send(to.page)).status).toBe(200);
    await here.client.get(urls.moderation());
    expect(here.client.main).toContain('À traiter (1)');
    const other = (await makeSpace(site)).space;
    await sql`update moderation_case set space_id = ${other.id} where id = ${one.id}`.execute(
      site.db,
    );
    expect((await here.client.send(to.page)).status).toBe(404);
  });

  it('R123 a meeting is hidden too, and comes back', async () => {
    const { moderator, caseOf } = made;
    const meeting = await makeMeeting(site, { title: 'Réunion Quetzalcoatl' });
    const { client } = await makePerson(site);
    const path = urls.reportContribution({ kind: 'rencontre', contribution: meeting.id });
    await client.post(path, { article: '5', mots: '' });
    const { id } = await caseOf(meeting.id);
    await moderator.client.post(actsOf(id).hide, { article: '5', mots: '' });
    const address = urls.meeting({ meeting: meeting.number });
    expect((await site.visitor().get(address)).status).toBe(410);
    for (const place of [urls.agenda(), urls.agendaFeed(), address])
      expect(await (await site.visitor().send(place)).text(), place).not.toContain('Quetzalcoatl');
    expect((await site.visitor().send(urls.meetingIcs({ meeting: meeting.number }))).status).toBe(
      410,
    );
    await moderator.client.post(actsOf(id).restore, { mots: '' });
    expect((await site.visitor().get(address)).status).toBe(200);
  });
});
