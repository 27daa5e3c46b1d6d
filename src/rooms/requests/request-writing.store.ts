import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFacts } from '../../platform/journal/journal.ts';
import {
  findComponentById,
  findSpaceById,
  lockComponent,
  noteParticipation,
  stateOf as stateOfComponent,
} from '../consultations/index.ts';
import { isSuspended } from '../moderation/index.ts';
import { findRequest } from './request.store.ts';
import type { Category, HelpRequest, WrittenRequest } from './request.ts';

type AskRefusal = 'not-open' | 'suspended' | 'too-many-texts';
type Asked =
  | { ok: true; request: HelpRequest; isNew: boolean }
  | { ok: false; refusal: AskRefusal };

interface Asker {
  organisationId: string;
  by: string;
}

/** What lets a text through, in the transaction that publishes it. */
export type Admit = (
  tx: Tx,
  text: { id: string; title: string; text: string },
) => Promise<'published' | 'held' | 'too-many-texts'>;

/** Asks for help; the caller has checked the words. `tell` is called in the same transaction, unless it waits to be read. */
export async function askForHelp(
  db: Db,
  { organisationId, by }: Asker,
  componentId: string,
  written: WrittenRequest,
  {
    madeFrom,
    admit = async () => 'published',
    tell = async () => {},
  }: { madeFrom: string; admit?: Admit; tell?: (tx: Tx, request: HelpRequest) => Promise<void> },
): Promise<Asked> {
  try {
    return await inTransaction(db, async (tx): Promise<Asked> => {
      await lockComponent(tx, organisationId, componentId);
      const component = await findComponentById(tx, organisationId, componentId);
      const space = component && (await findSpaceById(tx, organisationId, component.spaceId));
      if (!space || stateOfComponent(component, space, await readNow(tx)) !== 'open')
        return { ok: false, refusal: 'not-open' };
      if (await isSuspended(tx, organisationId, by)) return { ok: false, refusal: 'suspended' };
      const known = await findRequest(tx, organisationId, { madeFrom });
      if (known?.askedBy === by) return { ok: true, request: known, isNew: false };
      const id = randomUUID();
      const state = await admit(tx, { id, title: written.title, text: written.question });
      if (state === 'too-many-texts') return { ok: false, refusal: state };
      await lockNumbers(tx, organisationId);
      const held = state === 'held' ? sql<Date>`palabre_now()` : null;
      await tx
        .insertInto('help_request')
        .values({
          organisation_id: organisationId,
          id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from help_request where organisation_id = ${organisationId})`,
          component_id: componentId,
          category: written.category,
          title: written.title,
          question: written.question,
          deadline: written.deadline,
          lang: written.lang,
          asked_by: by,
          made_from: madeFrom,
          held_at: held,
          hidden_at: held,
        })
        .execute();
      const request = (await findRequest(tx, organisationId, { id }))!;
      if (!held) {
        await announce(tx, organisationId, request);
        await tell(tx, request);
      }
      return { ok: true, request, isNew: true };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'help_request_made_once') throw error;
    const request = await findRequest(db, organisationId, { madeFrom });
    if (request?.askedBy !== by) throw error;
    return { ok: true, request, isNew: false };
  }
}

/** Counts who asked in the space, and notes that somebody did: neither who nor what. */
async function announce(tx: Tx, organisationId: string, request: HelpRequest): Promise<void> {
  const component = await findComponentById(tx, organisationId, request.componentId);
  await noteParticipation(tx, organisationId, component!.spaceId, request.askedBy);
  await tellFact(tx, organisationId, 'help.asked', request);
}

/** Of a request, facts say that something became of it: never who asked, who answers, nor what it is about. */
export const tellFact = (
  tx: Tx,
  organisationId: string,
  kind: `help.${string}`,
  { id, category }: Pick<HelpRequest, 'id' | 'category'>,
) =>
  recordFacts(tx, [
    {
      organisationId,
      kind,
      actorId: null,
      subject: { kind: 'help-request', id },
      detail: { category },
    },
  ]);

const lockNumbers = (tx: Tx, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('help requests ' || ${organisationId}::text, 0))`.execute(
    tx,
  );

/** What its asker may do with it; false: it stood so already. */
export type RequestAct =
  | { kind: 'answered'; commentId: string }
  | { kind: 'unanswered' }
  | { kind: 'closed' }
  | { kind: 'reopened' }
  | { kind: 'shared' };

export async function actOnRequest(
  tx: Tx,
  { organisationId, by }: Asker,
  requestId: string,
  act: RequestAct,
): Promise<boolean> {
  const request = await findRequest(tx, organisationId, { id: requestId }, true);
  if (!request || request.hiddenAt || request.askedBy !== by) return false;
  const isChange = {
    answered: !request.closedAt && 'commentId' in act && request.acceptedComment !== act.commentId,
    unanswered: !request.closedAt && request.acceptedComment !== null,
    closed: !request.closedAt,
    reopened: request.closedAt !== null,
    shared: request.sharedAt === null,
  }[act.kind];
  if (!isChange) return false;
  const change = {
    answered: sql`accepted_comment = ${'commentId' in act ? act.commentId : null}::uuid`,
    unanswered: sql`accepted_comment = null`,
    closed: sql`closed_at = palabre_now()`,
    reopened: sql`closed_at = null`,
    shared: sql`shared_at = palabre_now()`,
  }[act.kind];
  await sql`update help_request set ${change}
    where organisation_id = ${organisationId} and id = ${requestId}::uuid`.execute(tx);
  await tx
    .insertInto('help_request_act')
    .values({
      organisation_id: organisationId,
      request_id: requestId,
      kind: act.kind,
      by_person: by,
    })
    .execute();
  await tellFact(tx, organisationId, `help.${act.kind}`, request);
  return true;
}

/** Its helpers are reminded of it, once: false to whoever comes second, or where it waits for nobody any more. */
export async function takeRecall(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update help_request set recalled_at = palabre_now()
    where organisation_id = ${organisationId} and id = ${id}::uuid and recalled_at is null
      and accepted_comment is null and closed_at is null and hidden_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Settles which categories a component offers; the caller has checked that there is one. */
export async function saveCategories(
  db: Db,
  organisationId: string,
  componentId: string,
  categories: readonly Category[],
): Promise<void> {
  await sql`insert into help_setting (organisation_id, component_id, categories)
    values (${organisationId}, ${componentId}::uuid, ${[...categories]}::text[])
    on conflict (organisation_id, component_id) do update set categories = excluded.categories`.execute(
    db,
  );
}

/** Takes a request out of sight, or back, as it is judged; what waited is then seen for the first time. */
export async function hideRequest(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  if (!isHidden && (await showHeldRequest(tx, organisationId, id))) return;
  await sql`update help_request set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and id = ${id} and (hidden_at is null) = ${isHidden}`.execute(
    tx,
  );
}

/** Shows a request that waited; null: none of that id waits. */
export async function showHeldRequest(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<HelpRequest | null> {
  const { numAffectedRows } =
    await sql`update help_request set hidden_at = null, held_at = null, refused_at = null
      where organisation_id = ${organisationId} and id = ${id} and held_at is not null`.execute(tx);
  if (numAffectedRows !== 1n) return null;
  const request = (await findRequest(tx, organisationId, { id }))!;
  await announce(tx, organisationId, request);
  return request;
}

export async function withholdRequests(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update help_request set hidden_at = palabre_now(), held_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and hidden_at is null`.execute(
    tx,
  );
}

export async function refuseRequests(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update help_request set refused_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and held_at is not null`.execute(
    tx,
  );
}
