import { type RawBuilder, sql } from 'kysely';
import { type HeldStem, type Probe, weightOf, writeProbe } from './probes.ts';

/** The probes of one text: a published idea by its id, a draft by ''. */
export interface Asked extends Probe {
  asker: string;
}

/**
 * Common table expressions that end with `candidate (asker, id)`: for each text, the ideas that share the most
 * with it by its probes, `most` of them, and as many that hold its whole title. At most `read` ideas for a probe:
 * more may hold its words than was thought.
 */
export function selectCandidates(
  among: { organisationId: string; editionId: string; total: number },
  asked: readonly Asked[],
  stems: readonly HeldStem[],
  limits: { most: number; read: number },
): RawBuilder<unknown> {
  const weights = new Map(stems.map(({ stem, ideas }) => [stem, weightOf(ideas, among.total)]));
  const probes = new Map(asked.map((probe) => [writeProbe(probe), probe.stems]));
  const parts = [...probes].flatMap(([probe, held]) => held.map((stem) => ({ probe, stem })));
  return sql`asked as materialized (
      select * from unnest(${asked.map(({ asker }) => asker)}::text[], ${asked.map(writeProbe)}::text[],
        ${asked.map(({ wholeTitle }) => wholeTitle)}::bool[]) as a (asker, probe, whole)
    ), part as materialized (
      select * from unnest(${parts.map(({ probe }) => probe)}::text[], ${parts.map(({ stem }) => stem)}::text[],
        ${parts.map(({ stem }) => weights.get(stem) ?? 0)}::float8[]) as p (probe, stem, weight)
    ), held as materialized (
      select p.probe, h.id
      from unnest(${[...probes.keys()]}::text[]) as p (probe)
      cross join lateral (select i.id from idea i where i.organisation_id = ${among.organisationId}
        and i.edition_id = ${among.editionId} and i.hidden_at is null and i.words @@ p.probe::tsquery limit ${limits.read}) h
    ), shared as materialized (
      select a.asker, h.id, p.stem, bool_or(a.whole) as whole, max(p.weight) as weight
      from asked a join held h on h.probe = a.probe and h.id::text <> a.asker join part p on p.probe = a.probe
      group by a.asker, h.id, p.stem
    ), candidate as materialized (
      select asker, id from (
        select asker, id, row_number() over (partition by asker order by sum(weight) desc, id) as place,
          row_number() over (partition by asker order by bool_or(whole) desc, sum(weight) desc, id) as title_place
        from shared group by asker, id
      ) c where place <= ${limits.most} or title_place <= ${limits.most}
    )`;
}
