import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { listIdeaTitles } from '../../ideas/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import type { StudyStage } from '../assignment/assignment.ts';
import { findDecisions } from '../decisions/decision.store.ts';
import type { Decision, RefusalReason } from '../decisions/decision.ts';
import { listReasons } from '../decisions/reason.store.ts';
import { findMergesOf } from '../merges/merge.store.ts';
import { stateOf } from '../merges/merge.ts';
import type { Figures } from '../sheet/figures.ts';
import type { Opinion } from '../sheet/opinion.ts';
import { listSheets } from '../sheet/study.store.ts';
import { settleFigures } from '../sheet/study.ts';

/** What a line of the office's export says of the study of an idea. */
export interface StudiedLine {
  stage: StudyStage;
  opinions: readonly (Pick<Opinion, 'state' | 'verdict'> & { department: string })[];
  figures: Figures | null;
  decision: Decision | null;
  reason: RefusalReason | null;
  /** Number of the idea that this one was merged into; null: into none, or others into it. */
  mergedInto: number | null;
}

/** By id of idea, for some hundreds at once: as many queries as for one. */
export async function readStudied(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, StudiedLine>> {
  const [stages, sheets, decisions, merges, departments] = await Promise.all([
    listStages(db, organisationId, ideaIds),
    listSheets(db, organisationId, ideaIds),
    findDecisions(db, organisationId, ideaIds),
    findMergesOf(db, organisationId, ideaIds),
    listDepartments(db, organisationId, { closed: true }),
  ]);
  const editions = new Set([...decisions.values()].map(({ editionId }) => editionId));
  const leads = [...merges.values()].map(({ leadIdeaId }) => leadIdeaId);
  const [reasons, titles] = await Promise.all([
    Promise.all([...editions].map((edition) => listReasons(db, organisationId, edition))),
    listIdeaTitles(db, organisationId, leads),
  ]);
  const reasonById = new Map(reasons.flat().map((reason) => [reason.id, reason]));
  const nameById = new Map(departments.map(({ id, name }) => [id, name]));
  const numberById = new Map(titles.map(({ id, number }) => [id, number]));
  return new Map(
    stages.map(({ ideaId, stage }): [string, StudiedLine] => {
      const sheet = sheets.get(ideaId);
      const decision = decisions.get(ideaId) ?? null;
      const merge = merges.get(ideaId);
      const follows = merge && stateOf(merge) === 'accepted' && merge.leadIdeaId !== ideaId;
      return [
        ideaId,
        {
          stage,
          opinions: (sheet?.opinions ?? []).map(({ state, verdict, departmentId }) => ({
            state,
            verdict,
            department: nameById.get(departmentId) ?? '',
          })),
          figures: sheet ? settleFigures(sheet.study, sheet.opinions) : null,
          decision,
          reason: reasonById.get(decision?.reasonId ?? '') ?? null,
          mergedInto: (follows && numberById.get(merge.leadIdeaId)) || null,
        },
      ];
    }),
  );
}

async function listStages(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<{ ideaId: string; stage: StudyStage }[]> {
  const { rows } = await sql<{ ideaId: string; stage: StudyStage }>`
    select idea_id as "ideaId", stage from study_stage
    where organisation_id = ${organisationId} and idea_id = any(${[...ideaIds]}::uuid[])`.execute(
    db,
  );
  return rows;
}
