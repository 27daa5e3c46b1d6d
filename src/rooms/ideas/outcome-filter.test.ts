import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '../../../tests/make/decisions.ts';
import { calendarAround, makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { fillIdeas } from '../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { Database } from '../../platform/database/database.ts';
import { urls } from '../../urls.ts';
import { publishDecisions } from '../review/index.ts';
import { changePhases, type Edition, findEdition } from '../spaces/index.ts';
import type { IdeaQuery } from './idea-keys.store.ts';
import { listIdeas } from './idea-list.store.ts';
import { type AskedOutcome, readCursor, SORTS } from './idea-list.ts';
import type { Idea } from './index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const queryOf = (edition: Edition, rest: Partial<IdeaQuery>): IdeaQuery => ({
  editionId: edition.id,
  sort: 'recentes',
  categoryId: null,
  outcome: null,
  search: '',
  cursor: null,
  ...rest,
});

describe('R45 R47 what became of ideas, on the public list', () => {
  let edition: Edition;
  let ideas: Idea[];
  beforeAll(async () => {
    edition = await makeEdition(site, { maximumIdeas: 20 });
    ideas = [];
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'])
      ideas.push(await makeIdea(site, edition, { title: `Idée ${title}` }));
    await site.runJobs();
    const act = { organisationId: site.organisationId, by: officer.id };
    await changePhases(site.db, act, edition.id, calendarAround('study', new Date()));
    edition = (await findEdition(site.db, site.organisationId, edition.slug))!;
    site.memory.forgetAll();
  });

  const titlesOf = async (issue: string) => {
    const client = site.visitor();
    await client.get(urls.ideas({ edition: edition.slug }, { issue }));
    return ideas.map(({ title }) => title).filter((title) => client.main.includes(`>${title}<`));
  };

  it('R45 nothing decided is told before its publication; then it is found by what it became, with its reason', async () => {
    const act = { organisationId: site.organisationId, by: officer.id };
    await makeDecision(site, act, ideas[0]!, { outcome: 'to-vote' });
    await makeDecision(site, act, ideas[1]!, { reason: 'Coût au-dessus du plafond' });
    expect(await titlesOf('retenue')).toEqual([]);
    expect(await titlesOf('a-l-etude')).toHaveLength(5);
    const both = ideas.slice(0, 2).map(({ id }) => id);
    expect(await publishDecisions(site.db, act, edition.id, both)).toMatchObject({ decisions: 2 });
    site.memory.forgetAll();
    expect(await titlesOf('retenue')).toEqual(['Idée Un']);
    expect(await titlesOf('non-retenue')).toEqual(['Idée Deux']);
    expect(await titlesOf('a-l-etude')).toEqual(['Idée Trois', 'Idée Quatre', 'Idée Cinq']);
    expect(await titlesOf('n’importe quoi')).toHaveLength(5);
    const client = site.visitor();
    await client.get(urls.ideas({ edition: edition.slug }, { issue: 'non-retenue' }));
    expect(client.main).toContain('1 idée dans «\u202fNon retenues, avec le motif\u202f»');
    expect(client.main).toContain('Non retenue\u202f: Coût au-dessus du plafond');
    expect(client.main).toMatch(/<option value="non-retenue" selected/);
  });

  it('R47 ideas brought together are found while they are, and no more once they are separated', async () => {
    await officer.client.post(urls.adminNewMerge({ edition: edition.slug }), {
      ideas: `${ideas[2]!.number}, ${ideas[3]!.number}`,
      title: 'Ensemble',
      words: 'La même chose.',
      lead: ideas[2]!.id,
      'answerBy-day': '1',
      'answerBy-month': '1',
      'answerBy-year': '2040',
    });
    expect(await titlesOf('regroupee')).toEqual([]);
    const { rows } = await site.pool.query('select id from merge where edition_id = $1', [
      edition.id,
    ]);
    const at = { edition: edition.slug, merge: rows[0].id };
    for (const { id } of ideas.slice(2, 4))
      await officer.client.post(urls.adminMergeAnswer(at), { idee: id, reponse: 'oui' });
    const { rows: merged } = await site.pool.query('select outcome from merge where id = $1', [
      at.merge,
    ]);
    expect(merged[0].outcome).toBe('accepted');
    expect(await titlesOf('regroupee')).toEqual(['Idée Trois', 'Idée Quatre']);
    await officer.client.post(urls.adminMergeUndo(at), { reason: 'Erreur' });
    expect(await titlesOf('regroupee')).toEqual([]);
  });

  it('before the study there is nothing to choose', async () => {
    const collecting = await makeEdition(site);
    await makeIdea(site, collecting);
    const client = site.visitor();
    await client.get(urls.ideas({ edition: collecting.slug }));
    expect(client.main).not.toContain('name="issue"');
    await client.get(urls.ideas({ edition: edition.slug }));
    expect(client.main).toContain('name="issue"');
  });
});

describe('R198 with many ideas', () => {
  const COUNT = 4000;
  let edition: Edition;
  let db: Database;
  let asked: { sql: string; parameters: readonly unknown[] }[] = [];
  beforeAll(async () => {
    edition = await makeEdition(site, { phase: 'study' });
    await fillIdeas(site, edition, COUNT);
    // as the study leaves them: few are kept, a few brought together
    await site.pool.query(
      `update idea set support_count = number % 50, is_merged = number % 200 = 0,
        public_outcome = case when number % 100 = 0 then 'to-vote' when number % 3 = 0 then 'refused' else 'under-study' end
        where edition_id = $1`,
      [edition.id],
    );
    await site.pool.query(
      `insert into idea_tally (organisation_id, edition_id, ideas, last_number) values ($1, $2, $3, $3)
        on conflict on constraint idea_tally_unique do update set last_number = $3`,
      [site.organisationId, edition.id, COUNT],
    );
    await site.pool.query('vacuum analyze idea');
    db = new Kysely({
      dialect: new PostgresDialect({ pool: site.pool }),
      log: ({ query }) => void asked.push(query),
    }) as Database;
  }, 60_000);

  it.each<[AskedOutcome, number]>([
    ['to-vote', 40],
    ['refused', 1320],
    ['merged', 20],
  ])('R198 pages of %s give each of them once, forwards in every order', async (outcome, count) => {
    for (const sort of SORTS) {
      const seen: number[] = [];
      let page = await listIdeas(site.db, site.organisationId, queryOf(edition, { outcome, sort }));
      expect(page.total).toBe(count);
      // as far as ten pages
      for (let turn = 0; turn < 10; turn += 1) {
        seen.push(...page.ideas.map(({ number }) => number));
        if (!page.next) break;
        const cursor = readCursor(page.next);
        page = await listIdeas(
          site.db,
          site.organisationId,
          queryOf(edition, { outcome, sort, cursor }),
        );
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(Math.min(count, 200));
    }
  });

  it.each([
    ['to-vote', 'recentes', 'idea_recent_of_outcome'],
    ['under-study', 'recentes', 'idea_recent_of_outcome'],
    ['to-vote', 'soutenues', 'idea_supported_of_outcome'],
    ['refused', 'a-decouvrir', 'idea_supported_of_outcome'],
    ['merged', 'recentes', 'idea_recent_merged'],
  ] as const)('R198 %s by %s reads %s in its order', async (outcome, sort, index) => {
    asked = [];
    await listIdeas(db, site.organisationId, queryOf(edition, { outcome, sort }));
    const { sql: text, parameters } = asked[0]!;
    const { rows } = await site.pool.query(`explain ${text}`, [...parameters]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    // in its order: nothing is sorted between the index and the limit
    expect(plan).toMatch(
      new RegExp(`Limit [^\\n]*\\n *->  Index Scan (Backward )?using ${index} on idea`),
    );
    expect(plan).not.toContain('Seq Scan on decision');
  });
});
