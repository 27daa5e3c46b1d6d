import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import {
  type Component,
  findComponentById,
  findSpaceById,
  isIdeaKind,
  listThemes,
  lockComponent,
  type Space,
} from '../../consultations/index.ts';
import { findEditionById, lockEdition } from '../../spaces/index.ts';
import { type Board, boardOfComponent, boardOfEdition, type ComponentBoard } from './board.ts';

/** What ideas with this board's id stand on. `id`: a uuid. */
export async function findBoard(db: Db, organisationId: string, id: string): Promise<Board | null> {
  const edition = await findEditionById(db, organisationId, id);
  if (edition) return boardOfEdition(edition);
  const component = await findComponentById(db, organisationId, id);
  const space = component && (await findSpaceById(db, organisationId, component.spaceId));
  return space && component ? readBoard(db, organisationId, space, component) : null;
}

/** A component as a board, with the categories of its theme, or of every theme of its space; null: not of ideas. */
export async function readBoard(
  db: Db,
  organisationId: string,
  space: Space,
  component: Component,
): Promise<ComponentBoard | null> {
  if (!isIdeaKind(component.kind)) return null;
  const themes = await listThemes(db, organisationId, space.id);
  const own = themes.filter(({ id }) => component.themeId === null || component.themeId === id);
  return boardOfComponent(
    space,
    component,
    own.flatMap(({ categories }) => categories),
  );
}

/**
 * Waits for whoever freezes the list of an edition, or changes or closes a component, and then sees it: called before a board is
 * read in the transaction that adds to it.
 */
export async function lockBoard(tx: Tx, organisationId: string, id: string): Promise<void> {
  await lockEdition(tx, organisationId, id);
  await lockComponent(tx, organisationId, id);
}

/** Whether the list of those that are voted upon is settled: nothing comes in any more. */
export async function isListFrozen(
  tx: Tx,
  organisationId: string,
  editionId: string,
): Promise<boolean> {
  const { rows } = await sql<{
    frozen: boolean;
  }>`select is_list_frozen(${organisationId}, ${editionId}) as frozen`.execute(tx);
  return rows[0]!.frozen;
}
