import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';

export interface Place {
  organisationId: string;
  editionId: string;
  /** Ids, and the slug of the first. */
  categories: readonly string[];
  category: string;
}

/** Texts are drawn once and told again: 4,000 hold a town's whole vocabulary. */
const DRAFTS = 4000;

/** Words that people write, the commonest first; the rest of the vocabulary is made of syllables. */
const WORDS =
  'jardin école rue place parc vélo enfants quartier arbres bancs fontaine marché piste square mairie ' +
  'jeux sport culture musique lecture atelier potager compost ombre eau rivière pont sentier éclairage ' +
  'sécurité passage trottoir poussette fauteuil abri bus gare parking stationnement tilleul fresque ' +
  'théâtre cinéma bibliothèque médiathèque ludothèque stade terrain gymnase piscine verger ruche';

/**
 * Fills an edition with so many ideas in a few statements that pass every constraint:
 * people with four ideas each, texts whose words are as unequal as in life, supports with their counts,
 * pictures. One idea in 20,000 speaks of a guinguette.
 */
export async function fillEdition(db: Database, place: Place, ideas: number): Promise<void> {
  const { organisationId, editionId, categories } = place;
  await db.connection().execute(async (at) => {
    await sql`create temporary table word (rank int primary key, word text)`.execute(at);
    await sql`insert into word
      select row_number() over (), word from (
        select unnest(string_to_array(${WORDS}, ' ')) as word
        union all
        select string_agg(substr('bacidofugelimopuratesivonu', 1 + 2 * (${hash('n * 7 + k')} % 13)::int, 2), '')
          || 'ent'
        from generate_series(1, 6000) n, generate_series(1, 3 + n % 2) k group by n
      ) w on conflict do nothing`.execute(at);
    await sql`update word set word = 'belvédère' where rank = 2000`.execute(at);
    await sql`create temporary table draft as
      select id, (select string_agg(word, ' ' order by k) from (
        select k, (select word from word where rank = 1 + floor(6000 * (${hash('id * 100 + k')} / 2147483648.0) ^ 2.2)::int) as word
        from generate_series(1, 60) k) drawn) as text
      from generate_series(0, ${DRAFTS - 1}) id`.execute(at);
    await sql`insert into person (organisation_id, name, nickname, nickname_key, email, mailbox, confirmed_at,
        birth_date, residence, residence_declared_on)
      select ${organisationId}, 'Habitant ' || n, 'habitant ' || n, 'habitant' || n,
        n || '@exemple.fr', n || '@exemple.fr', palabre_now(), '1980-01-01', 'ici', current_date
      from generate_series(1, ${ideas / 4}::int) n`.execute(at);
    await sql`
      with author as (
        select id, row_number() over (order by email) - 1 as place from person
        where organisation_id = ${organisationId} and email like '%@exemple.fr' and nickname like 'habitant %'
      ), written as (
        select n, text from generate_series(1::bigint, ${ideas}::bigint) n join draft on id = n % ${DRAFTS}
      )
      insert into idea (organisation_id, edition_id, number, title, body, category_id, lang, author_id,
        published_at, support_count)
      select ${organisationId}, ${editionId}, n,
        initcap(split_part(text, ' ', 1)) || ' et ' || split_part(text, ' ', 2)
          || case when n % 20000 = 999 then ', la guinguette' else ' ' || split_part(text, ' ', 3) end,
        text || '.', (${[...categories]}::uuid[])[1 + n % ${categories.length}], 'fr', author.id,
        palabre_now() - interval '4 days' + n * interval '3 seconds',
        greatest(0, least(floor(1 / (0.005 + ${hash('n')} / 2147483648.0)) - 1, 150))
      from written join author on author.place = (n - 1) / 4 order by n`.execute(at);
    await sql`
      insert into idea_support (organisation_id, idea_id, person_id)
      select i.organisation_id, i.id, s.id
      from (
        select id, row_number() over (order by id) as place from person where organisation_id = ${organisationId} limit 150
      ) s join idea i on i.support_count >= s.place
      where i.organisation_id = ${organisationId} and i.edition_id = ${editionId}`.execute(at);
    await sql`
      with added as (
        insert into file (organisation_id, id, storage_key, name, media_type, bytes, width, height, sha256, published_at)
        select organisation_id, id, id::text, 'photo.webp', 'image/webp', 90000, 1600, 1200, '', palabre_now()
        from idea where organisation_id = ${organisationId} and number % 3 = 0
        returning id
      )
      insert into idea_attachment (organisation_id, file_id, idea_id, position)
      select ${organisationId}, id, id, 1 from added`.execute(at);
    await sql`
      insert into idea_tally (organisation_id, edition_id, category_id, ideas, last_number)
      select ${organisationId}, ${editionId}, category_id, count(*), coalesce(max(number) filter (where category_id is null), max(number))
      from idea where organisation_id = ${organisationId} group by grouping sets ((category_id), ())
      on conflict on constraint idea_tally_unique do update
        set ideas = excluded.ideas, last_number = excluded.last_number`.execute(at);
    await sql`drop table word, draft`.execute(at);
    await sql`vacuum analyze`.execute(at);
  });
}

/** Three hundred supports given since the readers in hand began to page, as giving them one by one leaves it. */
export async function supportMeanwhile(db: Database, place: Place): Promise<void> {
  await sql`
    with supported as (
      update idea set support_count = support_count + 1
      where organisation_id = ${place.organisationId} and number % 2 = 1 and number in (
        select number from idea where organisation_id = ${place.organisationId}
        order by ${hash('number')} limit 600)
      returning organisation_id, edition_id, id, support_count
    ), by_whom as (
      select id from person where organisation_id = ${place.organisationId} and nickname = 'Lectrice'
    ), given as (
      insert into idea_support (organisation_id, idea_id, person_id)
      select organisation_id, supported.id, by_whom.id from supported, by_whom
    )
    insert into idea_support_change (organisation_id, edition_id, idea_id, count_before)
    select organisation_id, edition_id, id, support_count - 1 from supported`.execute(db);
}

/** A number that looks like chance and is the same each time, from 0 to 2^31 - 1. */
const hash = (value: string) => sql.raw(`(hashint8((${value})::bigint)::bigint & 2147483647)`);
