import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Config } from '../../src/platform/config.ts';
import { type Database, readNow } from '../../src/platform/database/database.ts';
import { createApp } from '../../src/platform/http/app.ts';
import { openAssets } from '../../src/platform/http/assets.ts';
import { Memory } from '../../src/platform/http/memory.ts';
import { countIdeas, submitIdea } from '../../src/rooms/ideas/index.ts';
import { enrolPerson } from '../../src/rooms/identity/index.ts';
import { findPollOf, type Poll } from '../../src/rooms/polls/index.ts';
import {
  countDecisions,
  countMergesOfEditions,
  countStudyOfEditions,
  countUnanswered,
  listUndecided,
  readFeedback,
} from '../../src/rooms/review/index.ts';
import { addDays, dayInParis, type Edition, findEdition } from '../../src/rooms/spaces/index.ts';
import { countElection, makeElection, noLimits } from '../../src/rooms/tally/index.ts';
import { openSite } from '../../src/site.tsx';
import { urls } from '../../src/urls.ts';
import { SiteClient } from '../site-client.ts';
import { castFor } from './polls.ts';

/** A demo that was loaded, with the ids of its two organisations. */
interface LoadedDemo {
  db: Database;
  config: Config;
  fleury: string;
  valley: string;
}

/** A seed in a process of its own, ended without warning once the votes are cast. */
export async function killSeedHalfway(url: string, folder: string): Promise<void> {
  const script = `import { seedDemo } from './src/demo/index.ts';
    const folders = { root: process.cwd(), keysFolder: process.argv[2] + '/keys', varFolder: process.argv[2], port: 3000 };
    await seedDemo({ url: process.argv[1], config: folders, onProgress: (words) => console.log(words) });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, url, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const words of createInterface({ input: child.stdout }))
    if (words.includes('600 bulletins')) child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** Somebody new deposits an idea in the town and votes in the valley, where 16 is the age as well. */
export async function depositAndVote(
  { db, config, fleury, valley }: LoadedDemo,
  birthDate: string,
) {
  const people = await Promise.all(
    [fleury, valley].map(async (organisationId) => {
      const enrolled = await enrolPerson(db, {
        organisationId,
        organisationName: 'Une autre',
        name: 'Maxence Nouveau',
        nickname: `Né le ${birthDate}`,
        email: `ne-le-${birthDate}@exemple.fr`,
        birthDate,
        residence: 'Ici',
      });
      if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.refusals));
      return enrolled.id;
    }),
  );
  const edition = (await findEdition(db, fleury, '2026'))!;
  const tx = await db.startTransaction().execute();
  const deposit = await submitIdea(tx, {
    organisationId: fleury,
    editionId: edition.id,
    authorId: people[0]!,
    title: 'Une idée de plus',
    body: 'Juste pour voir si l’on peut, et pas pour la garder.',
    categoryId: edition.categories[0]!.id,
    lang: 'fr',
  });
  await tx.rollback().execute();
  const valleyEdition = (await findEdition(db, valley, '2026'))!;
  const poll = (await findPollOf(db, valley, valleyEdition.id))!;
  const site = { db, config, organisationId: valley };
  // a budget to compose: as much as fits, in the order of the list
  let spent = 0;
  const chosen = poll.options.flatMap(({ cost }, at) => {
    if (spent + cost > poll.envelope) return [];
    spent += cost;
    return [at + 1];
  });
  return [deposit, await castFor(site, poll, people[1]!, chosen)];
}

/** The pages of the demo: a browser at a host. */
export function openPages(db: Database, config: Config): (host: string) => SiteClient {
  const assets = openAssets(join(process.cwd(), 'dist/assets'));
  const site = openSite({ db, config, assets });
  const app = createApp({ site, config, db, assets, memory: new Memory() });
  const fetch = async (request: Request) => app.fetch(request);
  return (host) => new SiteClient(fetch, `http://${host}`);
}

/** Everything that a reader could see, and the ballots, without ids and without what a box draws by lot. */
export async function describeContent(from: Database): Promise<string[]> {
  const minute = sql`'YYYY-MM-DD HH24:MI'`;
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' · ', slug, name, host, kind, colour, tagline) as line from organisation
    union all select concat_ws(' · ', o.slug, nickname, p.name, email, birth_date) from person p
      join organisation o on o.id = p.organisation_id where email not like '%exemple.fr'
    union all select concat_ws(' · ', e.title, i.number, i.title, i.body, a.nickname, support_count,
        to_char(published_at, ${minute}))
      from idea i join edition e on e.id = i.edition_id join person a on a.id = i.author_id
    union all select concat_ws(' · ', e.title, p.number, p.title, p.summary, p.cost, p.place, p.district)
      from project p join edition e on e.id = p.edition_id
    union all select concat_ws(' · ', p.title, choices, count(*)) from sealed_ballot b
      join poll p on p.id = b.poll_id group by p.title, choices
    union all select concat_ws(' · ', p.title, choices, count(*)) from ballot_slot b
      join poll p on p.id = b.poll_id where p.title not like 'La cagnotte%' group by p.title, choices
    union all select concat_ws(' · ', p.name, p.address, p.access, count(s.id)) from vote_point p
      join vote_point_slot s on s.point_id = p.id group by p.id, p.name, p.address, p.access
    union all select concat_ws(' · ', last_name, first_names, birth_date, address) from register_entry
    union all select concat_ws(' · ', name, places) from class_session
    union all select concat_ws(' · ', stage, s.title, s.description, done_on) from realisation_step s
    order by 1`.execute(from);
  return rows.map((row) => row.line);
}

/** What an edition holds for voting in person. */
export async function countInPerson(db: Database, editionId: string) {
  const { rows } = await sql<{ entries: number; classes: number }>`select
    (select count(*) from register_entry where edition_id = ${editionId})::int as entries,
    (select count(*) from class_session where edition_id = ${editionId})::int as classes`.execute(
    db,
  );
  return rows[0];
}

/** The winners that anyone counts again from the sealed box, by the key of their option. */
export async function countAgain(db: Database, poll: Poll): Promise<readonly string[]> {
  const sealed = await db
    .selectFrom('sealed_ballot')
    .select('choices')
    .where('poll_id', '=', poll.id)
    .execute();
  const gathered = makeElection(
    {
      budget: BigInt(poll.envelope),
      kind: 'approval',
      limits: { ...noLimits, minLength: 1, maxLength: 3 },
      projects: poll.options.map(({ key, cost }) => ({ id: key, cost: BigInt(cost) })),
    },
    sealed.map(({ choices }) => ({ choices: choices as unknown as string[], times: 1 })),
  );
  if (!gathered.ok) throw new Error(gathered.refusal);
  return countElection(gathered.election, {
    rule: 'greedy',
    tieBreak: ['lower-cost', 'smaller-id'],
    fundUnsupported: false,
  }).winners;
}

/** SC1: 35 and 58 make 93, each refusal with its reason, each holder told once; and the page says so. */
export async function expectDecided(
  db: Database,
  config: Config,
  organisationId: string,
  { id, slug }: Edition,
): Promise<void> {
  const feedback = await readFeedback(db, organisationId, id);
  expect(feedback).toMatchObject({ deposited: 93, toVote: 35, refused: 58, admissible: 56 });
  expect(feedback.reasons.map(({ ideas }) => ideas)).toEqual([18, 14, 9, 8, 5, 4]);
  expect(await listUndecided(db, organisationId, id)).toEqual([]);
  const { rows } = await sql<{ told: number }>`select count(*)::int as told from decision_notice n
    join decision d using (organisation_id, idea_id, round) where d.edition_id = ${id}`.execute(db);
  expect(rows[0]?.told).toBe(93);
  const page = await openPages(db, config)('localhost').get(urls.feedback({ edition: slug }));
  for (const words of ['32 projets', '11 projets lauréats']) expect(page.html).toContain(words);
}

/** A study under way: services late and answering, decisions told, decided and prepared, days at a week. */
export async function expectStudied(
  db: Database,
  organisationId: string,
  id: string,
): Promise<void> {
  expect(await countIdeas(db, organisationId, id)).toBe(32);
  const study = (await countStudyOfEditions(db, organisationId, [id])).get(id);
  expect(study).toMatchObject({ late: 3, returned: 2, unassigned: 3 });
  const decisions = await countDecisions(db, organisationId, id);
  expect(decisions).toMatchObject({ published: 4, 'to-publish': 2, 'to-decide': 5 });
  const merges = (await countMergesOfEditions(db, organisationId, [id])).get(id);
  expect(merges).toMatchObject({ proposed: 1, accepted: 1 });
  expect((await countUnanswered(db, organisationId, [id])).get(id)).toBe(2);
  const week = addDays(dayInParis(await readNow(db)), 7);
  const { rows } = await sql<{ due: number }>`select count(*)::int as due from opinion
    where edition_id = ${id} and state = 'asked' and due_on = ${week}`.execute(db);
  expect(rows[0]?.due).toBeGreaterThan(5);
}

export async function findPersonId(db: Database, nickname: string): Promise<string> {
  const query = db.selectFrom('person').select('id').where('nickname', '=', nickname);
  return (await query.executeTakeFirstOrThrow()).id;
}

export async function countRows(from: Database, query: ReturnType<typeof sql<{ rows: number }>>) {
  return (await query.execute(from)).rows[0]!.rows;
}
