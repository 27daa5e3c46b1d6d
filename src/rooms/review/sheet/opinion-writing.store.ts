import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import type { JsonObject } from '../../../platform/database/tables.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { findIdea } from '../../ideas/index.ts';
import { findDepartment } from '../../organisations/index.ts';
import { type Act, findEditionById } from '../../spaces/index.ts';
import { asOpinion, findOpinion } from './opinion.store.ts';
import {
  type ClosedOpinion,
  checkOpinion,
  follow,
  type Opinion,
  type OpinionContent,
  type OpinionField,
  type OpinionRefusal,
  opinionContentOf,
  refuseAct,
} from './opinion.ts';
import { isFrozenMeanwhile, lockStudy, readStanding } from './standing.store.ts';
import { findGivenVersion, keepVersion } from './version.store.ts';

export type OpinionSaved =
  | { ok: true; opinion: Opinion }
  | { ok: false; refusal: ClosedOpinion | 'not-found' }
  | { ok: false; refusal: 'not-filled'; problems: Partial<Record<OpinionField, OpinionRefusal>> }
  /** Somebody saved another version since the form was made. */
  | { ok: false; refusal: 'changed-meanwhile'; opinion: Opinion };

interface Writing {
  act: 'save' | 'give';
  content: OpinionContent;
  /** The one that the form was made from. */
  version?: number;
}

/** Saves the draft of an opinion, or gives it: for the first time, again after it was asked again, or changed. */
export async function writeOpinion(
  db: Db,
  by: Act,
  opinionId: string,
  writing: Writing,
): Promise<OpinionSaved> {
  try {
    return await inTransaction(db, (tx) => writeWithin(tx, by, opinionId, writing));
  } catch (error) {
    if (isFrozenMeanwhile(error)) return { ok: false, refusal: 'list-frozen' };
    throw error;
  }
}

async function writeWithin(
  tx: Tx,
  { organisationId, by }: Act,
  opinionId: string,
  { act, content, version }: Writing,
): Promise<OpinionSaved> {
  const found = await findOpinion(tx, organisationId, opinionId);
  const idea = found && (await findIdea(tx, organisationId, found.ideaId));
  const edition = idea && (await findEditionById(tx, organisationId, idea.editionId));
  if (!edition) return { ok: false, refusal: 'not-found' };
  const asked = async () => {
    const opinion = (await findOpinion(tx, organisationId, opinionId))!;
    const standing = await readStanding(tx, organisationId, edition, idea.id);
    const department = await findDepartment(tx, organisationId, opinion.departmentId);
    const departmentClosed = department?.closedAt !== null;
    return {
      opinion,
      refusal: refuseAct(act, { state: opinion.state, standing, departmentClosed }),
    };
  };
  const early = (await asked()).refusal;
  if (early) return { ok: false, refusal: early };
  await lockStudy(tx, organisationId, idea);
  await lockOpinion(tx, organisationId, opinionId);
  // asked again under the locks: it may have been given back, or decided, while they were waited for
  const { opinion: before, refusal } = await asked();
  if (refusal) return { ok: false, refusal };
  const problems = checkOpinion(content, act);
  if (Object.keys(problems).length > 0) return { ok: false, refusal: 'not-filled', problems };
  const state = follow(before.state, act)!;
  if (state === before.state && isSame(before, content)) return { ok: true, opinion: before };
  if (version !== undefined && version !== before.version)
    return { ok: false, refusal: 'changed-meanwhile', opinion: before };
  const now = await readNow(tx);
  const saved = await tx
    .updateTable('opinion')
    .set({
      version: before.version + 1,
      state,
      technical: content.technical,
      legal: content.legal,
      financial: content.financial,
      verdict: content.verdict,
      comment: content.comment,
      capital_cost: content.capitalCost,
      yearly_cost: content.yearlyCost,
      delay_months: content.delayMonths,
      saved_by: by,
      saved_at: now,
      settled_at: act === 'give' ? now : before.settledAt,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', opinionId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const opinion = asOpinion(saved);
  const previous = await findGivenVersion(tx, organisationId, opinion);
  await keepVersion(tx, organisationId, {
    ideaId: idea.id,
    opinionId,
    version: opinion.version,
    content: { ...opinionContentOf(opinion), given: act === 'give' } as unknown as JsonObject,
    by,
  });
  // a draft is nobody else's business: no fact
  if (act === 'give')
    await recordFact(tx, {
      organisationId,
      kind: before.state === 'given' ? 'opinion.changed' : 'opinion.given',
      actorId: by,
      subject: { kind: 'idea', id: idea.id },
      detail: {
        editionId: idea.editionId,
        number: idea.number,
        opinionId,
        departmentId: opinion.departmentId,
        department: (await findDepartment(tx, organisationId, opinion.departmentId))?.name ?? '',
        verdict: opinion.verdict,
        version: opinion.version,
        previous,
      },
    });
  return { ok: true, opinion };
}

/** Holds one opinion until the end of the transaction; after `lockStudy`, where both are held. */
async function lockOpinion(tx: Tx, organisationId: string, id: string): Promise<void> {
  await tx
    .selectFrom('opinion')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

const isSame = (before: OpinionContent, after: OpinionContent): boolean =>
  JSON.stringify(opinionContentOf(before)) === JSON.stringify(opinionContentOf(after));
