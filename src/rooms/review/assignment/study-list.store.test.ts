import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillIdeas, type MadeStudy, makeStudy } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Database } from '../../../platform/database/database.ts';
import { listTasks } from './queue.store.ts';
import { takeDueReminders } from './round.store.ts';
import { listStudiedIdeas } from './study-list.store.ts';
import { NO_FILTER, type StudyFilter } from './study-list.ts';

let site: TestSite;
let study: MadeStudy;
let asked: { sql: string; parameters: readonly unknown[] }[] = [];
let db: Database;
beforeAll(async () => {
  site = await openTestSite();
  study = await makeStudy(site, ['Voirie', 'Sports', 'Culture']);
  const { edition, departments } = study;
  await fillIdeas(site, edition, 20_000);
  // two thirds are asked, a few of them given back or late
  await sql`insert into opinion (organisation_id, edition_id, idea_id, department_id, due_on, state, return_comment, settled_at, verdict)
    select organisation_id, edition_id, idea_id, (${departments.map(({ id }) => id)}::uuid[])[1 + number % 3],
      (palabre_now() at time zone 'Europe/Paris')::date + number % 40 - (number % 500 = 0)::int,
      case when number % 1000 = 1 then 'returned' when number % 10 = 2 then 'given' else 'asked' end,
      'non', palabre_now(), 'favourable'
    from study_stage where edition_id = ${edition.id} and number % 3 <> 0`.execute(site.db);
  await sql`analyze opinion, study_stage, idea`.execute(site.db);
  db = new Kysely({
    dialect: new PostgresDialect({ pool: site.pool }),
    log: ({ query }) => void asked.push(query),
  }) as Database;
}, 120_000);
afterAll(() => site.close());

/** Every node of the plan of the last thing asked: its kind and its index or table. */
async function explain(ask: () => Promise<unknown>): Promise<string> {
  asked = [];
  await ask();
  const { sql: text, parameters } = asked.at(-1)!;
  const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
  const nodes: string[] = [];
  interface Plan {
    'Node Type': string;
    'Index Name'?: string;
    'Relation Name'?: string;
    Plans?: Plan[];
  }
  const walk = (plan: Plan) => {
    nodes.push([plan['Node Type'], plan['Index Name'] ?? plan['Relation Name']].join(' ').trim());
    for (const child of plan.Plans ?? []) walk(child);
  };
  walk(rows[0]['QUERY PLAN'][0].Plan);
  return nodes.join('\n');
}

const list = (filter: Partial<StudyFilter>, cursor: number | null = null) =>
  listStudiedIdeas(db, site.organisationId, study.edition.id, { ...NO_FILTER, ...filter }, cursor);

describe('R90 R197 with 20,000 ideas', () => {
  it.each([
    ['everything', {}, 'study_stage_by_number'],
    ['nobody has it', { state: 'unassigned' }, 'study_stage_by_stage'],
    ['given back', { state: 'returned' }, 'study_stage_by_stage'],
    ['being studied', { state: 'asked' }, 'study_stage_by_stage'],
  ] as const)(
    '%s is read in the order of its index, first page and next',
    async (_, filter, index) => {
      for (const cursor of [null, 10_000]) {
        const nodes = await explain(() => list(filter, cursor));
        expect(nodes).toContain(index);
        expect(nodes).not.toMatch(/Seq Scan (idea|opinion|study_stage)\b/);
      }
    },
  );

  it('R197 a search gives the same ideas whether its words are rare or common', async () => {
    await sql`update idea set title = 'Un kiosque' where edition_id = ${study.edition.id}
      and number in (7, 11, 15000)`.execute(site.db);
    expect((await list({ search: 'kiosque' })).ideas.map(({ number }) => number)).toEqual([
      7, 11, 15000,
    ]);
    const common = await list({ search: 'texte', state: 'unassigned' });
    expect(common.ideas.slice(0, 3).map(({ number }) => number)).toEqual([3, 6, 9]);
    expect(common.next).toBe(common.ideas.at(-1)!.number);
    const { ideas } = await list({ search: 'texte', state: 'unassigned' }, common.next);
    expect(ideas[0]!.number).toBe(common.next! + 3);
  });

  it('late ones are found by their day', async () => {
    const nodes = await explain(() => list({ state: 'late' }));
    expect(nodes).toMatch(/study_stage_(due|by_number)/);
    expect(nodes).not.toMatch(/Seq Scan (opinion|study_stage)\b/);
  });

  it('the queue of a department is read in the order of its index', async () => {
    const scopes = [{ departmentId: study.departments[0]!.id, editionId: null }];
    const read = (state: 'asked' | 'given', after: string | null = null) =>
      listTasks(db, site.organisationId, scopes, state, after);
    const { next } = await read('asked');
    for (const ask of [() => read('asked'), () => read('asked', next)])
      expect(await explain(ask)).toContain('opinion_queue');
    expect(await explain(() => read('given'))).toContain('opinion_settled');
  });

  it('the round of the day reads what is soon due by its index', async () => {
    const nodes = await explain(() => takeDueReminders(db as never, site.organisationId));
    expect(nodes).toMatch(/opinion_(due|by_edition|queue)/);
  });
});
