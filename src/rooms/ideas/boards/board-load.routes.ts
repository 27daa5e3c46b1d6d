import { found, notFound } from '../../../platform/http/refused.ts';
import { mayInSpace } from '../../../platform/http/route.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import {
  loadComponentOf,
  loadSpace,
  seeSpace,
  showBeside,
} from '../../consultations/index.routes.ts';
import { type Edition, findEdition } from '../../spaces/index.ts';
import { findBoard, readBoard } from './board.store.ts';
import { type Board, boardOfEdition } from './board.ts';
import type { Beside } from './board-frame.page.tsx';

/**
 * The board of the address, an edition or a component, as far as this visitor may see it: what stands in a private space, or
 * is hidden, is not there for others (404). `shared`: an edition just read for somebody else will do.
 */
export async function loadBoard(visit: Visit, { shared = false } = {}): Promise<Board> {
  const { db, organisation } = visit;
  const { edition: slug } = visit.params as Partial<Record<string, string>>;
  if (slug !== undefined) {
    const read = () => findEdition(db, organisation.id, slug);
    const edition = await (shared ? visit.share(`edition ${slug}`, read) : read());
    return boardOfEdition(found(edition, 'edition'));
  }
  const placed = visit as unknown as Visit<'space' | 'component'>;
  const space = await loadSpace(placed);
  const component = await loadComponentOf(placed, space);
  return found(await readBoard(db, organisation.id, space, component), 'component');
}

/** The same for who deposits: where the team alone does, this is there for nobody else. */
export async function loadBoardToDeposit(visit: Visit): Promise<Board> {
  const board = await loadBoard(visit);
  if (!mayDepositOn(visit, board)) throw notFound('component');
  return board;
}

/** Whether what is deposited here may come from this visitor (R100, R101); dates apart. */
export const mayDepositOn = (visit: Pick<Visit, 'visitor'>, board: Board): boolean =>
  !board.ofTeam || isOfTeam(visit, board);

/** Whether the visitor is of the team of the board's space. */
export const isOfTeam = ({ visitor }: Pick<Visit, 'visitor'>, board: Board): boolean =>
  board.kind === 'component' &&
  visitor !== null &&
  mayInSpace('space-author', visitor, board.space.id);

/** For the frame of a page of a board: what stands beside a component in its theme. */
export async function findBeside(visit: Visit, board: Board): Promise<Beside> {
  if (board.kind === 'edition') return null;
  return showBeside(visit, { ...board.space, isTeam: isOfTeam(visit, board) }, board.component);
}

/** Whether this visitor may read what stands on a board that an id led to. */
export async function seesBoard(visit: Visit, board: Board): Promise<boolean> {
  if (board.kind === 'edition') return board.edition.openedAt !== null;
  const space = await seeSpace(visit, board.space);
  return space !== null && (space.isTeam || !board.component.isHidden);
}

/** Some boards by their ids, those alone that this visitor may read. `editions`: all those of the organisation, already read. */
export async function findSeenBoards(
  visit: Visit,
  ids: readonly string[],
  editions: readonly Edition[],
): Promise<ReadonlyMap<string, Board>> {
  const seen = [...new Set(ids)].map(async (id): Promise<[string, Board][]> => {
    const edition = editions.find((one) => one.id === id);
    if (edition) return [[id, boardOfEdition(edition)]];
    const board = await findBoard(visit.db, visit.organisation.id, id);
    return board && (await seesBoard(visit, board)) ? [[id, board]] : [];
  });
  return new Map((await Promise.all(seen)).flat());
}
