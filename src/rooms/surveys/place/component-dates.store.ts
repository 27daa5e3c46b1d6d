import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import {
  changeComponent,
  findComponentById,
  findSpaceById,
  lockComponent,
  lockSpace,
  stateOf,
} from '../../consultations/index.ts';
import type { Act } from '../../spaces/index.ts';
import type { PlaceKey } from '../survey.ts';

/** What a questionnaire is of; null: there is no such questionnaire. */
async function findPlaceOf(
  db: Db,
  organisationId: string,
  surveyId: string,
): Promise<PlaceKey | null> {
  const row = await db
    .selectFrom('survey')
    .select(['edition_id', 'component_id'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', surveyId)
    .executeTakeFirst();
  if (!row) return null;
  return row.edition_id
    ? { kind: 'edition', id: row.edition_id }
    : { kind: 'component', id: row.component_id! };
}

/** Holds the space of a component, which is held before its questionnaire is. Of an edition nothing is held. */
export async function holdSpaceOf(tx: Tx, organisationId: string, surveyId: string): Promise<void> {
  const place = await findPlaceOf(tx, organisationId, surveyId);
  if (place?.kind !== 'component') return;
  const component = await findComponentById(tx, organisationId, place.id);
  await lockSpace(tx, organisationId, component!.spaceId);
}

/** Gives a component the dates of its questionnaire: its card says what its page does. Its space is held (`holdSpaceOf`). */
export async function dateComponent(
  tx: Tx,
  act: Act,
  place: PlaceKey,
  dates: { opensAt: Date | null; closesAt: Date },
): Promise<void> {
  if (place.kind !== 'component') return;
  const component = (await findComponentById(tx, act.organisationId, place.id))!;
  await changeComponent(tx, act, component, { ...component, ...dates });
}

/** Whether answers may come in now as far as a component goes, which stays so until the transaction ends. */
export async function isOpenIn(tx: Tx, organisationId: string, surveyId: string): Promise<boolean> {
  const place = await findPlaceOf(tx, organisationId, surveyId);
  if (place?.kind !== 'component') return true;
  await lockComponent(tx, organisationId, place.id);
  const component = (await findComponentById(tx, organisationId, place.id))!;
  const space = (await findSpaceById(tx, organisationId, component.spaceId))!;
  return !component.isHidden && stateOf(component, space, await readNow(tx)) === 'open';
}
