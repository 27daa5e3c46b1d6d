import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ContributionKind } from '../../../platform/http/contribution.ts';
import { findAccountHours } from '../../identity/index.ts';
import {
  type Admission,
  type AdmissionRefusal,
  countLinks,
  decideAdmission,
  type HeldWhy,
  isNewAccount,
  TEXTS_OF_TRUST,
} from './admission-of-texts.ts';
import { findAlike } from './alike.store.ts';
import { type Likeness, readLikeness } from './likeness.ts';

/** A text as its room is about to publish it, in the same transaction. */
export interface AdmittedText {
  personId: string;
  /** Of staff, and of whom the room knows otherwise. */
  isTrusted: boolean;
  kind: ContributionKind;
  /** Under which it is kept, held or not. */
  targetId: string;
  spaceId: string | null;
  /** Of an idea or an event its own; of a comment, what it is about. */
  title: string;
  text: string;
}

/** Something that others have published and that waits from now on: its room takes it out of sight. */
interface WithdrawnText {
  kind: ContributionKind;
  targetId: string;
}

export type Admitted =
  | { state: 'published' | 'held'; withdrawn: readonly WithdrawnText[] }
  | { state: 'refused'; refusal: AdmissionRefusal };

const PASSED: Admitted = { state: 'published', withdrawn: [] };

/**
 * Whether a text is seen at once, read first, or refused. New accounts of an organisation are looked at one after the
 * other, so that of five who write the same at once the fifth sees four; everybody else passes without waiting.
 */
export async function admitText(
  tx: Tx,
  organisationId: string,
  written: AdmittedText,
): Promise<Admitted> {
  if (written.isTrusted) return PASSED;
  const { personId } = written;
  const standing = {
    ageHours: (await findAccountHours(tx, organisationId, personId)) ?? 0,
    accepted: await countAccepted(tx, organisationId, personId),
  };
  if (!isNewAccount(standing)) return PASSED;
  await holdNewcomers(tx, organisationId);
  // the title of an idea or an event is its author's too; that of a comment is what it is about
  const said = written.kind === 'comment' ? written.text : `${written.title}\n${written.text}`;
  const likeness = readLikeness(said);
  const [alike, hour, textsThisHour] = [
    await findAlike(tx, organisationId, personId, likeness),
    await readHour(tx, organisationId),
    await countOwn(tx, organisationId, personId),
  ];
  const admission = decideAdmission({
    isTrusted: false,
    standing,
    textsThisHour,
    links: countLinks(said),
    alikeAccounts: alike.accounts,
    alikeWave: alike.wave?.state ?? null,
    ...hour,
  });
  if (admission.state === 'refused') return admission;
  const waveId = await findWave(tx, organisationId, admission, alike.wave?.id ?? null);
  const before = await watch(tx, organisationId, written, { likeness, admission, waveId });
  await countHour(tx, organisationId, admission.state === 'published' ? 1 : 0);
  if (admission.state === 'published') {
    // corrected, it is the same text
    if (before !== 'published') await changeTrust(tx, organisationId, [personId], 1);
    return PASSED;
  }
  if (before === 'published') await changeTrust(tx, organisationId, [personId], -1);
  const found = admission.why === 'alike' ? alike.textIds : [];
  const withdrawn = waveId
    ? await withdrawInto(tx, organisationId, waveId, admission.why, found)
    : [];
  return { state: 'held', withdrawn };
}

/** Held before any text is: whoever admits or clears new accounts' texts here does so one after the other. */
export const holdNewcomers = (tx: Tx, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('newcomers ' || ${organisationId}::text, 0))`.execute(
    tx,
  );

async function countAccepted(db: Db, organisationId: string, personId: string): Promise<number> {
  const row = await db
    .selectFrom('text_trust')
    .select('accepted')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.accepted ?? 0;
}

async function countOwn(db: Db, organisationId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ texts: number }>`select count(*)::int as texts from watched_text
    where organisation_id = ${organisationId} and person_id = ${personId}
      and written_at > palabre_now() - interval '1 hour'`.execute(db);
  return rows[0]!.texts;
}

/** Of the last sixty minutes, this text included, as two hours of the clock tell it; and of a usual hour of two weeks. */
async function readHour(
  db: Db,
  organisationId: string,
): Promise<{ textsOfHour: number; usualHour: number }> {
  const { rows } = await sql<{ textsOfHour: number; usualHour: number }>`
    with now as (select palabre_now() as at, date_trunc('hour', palabre_now()) as hour)
    select 1 + coalesce(sum(case when h.hour = now.hour then h.texts
          when h.hour = now.hour - interval '1 hour'
            then h.texts * (1 - extract(epoch from now.at - now.hour) / 3600) else 0 end), 0)::float8 as "textsOfHour",
      coalesce(sum(h.accepted) filter (where h.hour < now.hour), 0)::float8 / (14 * 24) as "usualHour"
    from now left join text_hour h on h.organisation_id = ${organisationId} and h.hour >= now.hour - interval '14 days'
    group by now.at`.execute(db);
  return rows[0]!;
}

const countHour = (tx: Tx, organisationId: string, accepted: number) =>
  sql`insert into text_hour as h (organisation_id, hour, texts, accepted)
    values (${organisationId}, date_trunc('hour', palabre_now()), 1, ${accepted})
    on conflict (organisation_id, hour) do update set texts = h.texts + 1, accepted = h.accepted + excluded.accepted`.execute(
    tx,
  );

/** One more text of each was published, or one less. Beyond what trust asks nobody counts. */
export async function changeTrust(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  by: 1 | -1,
): Promise<void> {
  if (personIds.length === 0) return;
  await sql`insert into text_trust as t (organisation_id, person_id, accepted)
    select ${organisationId}, person_id, greatest(0, ${by}::int * count(*))
    from unnest(${[...personIds]}::uuid[]) p (person_id) group by person_id
    on conflict (organisation_id, person_id) do update set accepted = greatest(0, t.accepted
      + ${by}::int * (select count(*) from unnest(${[...personIds]}::uuid[]) p (id) where p.id = t.person_id))
    where ${by}::int < 0 or t.accepted < ${TEXTS_OF_TRUST}`.execute(tx);
}

/** The texts with which this one waits; null: it waits alone, or not at all. */
async function findWave(
  tx: Tx,
  organisationId: string,
  admission: Exclude<Admission, { state: 'refused' }>,
  alikeId: string | null,
): Promise<string | null> {
  if (admission.state === 'published' || admission.why === 'links') return null;
  if (admission.why === 'alike' && alikeId) return alikeId;
  if (admission.why === 'surge') {
    const { rows } = await sql<{
      id: string;
    }>`select id from text_wave where organisation_id = ${organisationId}
      and why = 'surge' and outcome is null and opened_at > palabre_now() - interval '1 day'
      order by opened_at desc limit 1`.execute(tx);
    if (rows[0]) return rows[0].id;
  }
  const wave = await tx
    .insertInto('text_wave')
    .values({ organisation_id: organisationId, why: admission.why })
    .returning('id')
    .executeTakeFirstOrThrow();
  return wave.id;
}

/** Says what had become of the same text before it was corrected; null: there was none, or it was not seen. */
async function watch(
  tx: Tx,
  organisationId: string,
  written: AdmittedText,
  {
    likeness,
    admission,
    waveId,
  }: { likeness: Likeness; admission: Admission; waveId: string | null },
): Promise<'published' | null> {
  const { rows } = await sql<{ isPublished: boolean }>`delete from watched_text
    where organisation_id = ${organisationId} and target_kind = ${written.kind} and target_id = ${written.targetId}
    returning held_why is null or coalesce(outcome = 'published', false) as "isPublished"`.execute(
    tx,
  );
  const { id } = await tx
    .insertInto('watched_text')
    .values({
      organisation_id: organisationId,
      target_kind: written.kind,
      target_id: written.targetId,
      space_id: written.spaceId,
      person_id: written.personId,
      title: written.title,
      words: written.text,
      shingles: [...likeness.shingles],
      held_why: admission.state === 'held' ? admission.why : null,
      wave_id: waveId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (likeness.marks.length > 0)
    await sql`insert into text_mark (organisation_id, text_id, mark)
      select ${organisationId}, ${id}, unnest(${[...likeness.marks]}::int[])`.execute(tx);
  return rows[0]?.isPublished ? 'published' : null;
}

/**
 * What others of the wave have published within the hour waits with it from now on: those found nearly the same, or, all
 * at once, every text of a new account.
 */
async function withdrawInto(
  tx: Tx,
  organisationId: string,
  waveId: string,
  why: HeldWhy,
  alikeIds: readonly string[],
): Promise<WithdrawnText[]> {
  // of a surge, those that waited alone for their links are judged with the others
  if (why === 'surge')
    await sql`update watched_text set held_why = ${why}, wave_id = ${waveId}
      where organisation_id = ${organisationId} and held_why = 'links' and outcome is null and wave_id is null
        and written_at > palabre_now() - interval '1 hour'`.execute(tx);
  const which =
    why === 'surge'
      ? sql`written_at > palabre_now() - interval '1 hour'`
      : sql`id = any(${[...alikeIds]}::uuid[])`;
  const { rows } = await sql<WithdrawnText & { personId: string }>`
    update watched_text set held_why = ${why}, wave_id = ${waveId}
    where organisation_id = ${organisationId} and held_why is null and ${which}
    returning target_kind as kind, target_id as "targetId", person_id as "personId"`.execute(tx);
  await changeTrust(
    tx,
    organisationId,
    rows.map(({ personId }) => personId),
    -1,
  );
  return rows.map(({ kind, targetId }) => ({ kind, targetId }));
}
