import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { checkText, tidyTitle } from '../src/rooms/ideas/idea.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import {
  findEditionById,
  insertEdition,
  openEdition,
  USUAL_SETTINGS,
} from '../src/rooms/spaces/index.ts';
import { type TownText, writeTownText } from './town-words.ts';

/** An edition that collects ideas, to be filled. */
export interface Town {
  organisationId: string;
  editionId: string;
}

/** A town of its own, whose edition has been collecting ideas for five days. */
export async function openTown(db: Database): Promise<Town> {
  const organisationId = await insertOrganisation(db, {
    slug: 'banc',
    name: 'Banc d’essai',
    host: 'localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe avec respect.',
  });
  const act = { organisationId, by: null };
  const day = 86_400_000;
  const from = Date.now() - 5 * day;
  const written = await insertEdition(
    db,
    act,
    { ...USUAL_SETTINGS, slug: '2026', title: 'Budget participatif', summary: 'Banc d’essai' },
    (['collection', 'study', 'campaign', 'vote', 'delivery'] as const).map((step, index) => ({
      step,
      startsAt: new Date(from + index * 10 * day),
      endsAt: step === 'delivery' ? null : new Date(from + (index + 1) * 10 * day),
    })),
  );
  if (!written.ok) throw new Error(written.refusal);
  await openEdition(db, act, written.edition.id);
  return { organisationId, editionId: written.edition.id };
}

const BATCH = 1000;
/** Ideas of one person, under what any edition allows. */
const IDEAS_EACH = 2;

/**
 * Fills an edition with so many ideas of the town, then with the texts `besides`, numbered after them. Rows are
 * written a thousand at a time, each text refused by the same rule as a person's would be; afterwards everything
 * that publishing one by one keeps true is asked of the database (`checkTown`).
 */
export async function fillTown(
  db: Database,
  town: Town,
  ideas: number,
  besides: readonly TownText[] = [],
): Promise<void> {
  const { organisationId, editionId } = town;
  const edition = (await findEditionById(db, organisationId, editionId))!;
  const total = ideas + besides.length;
  const textOf = (number: number) =>
    number <= ideas ? writeTownText(number) : besides[number - ideas - 1]!;
  await addPeople(db, organisationId, Math.ceil(total / IDEAS_EACH));
  for (let from = 1; from <= total; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, total - from + 1) }, (_, index) => {
      const number = from + index;
      const { title, body, subject } = textOf(number);
      const categoryId = edition.categories[subject % edition.categories.length]!.id;
      const text = { title: tidyTitle(title), body: body.trim(), categoryId, lang: 'fr' };
      const refusals = checkText(text, edition);
      if (Object.keys(refusals).length > 0) {
        throw new Error(`Idea ${number}: ${JSON.stringify(refusals)} ${title}`);
      }
      return { ...text, number, supports: supportsOf(number) };
    });
    await addIdeas(db, town, rows, total);
  }
  await addSupports(db, town);
  await addTallies(db, town);
  await sql`vacuum analyze`.execute(db);
  await checkTown(db, town, edition.maximumIdeas);
}

async function addPeople(db: Database, organisationId: string, people: number): Promise<void> {
  await sql`insert into person (organisation_id, name, nickname, nickname_key, email, mailbox, confirmed_at,
      birth_date, residence, residence_declared_on)
    select ${organisationId}, 'Habitant ' || n, 'habitant ' || n, 'habitant' || n,
      n || '@exemple.fr', n || '@exemple.fr', palabre_now(), '1980-01-01', 'ici', current_date
    from generate_series(1, ${people}::int) n`.execute(db);
}

type Row = { title: string; body: string; categoryId: string; number: number; supports: number };

/** In the order of their numbers, one every three seconds until now. */
async function addIdeas(
  db: Database,
  { organisationId, editionId }: Town,
  rows: readonly Row[],
  total: number,
): Promise<void> {
  await sql`
    insert into idea (organisation_id, edition_id, number, title, body, category_id, lang, author_id,
      published_at, support_count)
    select ${organisationId}, ${editionId}, i.number, i.title, i.body, i."categoryId", 'fr', p.id,
      palabre_now() - (${total} - i.number) * interval '3 seconds', i.supports
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as i (number int, title text, body text, "categoryId" uuid, supports int)
    join person p on p.organisation_id = ${organisationId}
      and p.email = (1 + (i.number - 1) / ${IDEAS_EACH}) || '@exemple.fr'
    order by i.number`.execute(db);
}

/** Most ideas have a few supports, one in two hundred more than a hundred. */
const supportsOf = (number: number) =>
  Math.max(0, Math.min(150, Math.floor(1 / (0.005 + ((number * 7919) % 10_007) / 10_007)) - 1));

/** By people who wrote none of the ideas they support, as many as are counted. */
async function addSupports(db: Database, { organisationId, editionId }: Town): Promise<void> {
  await sql`
    with people as (
      select id, row_number() over (order by id) as place from person
      where organisation_id = ${organisationId} and email like '%@exemple.fr'
    ), crowd as (select count(*) as people from people)
    insert into idea_support (organisation_id, idea_id, person_id)
    select i.organisation_id, i.id, p.id
    from idea i
    cross join crowd
    cross join generate_series(1, i.support_count) n
    join people p on p.place = 1 + (i.number * 31 + n) % crowd.people
    where i.organisation_id = ${organisationId} and i.edition_id = ${editionId} and p.id <> i.author_id
    on conflict do nothing`.execute(db);
  await sql`
    update idea i set support_count = given.supports
    from (select i.id, count(s.person_id) as supports from idea i
      left join idea_support s on s.organisation_id = i.organisation_id and s.idea_id = i.id
      where i.organisation_id = ${organisationId} and i.edition_id = ${editionId} group by i.id) given
    where i.organisation_id = ${organisationId} and i.id = given.id and i.support_count <> given.supports`.execute(
    db,
  );
}

async function addTallies(db: Database, { organisationId, editionId }: Town): Promise<void> {
  await sql`
    insert into idea_tally (organisation_id, edition_id, category_id, ideas, last_number)
    select ${organisationId}, ${editionId}, category_id, count(*),
      case when category_id is null then max(number) else 0 end
    from idea where organisation_id = ${organisationId} and edition_id = ${editionId}
    group by grouping sets ((category_id), ())
    on conflict on constraint idea_tally_unique do update
      set ideas = excluded.ideas, last_number = excluded.last_number`.execute(db);
}

/** Throws unless the edition is as publishing its ideas one by one would have left it. */
async function checkTown(db: Database, town: Town, maximumIdeas: number): Promise<void> {
  const here = sql`i.organisation_id = ${town.organisationId} and i.edition_id = ${town.editionId}`;
  const broken: Record<string, RawBuilder<unknown>> = {
    'numbers follow each other': sql`select 1 from idea i where ${here}
      having count(*) <> max(number) or count(distinct number) <> count(*)`,
    'published in the order of numbers': sql`select 1 from (
      select published_at < lag(published_at) over (order by number) as back from idea i where ${here}) o where back`,
    'nobody has more ideas than allowed': sql`select 1 from idea i where ${here}
      group by author_id having count(*) > ${maximumIdeas}`,
    'authors are confirmed': sql`select 1 from idea i join person p on p.organisation_id = i.organisation_id
      and p.id = i.author_id where ${here} and p.confirmed_at is null`,
    'supports are counted': sql`select 1 from idea i where ${here} and support_count <>
      (select count(*) from idea_support s where s.organisation_id = i.organisation_id and s.idea_id = i.id)`,
    'nobody supports their own': sql`select 1 from idea i join idea_support s
      on s.organisation_id = i.organisation_id and s.idea_id = i.id where ${here} and s.person_id = i.author_id`,
    'tallies hold the counts': sql`
      (select category_id, count(*)::int from idea i where ${here} group by grouping sets ((category_id), ())
        except select category_id, ideas from idea_tally i where ${here})`,
    'words hold the counts': sql`
      (select stem, count(*)::int from idea i, unnest(tsvector_to_array(words)) stem where ${here} group by stem
        except select stem, ideas from idea_word i where ${here})`,
  };
  for (const [name, query] of Object.entries(broken)) {
    const { rows } = await sql`select 1 from (${query} limit 1) b`.execute(db);
    if (rows.length > 0) throw new Error(`Filled otherwise than by its people: ${name}.`);
  }
}
