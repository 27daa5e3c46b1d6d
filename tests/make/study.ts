import { sql } from 'kysely';
import { insertDepartment } from '../../src/rooms/organisations/index.ts';
import { askOpinion } from '../../src/rooms/review/assignment/opinion-writing.store.ts';
import { carryOutRun, insertRun } from '../../src/rooms/review/assignment/run.store.ts';
import { NO_FILTER } from '../../src/rooms/review/assignment/study-list.ts';
import type { Act, Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { makeEdition } from './editions.ts';
import { makeIdea } from './ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from './people.ts';

/** A town whose ideas are studied: an edition, an officer, departments with an agent each. */
export interface MadeStudy {
  edition: Edition;
  at: { edition: string };
  officer: MadePerson;
  /** In the order asked for. */
  departments: { id: string; name: string; agent: MadePerson }[];
}

export async function makeStudy(
  site: TestSite,
  names: readonly string[] = ['Voirie', 'Espaces verts'],
): Promise<MadeStudy> {
  const edition = await makeEdition(site, { maximumIdeas: 1000 });
  const departments = [];
  for (const name of names) {
    const unique = `${name} ${edition.slug}`;
    const { id } = await makeDepartment(site, { name: unique });
    const agent = await makePerson(site, { roles: ['agent'], departmentId: id });
    departments.push({ id, name: unique, agent });
  }
  const officer = await makePerson(site, { roles: ['officer'] });
  return { edition, at: { edition: edition.slug }, officer, departments };
}

/** Ideas of one author in an edition, `count` of them. */
export async function makeIdeas(
  site: TestSite,
  edition: Edition,
  count: number,
  category?: string,
): Promise<{ id: string; number: number }[]> {
  const { id: authorId } = await makePerson(site);
  const ideas = [];
  for (let made = 0; made < count; made += 1)
    ideas.push(await makeIdea(site, edition, { authorId, ...(category && { category }) }));
  return ideas;
}

/** Very many ideas, as an import brings them: in one statement that passes every constraint. */
export async function fillIdeas(site: TestSite, edition: Edition, count: number): Promise<void> {
  const categories = edition.categories.map(({ id }) => id);
  await sql`insert into idea (organisation_id, edition_id, number, title, body, category_id, channel)
    select ${site.organisationId}, ${edition.id}, n, 'Idée ' || n, 'Un texte sur ' || n,
      (${categories}::uuid[])[1 + n % ${categories.length}], 'import'
    from generate_series(1, ${count}::int) n`.execute(site.db);
  await sql`analyze idea, study_stage`.execute(site.db);
}

/** `days` after today, by the site's clock, `YYYY-MM-DD` in Paris. */
export async function dayAfter(site: Pick<TestSite, 'db'>, days: number): Promise<string> {
  const { rows } = await sql<{
    day: string;
  }>`select (palabre_now() at time zone 'Europe/Paris')::date + ${days}::int as day`.execute(
    site.db,
  );
  return rows[0]!.day;
}

/** The three fields of a day, as forms send it. */
export const typedDay = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Asks a department about an idea, as an officer does; the id of the opinion. */
export async function ask(
  site: TestSite,
  edition: Edition,
  idea: { id: string; number: number },
  departmentId: string,
  days = 20,
): Promise<string> {
  const asked = await askOpinion(
    site.db,
    { organisationId: site.organisationId, by: null },
    { ...idea, editionId: edition.id },
    { departmentId, dueOn: await dayAfter(site, days), request: '' },
  );
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.opinionId;
}

/** The ideas of an edition given at once to a department made for it, to the end; the id of the run. */
export async function makeRun(
  site: Pick<TestSite, 'db'>,
  act: Act,
  edition: Edition,
  name: string,
): Promise<string> {
  const department = await insertDepartment(site.db, act, { name });
  if (!department.ok) throw new Error(department.refusal);
  const run = await insertRun(
    site.db,
    act,
    edition.id,
    { filter: NO_FILTER },
    {
      departmentId: department.id,
      dueOn: await dayAfter(site, 30),
      request: '',
    },
  );
  if (!run.ok) throw new Error(run.refusal);
  const at = { organisationId: act.organisationId, runId: run.id };
  await carryOutRun(site.db, at, async () => {});
  return run.id;
}
