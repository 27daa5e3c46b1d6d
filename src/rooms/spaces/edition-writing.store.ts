import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import {
  type Db,
  sqlState,
  type Tx,
  violatedConstraint,
} from '../../platform/database/database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { describePhaseChanges } from './calendar.ts';
import { categorySlug, chooseIcon, planCategories } from './categories.ts';
import { findEditionById } from './edition.store.ts';
import type { Edition, Phase } from './edition.ts';
import { listOpeningRefusals, type OpeningRefusal } from './edition-opening.ts';
import { describeSettingsChanges, type EditionSettings, settingsOf } from './edition-settings.ts';

/** Who acts; null: a seed or an import. */
export interface Act {
  organisationId: string;
  by: string | null;
}

export type EditionWritten =
  | { ok: true; edition: Edition }
  | { ok: false; refusal: 'slug-taken' | 'category-in-use' }
  /** Somebody saved another version since the form was made. */
  | { ok: false; refusal: 'changed-meanwhile'; edition: Edition };

/** Makes an edition, not public yet. `archived`: it comes in whole and nobody deposits in it (import). */
export async function insertEdition(
  db: Db,
  { organisationId, by }: Act,
  settings: EditionSettings,
  phases: readonly Phase[],
  { archived = false } = {},
): Promise<EditionWritten> {
  try {
    return await inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('edition')
        .values({
          organisation_id: organisationId,
          ...asRow(settings),
          ...(archived && { archived_at: sql`palabre_now()`, opened_at: sql`palabre_now()` }),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writePhases(tx, organisationId, id, phases);
      await writeCategories(tx, organisationId, id, [], settings.categories);
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
    return refusalOf(error);
  }
}

/** Changes the settings. `mark` (of `markSettings`) says which version the change was made from. */
export async function changeSettings(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  settings: EditionSettings,
  mark?: string,
): Promise<EditionWritten> {
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
      await writeCategories(tx, organisationId, editionId, before.categories, settings.categories);
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

/** Holds the edition for the rest of the transaction: acts that happen once per edition wait for each other. */
export async function lockEdition(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('edition')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Short print of the settings that a form was made from: another one means that somebody saved in between. */
export function markSettings(edition: Edition): string {
  return mark(settingsOf(edition));
}

export function markCalendar(edition: Edition): string {
  return mark(edition.phases);
}

function mark(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

async function lockedEdition(tx: Tx, organisationId: string, id: string): Promise<Edition> {
  await lockEdition(tx, organisationId, id);
  return getEdition(tx, organisationId, id);
}

async function getEdition(tx: Tx, organisationId: string, id: string): Promise<Edition> {
  const edition = await findEditionById(tx, organisationId, id);
  if (!edition) throw new Error(`No edition ${id} in organisation ${organisationId}.`);
  return edition;
}

function asRow(settings: EditionSettings) {
  return {
    slug: settings.slug,
    title: settings.title,
    summary: settings.summary,
    envelope: settings.envelope,
    rules_text: settings.rulesText,
    minimum_age_propose: settings.minimumAgePropose,
    minimum_age_vote: settings.minimumAgeVote,
    residence_required: settings.residenceRequired,
    maximum_ideas: settings.maximumIdeas,
    idea_length: settings.ideaLength,
    edit_minutes: settings.editMinutes,
    minimum_choices: settings.minimumChoices,
    maximum_choices: settings.maximumChoices,
    council_decision: settings.councilDecision,
    council_decision_on: settings.councilDecisionOn,
    responsible_official: settings.responsibleOfficial,
    idea_help: JSON.stringify(settings.ideaHelp),
  };
}

async function writePhases(
  tx: Tx,
  organisationId: string,
  editionId: string,
  phases: readonly Phase[],
): Promise<void> {
  if (phases.length === 0) return;
  await tx
    .insertInto('phase')
    .values(
      phases.map((phase) => ({
        organisation_id: organisationId,
        edition_id: editionId,
        step: phase.step,
        starts_at: phase.startsAt,
        ends_at: phase.endsAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'edition_id', 'step']).doUpdateSet((excluded) => ({
        starts_at: excluded.ref('excluded.starts_at'),
        ends_at: excluded.ref('excluded.ends_at'),
      })),
    )
    .execute();
}

async function writeCategories(
  tx: Tx,
  organisationId: string,
  editionId: string,
  existing: Edition['categories'],
  names: readonly string[],
): Promise<void> {
  const plan = planCategories(existing, names);
  if (plan.removedIds.length > 0) {
    await tx
      .deleteFrom('category')
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', plan.removedIds)
      .execute();
  }
  for (const { id, name, position } of plan.kept) {
    await tx
      .updateTable('category')
      .set({ name, slug: categorySlug(name), icon: chooseIcon(name), position })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
  }
  if (plan.added.length > 0) {
    await tx
      .insertInto('category')
      .values(
        plan.added.map(({ name, position }) => ({
          organisation_id: organisationId,
          edition_id: editionId,
          slug: categorySlug(name),
          name,
          icon: chooseIcon(name),
          position,
        })),
      )
      .execute();
  }
}

/** One more version of the règlement, once the edition is open: what residents could read, and since when. */
async function keepRules(
  tx: Tx,
  organisationId: string,
  edition: Edition,
  by: string | null,
): Promise<void> {
  const settings = { settings: settingsOf(edition), phases: edition.phases };
  await tx
    .insertInto('rules_version')
    .values({
      organisation_id: organisationId,
      edition_id: edition.id,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from rules_version
        where organisation_id = ${organisationId} and edition_id = ${edition.id})`,
      settings: JSON.stringify(settings),
      published_by: by,
    })
    .execute();
}

function refusalOf(error: unknown): { ok: false; refusal: 'slug-taken' | 'category-in-use' } {
  if (violatedConstraint(error) === 'edition_slug_unique')
    return { ok: false, refusal: 'slug-taken' };
  // a removed category that ideas or projects still stand in
  if (sqlState(error) === '23503') return { ok: false, refusal: 'category-in-use' };
  throw error;
}
