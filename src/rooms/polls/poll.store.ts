import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../platform/database/database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { asOption, asPoll, type PollRow } from './poll.rows.ts';
import type { ActKind, FrozenPoll, Option, Poll } from './poll.ts';

interface PollNow {
  poll: Poll | null;
  /** Database time, at which it was read. */
  now: Date;
}

/** The poll of an edition and the database time at which it was read, in one query. */
export async function findPollNow(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<PollNow> {
  return readPollNow(db, polls(db, organisationId).where('p.edition_id', '=', editionId));
}

export async function findPollAt(db: Db, organisationId: string, id: string): Promise<PollNow> {
  return readPollNow(db, polls(db, organisationId).where('p.id', '=', id));
}

async function readPollNow(db: Db, query: ReturnType<typeof polls>): Promise<PollNow> {
  const row = await query.select(sql<Date>`palabre_now()`.as('now')).executeTakeFirst();
  return row
    ? { poll: asPoll(row as PollRow, await listOptions(db, row)), now: row.now }
    : { poll: null, now: await readNow(db) };
}

/** The poll of an edition with its options and acts. */
export async function findPollOf(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Poll | null> {
  return readPoll(db, polls(db, organisationId).where('p.edition_id', '=', editionId));
}

export async function findPoll(db: Db, organisationId: string, id: string): Promise<Poll | null> {
  return readPoll(db, polls(db, organisationId).where('p.id', '=', id));
}

async function readPoll(db: Db, query: ReturnType<typeof polls>): Promise<Poll | null> {
  const row = await query.executeTakeFirst();
  return row ? asPoll(row as PollRow, await listOptions(db, row)) : null;
}

function polls(db: Db, organisationId: string) {
  return db
    .selectFrom('poll as p')
    .innerJoin('poll_manifest as m', (join) =>
      join.onRef('m.organisation_id', '=', 'p.organisation_id').onRef('m.poll_id', '=', 'p.id'),
    )
    .selectAll('p')
    .select([
      'm.hash as manifest_hash',
      sql<PollRow['extensions']>`(select jsonb_agg(jsonb_build_object('from', e.closed_at_before,
          'to', e.closes_at, 'reason', e.reason, 'by', e.by_person, 'at', e.at) order by e.at)
        from poll_extension e where e.organisation_id = p.organisation_id and e.poll_id = p.id)`.as(
        'extensions',
      ),
      sql<PollRow['acts']>`(select jsonb_agg(jsonb_build_object(
          'kind', a.kind, 'by', a.by_person, 'at', a.at, 'detail', a.detail) order by a.at)
        from poll_act a where a.organisation_id = p.organisation_id and a.poll_id = p.id)`.as(
        'acts',
      ),
    ])
    .where('p.organisation_id', '=', organisationId);
}

/** Options never change once a poll is written (the database refuses): each node reads them once. */
const options = new Map<string, readonly Option[]>();
const POLLS = 500;

async function listOptions(
  db: Db,
  poll: { organisation_id: string; id: string },
): Promise<readonly Option[]> {
  const known = options.get(poll.id);
  if (known) return known;
  const rows = await db
    .selectFrom('poll_option')
    .selectAll()
    .where('organisation_id', '=', poll.organisation_id)
    .where('poll_id', '=', poll.id)
    .orderBy('position')
    .execute();
  const read = rows.map(asOption);
  if (options.size >= POLLS) options.clear();
  options.set(poll.id, read);
  return read;
}

/** Makes whoever changes what is planned or told of a poll wait for whoever began before; votes do not wait. */
export async function lockPoll(tx: Tx, organisationId: string, id: string): Promise<void> {
  await tx
    .selectFrom('poll')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

/** Every poll that is neither published nor locked: what jobs and the check at start look at. */
export async function listRunningPolls(
  db: Db,
): Promise<{ organisationId: string; id: string; editionId: string }[]> {
  const rows = await db
    .selectFrom('poll as p')
    .select(['p.organisation_id', 'p.id', 'p.edition_id'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('poll_act as a')
            .select('a.kind')
            .whereRef('a.organisation_id', '=', 'p.organisation_id')
            .whereRef('a.poll_id', '=', 'p.id')
            .where('a.kind', 'in', ['published', 'locked']),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    id: row.id,
    editionId: row.edition_id,
  }));
}

export interface NewPoll {
  organisationId: string;
  poll: FrozenPoll;
  manifest: { body: string; hash: string; signature: string };
  /** null for an archived poll: nothing is cast in it. */
  keyMarks: { roll: string; link: string } | null;
  importedSha256: string | null;
}

/** Writes poll, options and manifest. `false`: the edition has a poll already, or the file was imported before. */
export async function insertPoll(tx: Tx, { organisationId, ...added }: NewPoll): Promise<boolean> {
  const { poll } = added;
  const inserted = await tx
    .insertInto('poll')
    .values({
      organisation_id: organisationId,
      id: poll.id,
      edition_id: poll.editionId,
      title: poll.title,
      profile: poll.profile,
      ballot_kind: poll.kind,
      minimum_choices: poll.minimumChoices,
      maximum_choices: poll.maximumChoices,
      limits: JSON.stringify(poll.limits),
      settings: JSON.stringify(poll.settings),
      rule: poll.rule,
      tie_break: [...poll.tieBreak],
      fund_unsupported: poll.fundUnsupported,
      envelope: poll.envelope,
      minimum_age: poll.minimumAge,
      residence_required: poll.residenceRequired,
      opens_at: poll.opensAt,
      closes_at: poll.closesAt,
      roll_key_mark: added.keyMarks?.roll ?? null,
      link_key_mark: added.keyMarks?.link ?? null,
      imported_sha256: added.importedSha256,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  await insertOptions(tx, organisationId, poll.id, poll.options);
  await tx
    .insertInto('poll_manifest')
    .values({ organisation_id: organisationId, poll_id: poll.id, ...added.manifest })
    .execute();
  return true;
}

async function insertOptions(
  tx: Tx,
  organisationId: string,
  pollId: string,
  options: readonly Option[],
): Promise<void> {
  await tx
    .insertInto('poll_option')
    .values(
      options.map((option, position) => ({
        organisation_id: organisationId,
        poll_id: pollId,
        option_key: option.key,
        position,
        kind: option.kind,
        target_id: option.targetId,
        label: option.label,
        cost: option.cost,
        envelope: option.envelope,
        zone: option.zone,
        category: option.category,
        holder: option.holder,
        deposited_at: option.depositedAt,
      })),
    )
    .execute();
}

/**
 * Records an act; of two who ask at once, one. `false`: it was recorded before. The database refuses
 * an act out of order.
 */
export async function recordAct(
  tx: Tx,
  organisationId: string,
  pollId: string,
  act: { kind: ActKind; by: string | null; detail?: JsonObject },
): Promise<boolean> {
  const recorded = await tx
    .insertInto('poll_act')
    .values({
      organisation_id: organisationId,
      poll_id: pollId,
      kind: act.kind,
      by_person: act.by,
      detail: JSON.stringify(act.detail ?? {}),
    })
    .onConflict((conflict) => conflict.constraint('poll_act_once').doNothing())
    .returning('kind')
    .executeTakeFirst();
  return recorded !== undefined;
}

export interface Manifest {
  body: string;
  hash: string;
  signature: string;
}

export async function getManifest(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<Manifest> {
  return db
    .selectFrom('poll_manifest')
    .select(['body', 'hash', 'signature'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow();
}

export interface KeyMarks {
  roll: string;
  link: string;
}

/** null for an archived poll. */
export async function findKeyMarks(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<KeyMarks | null> {
  const row = await db
    .selectFrom('poll')
    .select(['roll_key_mark', 'link_key_mark'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', pollId)
    .executeTakeFirst();
  return row?.roll_key_mark && row.link_key_mark
    ? { roll: row.roll_key_mark, link: row.link_key_mark }
    : null;
}
