import { sql } from 'kysely';
import { among, fromTables } from '../../platform/sets/row-source.ts';

export interface ProjectRow {
  id: string;
  editionId: string;
  /** null: of a list that is being made. */
  number: number | null;
  title: string;
  summary: string;
  categoryId: string | null;
  district: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  cost: number;
  changedAt: Date;
}

const written = sql`p.id, p.edition_id as "editionId", p.number, p.title, p.summary, p.category_id as "categoryId",
  p.district, p.place, p.latitude, p.longitude, p.cost, greatest(p.deposited_at, p.changed_at) as "changedAt"`;

/** Projects of frozen lists whose campaign has begun: the same view as the search reads. */
export const publicProjectRows = fromTables<ProjectRow>({
  keys: ['number'],
  select: (organisationId, editionIds) => sql`
    select ${written} from public_project v
    join project p on p.organisation_id = v.organisation_id and p.id = v.id
    where v.organisation_id = ${organisationId} and v.edition_id ${among(editionIds)}`,
});

/** Every project, of a list that is being made too: for the office. */
export const projectRows = fromTables<ProjectRow>({
  keys: ['id'],
  select: (organisationId, editionIds) => sql`
    select ${written} from project p
    where p.organisation_id = ${organisationId} and p.edition_id ${among(editionIds)}`,
});
