import type { Db } from '../../platform/database/database.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  type Space,
} from '../consultations/index.ts';

/** The component that a list is, and the space it stands in. */
export interface ListPlace {
  component: Component;
  space: Space;
}

export async function findPlace(
  db: Db,
  organisationId: string,
  componentId: string,
): Promise<ListPlace | null> {
  const component = await findComponentById(db, organisationId, componentId);
  const space = component && (await findSpaceById(db, organisationId, component.spaceId));
  return component && space ? { component, space } : null;
}
