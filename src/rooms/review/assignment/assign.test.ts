import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import {
  dayAfter,
  fillIdeas,
  makeIdeas,
  makeStudy,
  typedDay,
} from '../../../../tests/make/study.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { giveIdeas } from './assignment.jobs.ts';
import { carryOutRun, findRun, insertRun } from './run.store.ts';
import { findRunOutcome, undoRun } from './run-undo.store.ts';
import { countStudy } from './study-list.store.ts';
import { NO_FILTER } from './study-list.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const counts = (edition: { id: string }) => countStudy(site.db, site.organisationId, edition.id);

/** The address of the run that a browser was led to. */
const runOf = (client: SiteClient) => client.path.split('/').at(-1)!;

async function assignByForm(
  client: SiteClient,
  at: { edition: string },
  choice: Record<string, string | readonly string[]>,
  service: string,
) {
  await client.post(urls.adminAssign(at), {
    ...choice,
    confier: service,
    demande: 'Combien cela coûterait-il ?',
    ...typedDay('echeance', await dayAfter(site, 20)),
  });
}

describe('R43 ideas given by the hundred', () => {
  it('everything that a filter holds, one letter for all of it', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const [roads] = departments;
    await makeIdeas(site, edition, 60, 'sport');
    await makeIdeas(site, edition, 2, 'culture');
    const { client } = officer;
    await client.get(urls.adminStudy(at, { categorie: 'sport', etat: 'sans-service' }));
    expect(client.main).toContain('Confier les 60 idées de cette liste');
    await client.get(urls.adminAssign(at, { choix: 'liste', categorie: 'sport' }));
    expect(client.main).toContain('60 idées choisies');
    const mails = await mailsOf(site, async () => {
      await assignByForm(
        client,
        at,
        { choix: 'liste', categorie: 'sport', nombre: '60' },
        roads!.id,
      );
      expect(client.main).toContain('0 sur 60');
      await site.runJobs();
    });
    await client.get(client.path);
    expect(client.main).toContain('60 idées confiées');
    const letters = mails.filter(({ to }) => to === roads!.agent.email);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.subject).toMatch(/^60 idées à étudier\s: Budget participatif 2026$/);
    expect(letters[0]!.text).toContain('Combien cela coûterait-il ?');
    expect(letters[0]!.text).toContain('et 40 autres');
    expect(letters[0]!.text).toContain('/etude\n');
    expect(await counts(edition)).toMatchObject({ ideas: 62, asked: 60, unassigned: 2 });
    const [fact] = await listFactsAbout(site, runOf(client));
    expect(fact).toMatchObject({ kind: 'assignment-run.ended', detail: { ideas: 60 } });
  });

  it('a few that were ticked, at once', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, 5);
    const idee = ideas.slice(0, 3).map(({ number }) => String(number));
    await assignByForm(officer.client, at, { choix: 'cochees', idee }, departments[0]!.id);
    expect(officer.client.main).toContain('3 idées confiées');
    expect(await counts(edition)).toMatchObject({ asked: 3, unassigned: 2 });
    await officer.client.get(urls.adminStudy(at, { service: departments[0]!.id }));
    expect(officer.client.main).toContain('3 idées dans cette liste');
  });

  it('W8 without a department, a day or an idea nothing is asked, and what was typed is kept', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    const { client } = officer;
    await client.post(urls.adminAssign(at), {
      choix: 'cochees',
      idee: String(idea!.number),
      demande: 'Une question',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez un service.');
    expect(client.main).toContain('Une question');
    await client.post(urls.adminAssign(at), {
      choix: 'cochees',
      idee: String(idea!.number),
      confier: departments[0]!.id,
      ...typedDay('echeance', '2020-02-31'),
    });
    expect(client.main).toContain('Indiquez un jour qui existe');
    await assignByForm(client, at, { choix: 'cochees' }, departments[0]!.id);
    expect(client.status).toBe(422);
    expect(client.main).toContain('Aucune idée n’est choisie');
    expect(await counts(edition)).toMatchObject({ asked: 0 });
  });

  it('SC6 unassigned = 0: each to the department of its category, what has none is said', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    await makeIdeas(site, edition, 3, 'sport');
    await makeIdeas(site, edition, 2, 'culture');
    const category = (slug: string) => edition.categories.find((one) => one.slug === slug)!.id;
    const route = async (slug: string, department: string) =>
      sql`insert into routing values (${site.organisationId}, ${edition.id}, ${category(slug)}, ${department})`.execute(
        site.db,
      );
    await route('sport', departments[0]!.id);
    const all = { choix: 'liste', etat: 'sans-service' };
    await assignByForm(officer.client, at, all, 'categorie');
    expect(officer.client.main).toContain('3 idées confiées');
    expect(officer.client.main).toContain('2 idées laissées de côté');
    await route('culture', departments[1]!.id);
    await assignByForm(officer.client, at, all, 'categorie');
    expect(await counts(edition)).toMatchObject({ unassigned: 0, asked: 5 });
  });

  it('a list that changed since it was shown is shown again before anything is asked', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    await makeIdeas(site, edition, 2);
    await assignByForm(officer.client, at, { choix: 'liste', nombre: '1' }, departments[0]!.id);
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toMatch(/elle compte maintenant 2 idées/);
    expect(await counts(edition)).toMatchObject({ asked: 0 });
  });

  it('two officers who give the same list at once: each idea has one department, and the second is told', async () => {
    const { edition, departments } = await makeStudy(site);
    await makeIdeas(site, edition, 40);
    const choice = { filter: { ...NO_FILTER, state: 'unassigned' as const } };
    const dueOn = await dayAfter(site, 20);
    const runs = await Promise.all(
      departments.map(async ({ id }) => {
        const run = await insertRun(site.db, act(), edition.id, choice, {
          departmentId: id,
          dueOn,
          request: '',
        });
        if (!run.ok) throw new Error(run.refusal);
        return { organisationId: site.organisationId, runId: run.id };
      }),
    );
    await Promise.all(runs.map((run) => giveIdeas(site.db, site.config, run)));
    const { rows } = await sql<{ asked: number }>`
      select count(*) as asked from opinion where edition_id = ${edition.id} group by idea_id`.execute(
      site.db,
    );
    expect(rows).toHaveLength(40);
    expect(rows.every(({ asked }) => asked === 1)).toBe(true);
    const outcomes = await Promise.all(
      runs.map(({ runId }) => findRunOutcome(site.db, site.organisationId, runId)),
    );
    expect(outcomes.reduce((sum, { skipped }) => sum + skipped.taken, 0)).toBe(40);
  });

  it('F6 a run that dies in the middle goes on where it was: nothing twice, nothing half, one letter', async () => {
    const { edition, departments } = await makeStudy(site);
    await fillIdeas(site, edition, 600);
    let runId = '';
    const mails = await mailsOf(site, async () => {
      const made = await insertRun(
        site.db,
        act(),
        edition.id,
        { filter: NO_FILTER },
        {
          departmentId: departments[0]!.id,
          dueOn: await dayAfter(site, 20),
          request: '',
        },
      );
      if (!made.ok) throw new Error(made.refusal);
      runId = made.id;
      const run = { organisationId: site.organisationId, runId };
      // the machine goes at the very end: the last chunk is not there, those before are
      const dying = carryOutRun(site.db, run, async () => {
        throw new Error('killed');
      });
      await expect(dying).rejects.toThrow('killed');
      const half = await findRun(site.db, site.organisationId, runId);
      expect(half).toMatchObject({ asked: 500, endedAt: null });
      expect(await counts(edition)).toMatchObject({ asked: 500, unassigned: 100 });
      // two workers take it up
      await Promise.all([
        giveIdeas(site.db, site.config, run),
        giveIdeas(site.db, site.config, run),
      ]);
    });
    expect(await findRun(site.db, site.organisationId, runId)).toMatchObject({ asked: 600 });
    expect(await counts(edition)).toMatchObject({ asked: 600, unassigned: 0 });
    expect(mails.filter(({ to }) => to === departments[0]!.agent.email)).toHaveLength(1);
  }, 60_000);

  it('1,000 ideas are given in less than 5 s', async () => {
    const { edition, departments } = await makeStudy(site);
    await fillIdeas(site, edition, 1000);
    const before = performance.now();
    const made = await insertRun(
      site.db,
      act(),
      edition.id,
      { filter: NO_FILTER },
      {
        departmentId: departments[0]!.id,
        dueOn: await dayAfter(site, 20),
        request: '',
      },
    );
    if (!made.ok) throw new Error(made.refusal);
    await giveIdeas(site.db, site.config, { organisationId: site.organisationId, runId: made.id });
    expect(performance.now() - before).toBeLessThan(5000);
    expect(await counts(edition)).toMatchObject({ ideas: 1000, asked: 1000 });
  });
});

describe('R43 a run is taken back', () => {
  it('as long as nothing is begun; afterwards it is refused', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, 3);
    const idee = ideas.map(({ number }) => String(number));
    await assignByForm(officer.client, at, { choix: 'cochees', idee }, departments[0]!.id);
    const first = runOf(officer.client);
    await officer.client.post(urls.adminUndoRun({ ...at, run: first }));
    expect(officer.client.main).toContain('Tout a été repris');
    expect(await counts(edition)).toMatchObject({ unassigned: 3, asked: 0 });
    // given again, it is the same rows
    await assignByForm(officer.client, at, { choix: 'cochees', idee }, departments[0]!.id);
    const second = runOf(officer.client);
    expect(await counts(edition)).toMatchObject({ asked: 3 });
    await sql`update opinion set verdict = 'favourable', saved_at = palabre_now(), state = 'given',
      settled_at = palabre_now() where idea_id = ${ideas[0]!.id}`.execute(site.db);
    await officer.client.post(urls.adminUndoRun({ ...at, run: second }));
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toContain('Un service a commencé à répondre');
    expect(await counts(edition)).toMatchObject({ asked: 2, answered: 1 });
    expect(await undoRun(site.db, act(), first)).toEqual({ ok: false, refusal: 'undone' });
  });

  it('W3 a run of another edition is not found here', async () => {
    const one = await makeStudy(site);
    const other = await makeStudy(site);
    const [idea] = await makeIdeas(site, one.edition, 1);
    const idee = String(idea!.number);
    await assignByForm(
      one.officer.client,
      one.at,
      { choix: 'cochees', idee },
      one.departments[0]!.id,
    );
    const { client } = other.officer;
    const run = runOf(one.officer.client);
    expect((await client.send(urls.adminAssignmentRun({ ...other.at, run }))).status).toBe(404);
    expect((await client.send(urls.adminUndoRun({ ...other.at, run }), {})).status).toBe(404);
  });
});
