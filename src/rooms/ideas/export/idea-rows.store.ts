import { sql } from 'kysely';
import { among, fromTables } from '../../../platform/sets/row-source.ts';
import type { ListedIdea } from '../idea-list.ts';

export interface IdeaRow {
  id: string;
  editionId: string;
  number: number;
  title: string;
  body: string;
  lang: string;
  categoryId: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  supports: number;
  publishedAt: Date;
  changedAt: Date;
  outcome: ListedIdea['outcome'];
  isMerged: boolean;
  reason: string | null;
}

/** What everybody reads of an idea on its page, but whose it is. */
export const ideaRows = fromTables<IdeaRow>({
  keys: ['number'],
  // the tally knows how many, and two indexes when: twenty thousand need not be read for a page
  count: (organisationId, editionIds) => sql`
    select coalesce(sum(t.ideas), 0)::int as rows, max(greatest(
      (select max(i.published_at) from idea i
        where i.organisation_id = t.organisation_id and i.edition_id = t.edition_id),
      (select max(i.edited_at) from idea i
        where i.organisation_id = t.organisation_id and i.edition_id = t.edition_id and i.edited_at is not null)
    )) as "changedAt"
    from idea_tally t
    where t.organisation_id = ${organisationId} and t.edition_id ${among(editionIds)} and t.category_id is null`,
  select: (organisationId, editionIds) => sql`
    select i.id, i.edition_id as "editionId", i.number, i.title, i.body, i.lang, i.category_id as "categoryId",
      i.place, i.latitude, i.longitude, i.support_count as supports, i.published_at as "publishedAt",
      greatest(i.published_at, i.edited_at) as "changedAt", i.public_outcome as outcome, i.is_merged as "isMerged",
      r.french as reason
    from idea i
    left join public_reason r on r.organisation_id = i.organisation_id and r.idea_id = i.id
    where i.organisation_id = ${organisationId} and i.edition_id ${among(editionIds)} and i.hidden_at is null`,
});
