import type { Tx } from '../../platform/database/database.ts';
import type { Edition } from './edition.ts';
import type { EditionSettings } from './edition-settings.ts';

/** Envelopes and criteria as the settings say; each keeps its id under every wording and in every place. */
export async function writeParts(
  tx: Tx,
  organisationId: string,
  editionId: string,
  before: Pick<Edition, 'envelopes' | 'criteria'> | null,
  { envelopes, criteria }: EditionSettings,
): Promise<void> {
  const place = { organisation_id: organisationId, edition_id: editionId };
  await removeOthers(tx, 'envelope', organisationId, before?.envelopes ?? [], envelopes);
  for (const [position, one] of envelopes.entries()) {
    const row = {
      name: one.name,
      kind: one.kind,
      target: one.target,
      amount: one.amount,
      project_cap: one.projectCap,
      project_floor: one.projectFloor,
      position,
    };
    if (isKept(before?.envelopes, one)) {
      await tx
        .updateTable('envelope')
        .set(row)
        .where('organisation_id', '=', organisationId)
        .where('id', '=', one.id)
        .execute();
    } else
      await tx
        .insertInto('envelope')
        .values({ ...place, ...row })
        .execute();
  }
  await removeOthers(tx, 'criterion', organisationId, before?.criteria ?? [], criteria);
  for (const [position, one] of criteria.entries()) {
    const row = { name: one.name, help: one.help, asked_of_holder: one.askedOfHolder, position };
    if (isKept(before?.criteria, one)) {
      await tx
        .updateTable('criterion')
        .set(row)
        .where('organisation_id', '=', organisationId)
        .where('id', '=', one.id)
        .execute();
    } else
      await tx
        .insertInto('criterion')
        .values({ ...place, ...row })
        .execute();
  }
}

/** An id that this edition does not have, from another edition or a form made by hand, makes a new one. */
function isKept<T extends { id: string | null }>(
  existing: readonly { id: string }[] = [],
  one: T,
): one is T & { id: string } {
  return existing.some(({ id }) => id === one.id);
}

async function removeOthers(
  tx: Tx,
  table: 'envelope' | 'criterion',
  organisationId: string,
  existing: readonly { id: string }[],
  wanted: readonly { id: string | null }[],
): Promise<void> {
  const gone = existing.filter(({ id }) => !wanted.some((one) => one.id === id));
  if (gone.length === 0) return;
  await tx
    .deleteFrom(table)
    .where('organisation_id', '=', organisationId)
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute();
}
