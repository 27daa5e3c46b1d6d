import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, sqlState, violatedConstraint } from '../../platform/database/database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { describePhaseChanges } from './calendar.ts';
import { writeCategories } from './category.store.ts';
import { findEditionMadeFrom } from './edition.store.ts';
import type { Edition, Phase } from './edition.ts';
import { listOpeningRefusals, type OpeningRefusal } from './edition-opening.ts';
import { writeParts } from './edition-parts.store.ts';
import { asRow, getEdition, keepRules, lockedEdition, writePhases } from './edition-rows.store.ts';
import { describeSettingsChanges, type EditionSettings, settingsOf } from './edition-settings.ts';
import { followWhole } from './envelopes.ts';

/** Who acts; null: a seed or an import. */
export interface Act {
  organisationId: string;
  by: string | null;
}

/** What only the database can tell: of other editions, of the projects that there are. */
export type SavingRefusal =
  | 'slug-taken'
  | 'category-in-use'
  | 'criterion-in-use'
  | 'district-in-use'
  | 'district-frozen';

export type EditionWritten =
  | { ok: true; edition: Edition }
  | { ok: false; refusal: SavingRefusal }
  /** Somebody saved another version since the form was made. */
  | { ok: false; refusal: 'changed-meanwhile'; edition: Edition };

export type EditionMade =
  | EditionWritten
  /** This very form was sent before; null: what it made was abandoned since. */
  | { ok: false; refusal: 'made-already'; edition: Edition | null };

/**
 * Makes an edition, not public yet. `archived`: it comes in whole and nobody deposits in it (import). `madeFrom` names
 * the form that asks for it: two of its posts, by a double click, make one edition.
 */
export async function insertEdition(
  db: Db,
  { organisationId, by }: Act,
  asked: EditionSettings,
  phases: readonly Phase[],
  {
    archived = false,
    currency = 'EUR',
    madeFrom = null,
  }: { archived?: boolean; currency?: string; madeFrom?: string | null } = {},
): Promise<EditionMade> {
  try {
    const settings = { ...asked, envelopes: followWhole(asked.envelopes, asked.envelope) };
    return await inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('edition')
        .values({
          organisation_id: organisationId,
          ...asRow(settings),
          currency,
          made_from: madeFrom,
          ...(archived && { archived_at: sql`palabre_now()`, opened_at: sql`palabre_now()` }),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writePhases(tx, organisationId, id, phases);
      await writeCategories(tx, organisationId, { editionId: id }, [], settings.categories);
      await writeParts(tx, organisationId, id, null, settings);
      await recordFact(tx, {
        organisationId,
        kind: archived ? 'edition.imported' : 'edition.created',
        actorId: by,
        subject: { kind: 'edition', id },
        detail: { slug: settings.slug, title: settings.title, envelope: settings.envelope },
      });
      return { ok: true, edition: await getEdition(tx, organisationId, id) };
    });
  } catch (error) {
    if (madeFrom === null) return refusalOf(error);
    // the other post of this form may hold the address too: either constraint may speak first
    const made = await findEditionMadeFrom(db, organisationId, madeFrom);
    if (made || violatedConstraint(error) === 'edition_made_once')
      return { ok: false, refusal: 'made-already', edition: made };
    return refusalOf(error);
  }
}

/** Changes the settings. `mark` (of `markSettings`) says which version the change was made from. */
export async function changeSettings(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  asked: EditionSettings,
  mark?: string,
): Promise<EditionWritten> {
  const settings = { ...asked, envelopes: followWhole(asked.envelopes, asked.envelope) };
  try {
    return await inTransaction(db, async (tx) => {
      const before = await lockedEdition(tx, organisationId, editionId);
      if (mark !== undefined && mark !== markSettings(before))
        return { ok: false, refusal: 'changed-meanwhile', edition: before };
      const changes = describeSettingsChanges(settingsOf(before), settings);
      if (Object.keys(changes).length === 0) return { ok: true, edition: before };
      await tx
        .updateTable('edition')
        .set(asRow(settings))
        .where('organisation_id', '=', organisationId)
        .where('id', '=', editionId)
        .execute();
      await writeCategories(
        tx,
        organisationId,
        { editionId },
        before.categories,
        settings.categories,
      );
      await writeParts(tx, organisationId, editionId, before, settings);
      await recordFact(tx, {
        organisationId,
        kind: 'edition.settings-changed',
        actorId: by,
        subject: { kind: 'edition', id: editionId },
        detail: { changes: changes as unknown as JsonObject },
      });
      const edition = await getEdition(tx, organisationId, editionId);
      if (edition.openedAt !== null) await keepRules(tx, organisationId, edition, by);
      return { ok: true, edition };
    });
  } catch (error) {
    return refusalOf(error);
  }
}

/** Changes the calendar; the fact keeps old and new dates. A poll that is open keeps its own. */
export async function changePhases(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  phases: readonly Phase[],
  mark?: string,
): Promise<EditionWritten> {
  return inTransaction(db, async (tx) => {
    const before = await lockedEdition(tx, organisationId, editionId);
    if (mark !== undefined && mark !== markCalendar(before))
      return { ok: false, refusal: 'changed-meanwhile', edition: before };
    const changes = describePhaseChanges(before.phases, phases);
    if (changes.length === 0) return { ok: true, edition: before };
    await writePhases(tx, organisationId, editionId, phases);
    await recordFact(tx, {
      organisationId,
      kind: 'edition.calendar-changed',
      actorId: by,
      subject: { kind: 'edition', id: editionId },
      detail: { changes: changes as unknown as JsonObject[] },
    });
    const edition = await getEdition(tx, organisationId, editionId);
    if (edition.openedAt !== null) await keepRules(tx, organisationId, edition, by);
    return { ok: true, edition };
  });
}

/** Makes the edition public, with the first version of its règlement (R35). */
export async function openEdition(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  { rulesRead = true } = {},
): Promise<{ ok: true; edition: Edition } | { ok: false; refusals: OpeningRefusal[] }> {
  return inTransaction(db, async (tx) => {
    const before = await lockedEdition(tx, organisationId, editionId);
    const refusals = listOpeningRefusals(before, rulesRead);
    if (refusals.length > 0) return { ok: false, refusals };
    await tx
      .updateTable('edition')
      .set({ opened_at: sql`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', editionId)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'edition.opened',
      actorId: by,
      subject: { kind: 'edition', id: editionId },
      detail: { slug: before.slug, title: before.title },
    });
    const edition = await getEdition(tx, organisationId, editionId);
    await keepRules(tx, organisationId, edition, by);
    return { ok: true, edition };
  });
}

/** Short print of the settings that a form was made from: another one means that somebody saved in between. */
export function markSettings(edition: Edition): string {
  return mark(settingsOf(edition));
}

/** The same of some fields only: what others change elsewhere does not matter to the form. */
export function markFields(edition: Edition, fields: readonly (keyof EditionSettings)[]): string {
  const settings = settingsOf(edition);
  return mark(fields.map((field) => settings[field]));
}

export function markCalendar(edition: Edition): string {
  return mark(edition.phases);
}

function mark(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

function refusalOf(error: unknown): { ok: false; refusal: SavingRefusal } {
  const constraint = violatedConstraint(error);
  if (constraint === 'edition_slug_unique') return { ok: false, refusal: 'slug-taken' };
  if (constraint === 'district_in_use') return { ok: false, refusal: 'district-in-use' };
  if (constraint === 'district_of_frozen_list') return { ok: false, refusal: 'district-frozen' };
  if (sqlState(error) === '23503' && constraint?.includes('criterion'))
    return { ok: false, refusal: 'criterion-in-use' };
  // a removed category that ideas or projects still stand in
  if (sqlState(error) === '23503' && constraint?.includes('category'))
    return { ok: false, refusal: 'category-in-use' };
  throw error;
}
