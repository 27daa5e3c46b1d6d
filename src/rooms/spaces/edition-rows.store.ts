import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { findEditionById } from './edition.store.ts';
import type { Edition, Phase } from './edition.ts';
import { type EditionSettings, settingsOf } from './edition-settings.ts';

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

/** Held, and as it is now; 404 where it was abandoned while one waited. */
export async function lockedEdition(tx: Tx, organisationId: string, id: string): Promise<Edition> {
  await lockEdition(tx, organisationId, id);
  return found(await findEditionById(tx, organisationId, id), 'edition');
}

export async function getEdition(tx: Tx, organisationId: string, id: string): Promise<Edition> {
  const edition = await findEditionById(tx, organisationId, id);
  if (!edition) throw new Error(`No edition ${id} in organisation ${organisationId}.`);
  return edition;
}

/** The columns that settings fill. */
export function asRow(settings: EditionSettings) {
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
    comments_open: settings.commentsOpen,
    idea_place: settings.ideaPlace,
    minimum_choices: settings.minimumChoices,
    maximum_choices: settings.maximumChoices,
    intended_ballot: settings.intendedBallot,
    council_decision: settings.councilDecision,
    council_decision_on: settings.councilDecisionOn,
    council_decision_file: settings.councilDecisionFile,
    responsible_official: settings.responsibleOfficial,
    districts: [...settings.districts],
    idea_help: JSON.stringify(settings.ideaHelp),
  };
}

export async function writePhases(
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

/** One more version of the règlement, once the edition is open: what residents could read, and since when. */
export async function keepRules(
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
