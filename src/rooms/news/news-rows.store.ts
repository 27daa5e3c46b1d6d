import { sql } from 'kysely';
import { among, fromTables } from '../../platform/sets/row-source.ts';

export interface NewsRow {
  number: number;
  editionId: string | null;
  title: string;
  summary: string;
  body: string;
  showsAt: Date;
  correctedAt: Date | null;
  correction: string;
  changedAt: Date;
}

/** What everybody may read now, by the view that its pages ask; never who wrote it. */
export const newsRows = fromTables<NewsRow>({
  ofEditions: false,
  keys: ['number'],
  select: (organisationId, editionIds) => sql`
    select n.number, n.edition_id as "editionId", n.title, n.summary, n.body, n.shows_at as "showsAt",
      n.corrected_at as "correctedAt", n.correction, greatest(n.shows_at, n.corrected_at) as "changedAt"
    from public_news n
    where n.organisation_id = ${organisationId}
      and (n.edition_id is null or n.edition_id ${among(editionIds)})`,
});
