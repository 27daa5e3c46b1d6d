import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentFields } from '../../../tests/make/comments.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import {
  answersOf,
  makeHelper,
  makeHelpPlace,
  makeRequest,
  requestFields,
} from '../../../tests/make/requests.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { JobTools } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { requestJobs } from './request.jobs.ts';
import { selectRequests } from './request.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const tools = () => ({ ...site, postman: { send: async () => {} } }) as unknown as JobTools;
const of = (request: { number: number }) => ({ request: request.number });

describe('a help request', () => {
  it('R152 is asked in confidence: its helpers are told, and nobody else sees it', async () => {
    const { at, component, asker, helper, member, outsider, organiser } = await makeHelpPlace(site);
    await makeHelper(site, component.id, helper, { confirmedBy: organiser.id });
    // a volunteer whom nobody has confirmed
    await makeHelper(site, component.id, member);
    const mails = await mailsOf(site, () =>
      asker.client.post(urls.askForHelp(at), requestFields({ titre: 'Une vente en secret ?' })),
    );
    expect(mails.map(({ to }) => to)).toEqual([helper.email]);
    expect(mails[0]!.text).toContain('confidentielle');
    const path = asker.client.path;
    expect(path).toMatch(/^\/entraide\/\d+-une-vente-en-secret$/);
    for (const one of [asker, helper, organiser]) {
      await one.client.get(path);
      expect([one.client.status, one.client.main.includes('en secret')]).toEqual([200, true]);
      await one.client.get(urls.spaceRequests(at));
      expect(one.client.main).toContain('Une vente en secret');
    }
    await member.client.get(path);
    expect(member.client.status).toBe(404);
    await member.client.get(urls.spaceRequests(at));
    expect(member.client.main).not.toContain('Une vente en secret');
    await outsider.client.get(path);
    expect([403, 404]).toContain(outsider.client.status);
    expect(outsider.client.main).not.toContain('en secret');
  });

  it('R152 W3 what is said under it in confidence is told, named and counted to nobody else', async () => {
    const { space, component, asker, helper, member, organiser } = await makeHelpPlace(site);
    await makeHelper(site, component.id, helper, { confirmedBy: organiser.id });
    const request = await makeRequest(site, component.id, asker.id);
    const mails = await mailsOf(site, () =>
      helper.client.post(
        answersOf(request),
        commentFields({ texte: `Oui, article L. 1411. @${member.nickname} le sait.` }),
      ),
    );
    expect(mails.map(({ to }) => to)).toEqual([asker.email]);
    await member.client.get(answersOf(request));
    expect(member.client.status).toBe(404);
    await member.client.post(answersOf(request), commentFields());
    expect(member.client.status).toBe(404);
    const tally = () =>
      site.db
        .selectFrom('comment_tally')
        .select(['space_id', 'comments'])
        .where('target_id', '=', request.id)
        .executeTakeFirstOrThrow();
    expect(await tally()).toEqual({ space_id: null, comments: 1 });
    await asker.client.post(urls.shareRequest(of(request)));
    expect(await tally()).toEqual({ space_id: space.id, comments: 1 });
    await member.client.get(urls.helpRequest(of(request)));
    expect(member.client.main).toContain('L. 1411');
    const facts = await site.db
      .selectFrom('fact')
      .select(['kind', 'actor_id'])
      .where('kind', 'like', 'help.%')
      .where('actor_id', '=', asker.id)
      .execute();
    expect(facts).toEqual([]);
  });

  it('R152 one answer is accepted by who asked, stands first, and its author is told; it can be changed', async () => {
    const { component, asker, helper, member, organiser } = await makeHelpPlace(site);
    await makeHelper(site, component.id, helper, { confirmedBy: organiser.id });
    const request = await makeRequest(site, component.id, asker.id, { shared: true });
    for (const [one, texte] of [
      [helper, 'Première piste.'],
      [member, 'Seconde piste.'],
    ] as const)
      await one.client.post(answersOf(request), commentFields({ texte }));
    const comments = await site.db
      .selectFrom('comment')
      .select(['id', 'author_id'])
      .where('target_id', '=', request.id)
      .orderBy('number')
      .execute();
    const accept = (commentaire: string, as = asker) =>
      as.client.post(urls.acceptAnswer(of(request)), { commentaire });
    await accept(comments[0]!.id, member);
    expect(member.client.status).toBe(404);
    const told = await mailsOf(site, () => accept(comments[0]!.id));
    expect(told.map(({ to }) => to)).toEqual([helper.email]);
    await member.client.get(urls.helpRequest(of(request)));
    expect(member.client.main.indexOf('Première piste')).toBeLessThan(
      member.client.main.indexOf('Seconde piste'),
    );
    expect(member.client.main).toContain('La réponse retenue');
    expect((await mailsOf(site, () => accept(comments[1]!.id))).map(({ to }) => to)).toEqual([
      member.email,
    ]);
    const other = await makeRequest(site, component.id, asker.id);
    await asker.client.post(urls.acceptAnswer(of(other)), { commentaire: comments[0]!.id });
    expect(asker.client.status, 'an answer to something else').toBe(404);
  });

  it('R152 is closed and reopened by who asked, and each act is a record', async () => {
    const { component, asker, organiser } = await makeHelpPlace(site);
    const request = await makeRequest(site, component.id, asker.id);
    await organiser.client.post(urls.closeRequest(of(request)));
    expect(organiser.client.status).toBe(404);
    await asker.client.post(urls.closeRequest(of(request)));
    expect(asker.client.main).toContain('Close');
    await organiser.client.post(answersOf(request), commentFields());
    expect(organiser.client.status).not.toBe(200);
    await asker.client.post(urls.reopenRequest(of(request)));
    const acts = await site.db
      .selectFrom('help_request_act')
      .select('kind')
      .where('request_id', '=', request.id)
      .orderBy('id')
      .execute();
    expect(acts.map(({ kind }) => kind)).toEqual(['closed', 'reopened']);
  });

  it('R152 W1 bad input is refused beside its field and nothing is lost; the same form asks once', async () => {
    const { at, asker } = await makeHelpPlace(site);
    const bad = requestFields({
      categorie: 'autre',
      titre: '<script>alert(1)</script>',
      question: '',
      'echeance-day': '31',
      'echeance-month': '2',
      'echeance-year': '2027',
    });
    await asker.client.post(urls.askForHelp(at), bad);
    expect(asker.client.status).toBe(422);
    expect(asker.client.main).toContain('&lt;script>alert(1)');
    expect(asker.client.main).toContain('Choisissez une catégorie');
    expect(asker.client.main).toContain('Cette date n’existe pas');
    await asker.client.post(
      urls.askForHelp(at),
      requestFields({ 'echeance-day': '1', 'echeance-month': '1', 'echeance-year': '2020' }),
    );
    expect(asker.client.main).toContain('Cette date est passée');
    const fields = requestFields();
    await asker.client.post(urls.askForHelp(at), fields);
    const first = asker.client.path;
    await asker.client.post(urls.askForHelp(at), fields);
    expect(asker.client.path).toBe(first);
  });
});

describe('who helps', () => {
  it('R152 members volunteer, the team confirms and removes, and only then are they told and let in', async () => {
    const { at, component, asker, helper, member, organiser } = await makeHelpPlace(site);
    const request = await makeRequest(site, component.id, asker.id);
    await helper.client.post(urls.offerHelp(at), { categories: 'legal' });
    await helper.client.get(urls.helpRequest(of(request)));
    expect(helper.client.status).toBe(404);
    const confirm = { ...at, person: helper.id };
    await member.client.post(urls.confirmHelper(confirm), { categorie: 'legal' });
    expect(member.client.status).toBe(404);
    const told = await mailsOf(site, () =>
      organiser.client.post(urls.confirmHelper(confirm), { categorie: 'legal' }),
    );
    expect(told.map(({ to }) => to)).toEqual([helper.email]);
    await helper.client.get(urls.spaceRequests(at, { vue: 'a-repondre' }));
    expect(helper.client.main).toContain(request.title.slice(0, 20));
    await organiser.client.post(urls.removeHelper(confirm), { categorie: 'legal' });
    await helper.client.get(urls.helpRequest(of(request)));
    expect(helper.client.status).toBe(404);
  });

  it('R152 the team settles the categories; one that is not offered is refused', async () => {
    const { at, asker, organiser } = await makeHelpPlace(site);
    await organiser.client.post(urls.helpCategories(at), {});
    expect(organiser.client.html).toContain('Gardez au moins une catégorie');
    await organiser.client.post(urls.helpCategories(at), { categories: 'technical' });
    await asker.client.get(urls.askForHelp(at));
    expect(asker.client.main).not.toContain('value="legal"');
    await asker.client.post(urls.askForHelp(at), requestFields({ categorie: '' }));
    expect(asker.client.main).toContain('Technique');
  });

  it('R152 helpers are reminded once before the deadline of what nobody answered', async () => {
    const { component, asker, helper, organiser } = await makeHelpPlace(site);
    await makeHelper(site, component.id, helper, { confirmedBy: organiser.id });
    const day = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const near = await makeRequest(site, component.id, asker.id, { deadline: day(1) });
    await makeRequest(site, component.id, asker.id, { deadline: day(12) });
    const recall = () => requestJobs(tools())['recall-help-requests']!({} as never);
    const mails = await mailsOf(site, recall);
    expect(mails.map(({ to }) => to)).toEqual([helper.email]);
    expect(mails[0]!.subject).toContain(near.title.slice(0, 20));
    expect(await mailsOf(site, recall)).toEqual([]);
  });
});

describe('what was learnt', () => {
  it('R152 a solved request becomes a lesson, found by its words within the space only', async () => {
    const { at, component, asker, member, outsider, organiser } = await makeHelpPlace(site);
    const request = await makeRequest(site, component.id, asker.id);
    await organiser.client.post(answersOf(request), commentFields({ texte: 'Voyez le préfet.' }));
    const [comment] = await site.db
      .selectFrom('comment')
      .select('id')
      .where('target_id', '=', request.id)
      .execute();
    await asker.client.get(urls.writeLesson(of(request)));
    expect(asker.client.status, 'not solved yet').toBe(404);
    await asker.client.post(urls.acceptAnswer(of(request)), { commentaire: comment!.id });
    await organiser.client.get(urls.writeLesson(of(request)));
    expect(organiser.client.status, 'in confidence: by who asked alone').toBe(404);
    await asker.client.get(urls.writeLesson(of(request)));
    expect(asker.client.main).toContain('Voyez le préfet.');
    await asker.client.post(urls.writeLesson(of(request)), { question: '', reponse: 'Trois mots' });
    expect([asker.client.status, asker.client.main.includes('Trois mots')]).toEqual([422, true]);
    await asker.client.post(urls.writeLesson(of(request)), {
      question: 'Résilier une concession',
      reponse: 'Un motif d’intérêt général suffit, avec indemnité.',
    });
    await member.client.get(urls.lessons(at, { q: 'concessions' }));
    expect(member.client.main).toContain('motif d’intérêt général');
    await member.client.get(urls.lessons(at, { q: 'cantine' }));
    expect(member.client.main).not.toContain('motif d’intérêt général');
    await outsider.client.get(urls.lessons(at));
    expect([403, 404]).toContain(outsider.client.status);
    await asker.client.get(urls.writeLesson(of(request)));
    expect(asker.client.status, 'once').toBe(404);
  });
});

describe('the list of requests', () => {
  it('R152 W5 is read by its index, a page at a time', async () => {
    const { component, asker } = await makeHelpPlace(site);
    const { id: componentId } = component;
    await sql`insert into help_request (organisation_id, number, component_id, category, title, question, lang, asked_by, made_from, shared_at)
      select ${site.organisationId}, 100000 + n, ${componentId}, 'legal', 'Une question', 'Laquelle ?', 'fr', ${asker.id},
        gen_random_uuid(), palabre_now() from generate_series(1, 3000) n`.execute(site.db);
    await sql`analyze help_request`.execute(site.db);
    const nobody = { personId: null, isTeam: false, helps: [] };
    const filter = { state: null, category: null, part: 'all', after: 102_000 } as const;
    const statement = selectRequests(site.organisationId, { componentId, ...filter }, nobody);
    const { sql: text, parameters } = statement.compile(site.db);
    const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
    expect(JSON.stringify(rows)).toMatch(/help_request_(listed|number_unique)/);
    expect(JSON.stringify(rows)).not.toContain('Seq Scan');
  });
});
