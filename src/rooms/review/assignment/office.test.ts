import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { ask, dayAfter, makeIdeas, makeStudy, typedDay } from '../../../../tests/make/study.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { giveIdeas, makeStudyRound } from './assignment.jobs.ts';
import { insertRun } from './run.store.ts';
import { countStudiedIdeas, countStudy, listStudiedIdeas } from './study-list.store.ts';
import { NO_FILTER, type StudyFilter } from './study-list.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const counts = (edition: { id: string }) => countStudy(site.db, site.organisationId, edition.id);

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

describe('R43 one opinion', () => {
  it('is put off, given to another, withdrawn; a second officer is shown how it stands', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const [roads, parks] = departments;
    const [idea] = await makeIdeas(site, edition, 1);
    const opinion = await ask(site, edition, idea!, roads!.id);
    const here = { ...at, opinion };
    const { client } = officer;
    const [avant, later] = [await dayAfter(site, 20), await dayAfter(site, 40)];
    await client.post(urls.adminOpinionDue(here), {
      avant,
      ...typedDay('nouvelle-echeance', later),
    });
    expect(client.html).toContain('La nouvelle échéance est enregistrée.');
    await client.post(urls.adminOpinionDue(here), {
      avant,
      ...typedDay('nouvelle-echeance', await dayAfter(site, 50)),
    });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Enregistré entre-temps');
    const mails = await mailsOf(site, () =>
      client.post(urls.adminReassign(here), {
        confier: parks!.id,
        demande: 'Plutôt pour vous.',
        ...typedDay('echeance', later),
      }),
    );
    expect(mails.map(({ to }) => to)).toEqual([parks!.agent.email]);
    expect(await counts(edition)).toMatchObject({ asked: 1 });
    await client.post(urls.adminWithdraw(here));
    expect(client.status).toBe(409);
    expect(client.main).toContain('quelqu’un s’en est occupé entre-temps');
  });

  it('many days at once, of one department', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, 4);
    for (const [place, idea] of ideas.entries())
      await ask(site, edition, idea, departments[place % 2]!.id);
    const later = await dayAfter(site, 60);
    await officer.client.post(urls.adminDueDays(at), {
      choix: 'liste',
      nombre: '4',
      pour: departments[0]!.id,
      ...typedDay('echeance', later),
    });
    expect(officer.client.html).toContain('La nouvelle échéance est enregistrée.');
    const { rows } = await sql<{ due: number }>`select count(*) as due from opinion
      where edition_id = ${edition.id} and due_on = ${later}`.execute(site.db);
    expect(rows[0]!.due).toBe(2);
    const facts = await listFactsAbout(site, edition.id);
    expect(facts.at(-1)).toMatchObject({ kind: 'opinions.due-changed', detail: { opinions: 2 } });
  });
});

describe('once the list of projects is frozen', () => {
  it('R44 nobody is asked, reminded or undone any more, and everybody is told in words', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, 2);
    const opinion = await ask(site, edition, ideas[0]!, departments[0]!.id, 20);
    const run = await insertRun(
      site.db,
      { organisationId: site.organisationId, by: null },
      edition.id,
      { filter: NO_FILTER },
      { departmentId: departments[1]!.id, dueOn: await dayAfter(site, 20), request: '' },
    );
    if (!run.ok) throw new Error(run.refusal);
    await sql`with batch as (
        insert into decision_batch (organisation_id, edition_id, number, publishes_at, published_at)
        values (${site.organisationId}, ${edition.id}, 1, palabre_now(), palabre_now()) returning id
      )
      insert into decision (organisation_id, edition_id, idea_id, outcome, reason_id, public_text, decided_at,
        batch_id, published_at)
      select s.organisation_id, s.edition_id, s.idea_id, 'refused', r.id, 'Non.', palabre_now(), batch.id, palabre_now()
      from study_stage s join refusal_reason r on r.edition_id = s.edition_id and r.position = 1, batch
      where s.edition_id = ${edition.id}`.execute(site.db);
    await sql`insert into project_list (organisation_id, edition_id, projects, cost)
      values (${site.organisationId}, ${edition.id}, 0, 0)`.execute(site.db);
    await giveIdeas(site.db, site.config, { organisationId: site.organisationId, runId: run.id });
    await officer.client.get(urls.adminAssignmentRun({ ...at, run: run.id }));
    expect(officer.client.main).toContain('ou la liste des projets est figée');
    await officer.client.get(urls.adminStudy(at));
    expect(officer.client.main).toContain('l’étude est terminée');
    expect(officer.client.main).not.toContain('Confier');
    for (const [client, path] of [
      [officer.client, urls.adminWithdraw({ ...at, opinion })],
      [departments[0]!.agent.client, urls.taskReturn({ opinion })],
      [departments[0]!.agent.client, urls.taskTake({ opinion })],
    ] as const)
      expect((await client.send(path, { commentaire: 'Non', version: '1' })).status).toBe(409);
    await departments[0]!.agent.client.get(urls.tasks());
    expect(departments[0]!.agent.client.main).toContain('Rien à faire pour l’instant');
    site.travel('14 days');
    const mails = await mailsOf(site, () =>
      makeStudyRound(site.db, site.config, site.organisationId),
    );
    site.travel(null);
    expect(mails.map(({ to }) => to)).not.toContain(departments[0]!.agent.email);
  });
});

describe('R197 the office’s list', () => {
  it('each counter is the length of the list that it leads to', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, 9);
    for (const [place, idea] of ideas.slice(0, 6).entries())
      await ask(site, edition, idea, departments[place % 2]!.id, place);
    await sql`update opinion set state = 'returned', return_comment = 'non', settled_at = palabre_now()
      where idea_id = ${ideas[5]!.id}`.execute(site.db);
    await sql`update opinion set state = 'given', verdict = 'reserved', settled_at = palabre_now()
      where idea_id = ${ideas[4]!.id}`.execute(site.db);
    site.travel('2 days');
    const counted = await counts(edition);
    expect(counted).toEqual({
      ideas: 9,
      unassigned: 3,
      returned: 1,
      asked: 4,
      answered: 1,
      decided: 0,
      late: 2,
    });
    for (const state of ['unassigned', 'returned', 'asked', 'answered', 'late'] as const) {
      const filter: StudyFilter = { ...NO_FILTER, state };
      const of = [site.db, site.organisationId, edition.id, filter] as const;
      expect((await listStudiedIdeas(...of)).ideas).toHaveLength(counted[state]);
      expect(await countStudiedIdeas(...of)).toBe(counted[state]);
    }
    await officer.client.get(urls.adminStudy(at, { etat: 'en-retard' }));
    expect(officer.client.main).toContain('En retard de 2 jours');
    await officer.client.get(urls.admin());
    expect(officer.client.main).toContain('2 idées dont un avis est en retard');
    site.travel(null);
  });

  it('SC6 a decided idea is not counted as waiting, late or without a department; reopened, it is', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, 2);
    await ask(site, edition, ideas[0]!, departments[0]!.id, 0);
    await sql`insert into decision (organisation_id, edition_id, idea_id, outcome, decided_at)
      select organisation_id, edition_id, idea_id, 'to-vote', palabre_now() from study_stage
      where edition_id = ${edition.id}`.execute(site.db);
    site.travel('2 days');
    const none = { unassigned: 0, asked: 0, late: 0 };
    expect(await counts(edition)).toMatchObject({ ...none, decided: 2 });
    await officer.client.post(urls.adminAskIdea({ ...at, idea: ideas[1]!.number }), {
      confier: departments[0]!.id,
      ...typedDay('echeance', await dayAfter(site, 20)),
    });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Cette idée est décidée');
    await sql`update decision set decided_at = null where edition_id = ${edition.id}`.execute(
      site.db,
    );
    expect(await counts(edition)).toMatchObject({ unassigned: 1, asked: 1, late: 1, decided: 0 });
    site.travel(null);
  });

  it('W3 somebody whose role is of another edition sees nothing; a reader sees, and may not act', async () => {
    const one = await makeStudy(site);
    const other = await makeStudy(site);
    const [idea] = await makeIdeas(site, one.edition, 1);
    const elected = await makePerson(site, {
      roles: ['elected-official'],
      editionId: one.edition.id,
    });
    await elected.client.get(urls.adminStudy(one.at));
    expect(elected.client.status).toBe(200);
    expect(elected.client.main).toContain(`n° ${idea!.number}`);
    expect(elected.client.main).not.toContain('Confier');
    expect((await elected.client.send(urls.adminStudy(other.at))).status).toBe(404);
    expect((await elected.client.send(urls.adminAssign(one.at), {})).status).toBe(403);
  });

  it('an idea that waits for a closed department is told to the office', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    await ask(site, edition, idea!, departments[0]!.id);
    await sql`update department set closed_at = palabre_now() where id = ${departments[0]!.id}`.execute(
      site.db,
    );
    await officer.client.get(urls.adminStudy(at));
    expect(officer.client.main).toContain('Des idées attendent un service qui est fermé');
    await assignByForm(
      officer.client,
      at,
      { choix: 'cochees', idee: String(idea!.number) },
      departments[0]!.id,
    );
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Ce service est fermé');
  });
});
