import { type Selectable, sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import type { JsonObject, Study as StudyRow } from '../../../platform/database/tables.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { findIdea } from '../../ideas/index.ts';
import { type Act, findEditionById } from '../../spaces/index.ts';
import type { Figures } from './figures.ts';
import { listOpinionsOf } from './opinion.store.ts';
import type { Opinion } from './opinion.ts';
import { isFrozenMeanwhile, lockStudy, readStanding } from './standing.store.ts';
import {
  blankStudy,
  type ClosedStudy,
  type CriterionAnswer,
  checkStudy,
  contentOf,
  refuseStudy,
  type Study,
  type StudyContent,
  type StudyRefusal,
  settleFigures,
} from './study.ts';
import { keepVersion } from './version.store.ts';

/** The file of an idea: what the office says of it, and each department that was asked. */
export interface Sheet {
  study: Study;
  /** In the order in which they were asked. */
  opinions: readonly Opinion[];
}

/** A sheet always exists: one that nobody wrote on is blank. */
export async function findSheet(
  db: Db,
  organisationId: string,
  idea: { id: string; editionId: string },
): Promise<Sheet> {
  const sheets = await listSheets(db, organisationId, [idea.id]);
  return sheets.get(idea.id) ?? { study: blankStudy(idea.id, idea.editionId), opinions: [] };
}

/** By idea; those that nobody wrote on nor was asked about are absent. */
export async function listSheets(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, Sheet>> {
  const [studies, opinions] = await Promise.all([
    listStudies(db, organisationId, ideaIds),
    listOpinionsOf(db, organisationId, ideaIds),
  ]);
  const asked = Map.groupBy(opinions, ({ ideaId }) => ideaId);
  const written = new Map(studies.map((study) => [study.ideaId, study]));
  return new Map(
    [...new Set([...written.keys(), ...asked.keys()])].map((ideaId) => {
      const ofIdea = asked.get(ideaId) ?? [];
      const study = written.get(ideaId) ?? blankStudy(ideaId, ofIdea[0]!.editionId);
      return [ideaId, { study, opinions: ofIdea }];
    }),
  );
}

/** What projects made of these ideas take over, by idea; absent where nobody wrote anything. */
export async function listCosts(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, Figures>> {
  const sheets = await listSheets(db, organisationId, ideaIds);
  return new Map(
    [...sheets].map(([id, { study, opinions }]) => [id, settleFigures(study, opinions)]),
  );
}

export type StudySaved =
  | { ok: true; study: Study }
  | { ok: false; refusal: ClosedStudy | StudyRefusal | 'not-found' }
  /** Somebody saved another version since the form was made. */
  | { ok: false; refusal: 'changed-meanwhile'; study: Study };

/**
 * Saves what the office says. `version`: the one that the form was made from; of two who save the same, the second
 * is shown what the first wrote.
 */
export async function saveStudy(
  db: Db,
  { organisationId, by }: Act,
  ideaId: string,
  content: StudyContent,
  version?: number,
): Promise<StudySaved> {
  try {
    return await inTransaction(db, (tx) =>
      saveWithin(tx, organisationId, by, ideaId, content, version),
    );
  } catch (error) {
    if (isFrozenMeanwhile(error)) return { ok: false, refusal: 'list-frozen' };
    throw error;
  }
}

async function saveWithin(
  tx: Tx,
  organisationId: string,
  by: string | null,
  ideaId: string,
  content: StudyContent,
  version: number | undefined,
): Promise<StudySaved> {
  const idea = await findIdea(tx, organisationId, ideaId);
  const edition = idea && (await findEditionById(tx, organisationId, idea.editionId));
  if (!idea || !edition) return { ok: false, refusal: 'not-found' };
  const closed = refuseStudy(await readStanding(tx, organisationId, edition, ideaId));
  if (closed) return { ok: false, refusal: closed };
  await lockStudy(tx, organisationId, idea);
  // asked again under the lock: a decision may have been published while it was waited for
  const refusal =
    refuseStudy(await readStanding(tx, organisationId, edition, ideaId)) ?? checkStudy(content);
  if (refusal) return { ok: false, refusal };
  const { study: before } = await findSheet(tx, organisationId, idea);
  if (isSame(before, content)) return { ok: true, study: before };
  if (version !== undefined && version !== before.version)
    return { ok: false, refusal: 'changed-meanwhile', study: before };
  const saved = await tx
    .updateTable('study')
    .set({
      version: before.version + 1,
      criteria: JSON.stringify(content.criteria),
      admissible: content.admissible,
      admissibility_note: content.admissibilityNote,
      capital_cost: content.capitalCost,
      yearly_cost: content.yearlyCost,
      delay_months: content.delayMonths,
      saved_by: by,
      saved_at: await readNow(tx),
    })
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const study = asStudy(saved);
  await keepVersion(tx, organisationId, {
    ideaId,
    opinionId: null,
    version: study.version,
    content: contentOf(study) as unknown as JsonObject,
    by,
  });
  await recordFact(tx, {
    organisationId,
    kind: 'study.saved',
    actorId: by,
    subject: { kind: 'idea', id: ideaId },
    detail: {
      editionId: idea.editionId,
      number: idea.number,
      version: study.version,
      previous: before.savedAt === null ? null : before.version,
    },
  });
  return { ok: true, study };
}

async function listStudies(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Study[]> {
  if (ideaIds.length === 0) return [];
  const rows = await db
    .selectFrom('study')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`idea_id = any(${[...ideaIds]}::uuid[])`)
    .execute();
  return rows.map(asStudy);
}

function asStudy(row: Selectable<StudyRow>): Study {
  return {
    ideaId: row.idea_id,
    editionId: row.edition_id,
    version: row.version,
    criteria: row.criteria as Record<string, CriterionAnswer>,
    admissible: row.admissible,
    admissibilityNote: row.admissibility_note,
    capitalCost: row.capital_cost,
    yearlyCost: row.yearly_cost,
    delayMonths: row.delay_months,
    savedBy: row.saved_by,
    // the first version is a row that was only held
    savedAt: row.version > 1 || row.saved_by !== null ? row.saved_at : null,
  };
}

function isSame(before: StudyContent, after: StudyContent): boolean {
  const write = (content: StudyContent) =>
    JSON.stringify([contentOf(content), Object.entries(content.criteria).sort()], (key, value) =>
      key === 'criteria' ? undefined : value,
    );
  return write(before) === write(after);
}
