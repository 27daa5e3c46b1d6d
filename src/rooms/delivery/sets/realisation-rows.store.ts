import { sql } from 'kysely';
import { among, fromTables } from '../../../platform/sets/row-source.ts';
import { late } from '../global/followed.store.ts';
import type { Stage } from '../realisation.ts';
import type { WrittenRealisation } from './written-realisation.ts';

export interface RealisationRow extends WrittenRealisation {
  changedAt: Date;
}

export interface StepRow {
  id: string;
  editionId: string;
  number: number;
  position: number;
  stage: Stage;
  title: string;
  plannedOn: string | null;
  doneOn: string | null;
}

export interface PostRow {
  id: string;
  editionId: string;
  number: number;
  project: string;
  title: string;
  body: string;
  changedAt: Date;
}

/** What is being realised and public, by the view that the search reads. */
const realised = sql`from public_realisation v
  join realisation r on r.organisation_id = v.organisation_id and r.id = v.id`;

const here = (organisationId: string, editionIds: readonly string[]) => sql`
  where v.organisation_id = ${organisationId} and v.edition_id ${among(editionIds)}`;

export const realisationRows = fromTables<RealisationRow>({
  keys: ['number'],
  select: (organisationId, editionIds) => sql`
    select r.edition_id as "editionId", v.number, v.title, r.theme, r.department_id as "departmentId", r.district,
      r.place, r.latitude, r.longitude, r.year, r.stage, r.halted,
      (select case when s.planned_is_month then left(s.planned_on::text, 7) else s.planned_on::text end
        from realisation_step s where s.organisation_id = r.organisation_id and s.realisation_id = r.id
          and s.done_on is null and s.planned_on = r.next_on order by s.position limit 1) as "nextOn",
      r.voted_cost as "votedCost", r.committed_cost as "committedCost", r.spent_cost as "spentCost",
      ${late} as late, r.in_priority_area as "inPriorityArea", r.begun_at as "changedAt"
    ${realised} ${here(organisationId, editionIds)}`,
});

export const stepRows = fromTables<StepRow>({
  keys: ['number', 'position', 'id'],
  select: (organisationId, editionIds) => sql`
    select s.id, r.edition_id as "editionId", v.number, s.position, s.stage, s.title,
      case when s.planned_is_month then left(s.planned_on::text, 7) else s.planned_on::text end as "plannedOn",
      case when s.done_is_month then left(s.done_on::text, 7) else s.done_on::text end as "doneOn",
      null::timestamptz as "changedAt"
    ${realised}
    join realisation_step s on s.organisation_id = r.organisation_id and s.realisation_id = r.id
    ${here(organisationId, editionIds)}`,
});

/** Published news, neither drafts nor what was taken back; who wrote them is not said. */
export const postRows = fromTables<PostRow>({
  keys: ['id'],
  select: (organisationId, editionIds) => sql`
    select p.id, r.edition_id as "editionId", v.number, v.title as project, p.title, p.body,
      p.published_at as "changedAt"
    ${realised}
    join realisation_post p on p.organisation_id = r.organisation_id and p.realisation_id = r.id
    ${here(organisationId, editionIds)} and p.published_at <= palabre_now() and p.withdrawn_at is null`,
});
