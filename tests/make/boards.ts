import type { ComponentKind, ComponentSettings } from '../../src/rooms/consultations/index.ts';
import {
  type Board,
  boardOfComponent,
  boardOfEdition,
} from '../../src/rooms/ideas/boards/board.ts';
import { addressesOf } from '../../src/rooms/ideas/boards/board-address.ts';
import type { TestSite } from '../site-client.ts';
import { makeEdition } from './editions.ts';
import { type MadeSpace, makeSpace } from './spaces.ts';

/** Both kinds of boards, by what a test calls them. */
export const BOARD_KINDS = ['edition', 'component'] as const;

/** A board that takes ideas now: an edition, or a component of an open space. */
export async function makeBoard(
  site: TestSite,
  kind: (typeof BOARD_KINDS)[number],
): Promise<{ board: Board; to: ReturnType<typeof addressesOf> }> {
  const board =
    kind === 'edition'
      ? boardOfEdition(await makeEdition(site, { minimumAgePropose: 0, residenceRequired: false }))
      : (await makeComponentBoard(site)).board;
  return { board, to: addressesOf(board) };
}

/** A component of an open space, with its space beside. */
export async function makeComponentBoard(
  site: TestSite,
  {
    kind = 'ideas',
    settings,
    ...space
  }: {
    kind?: ComponentKind;
    settings?: Partial<ComponentSettings>;
    isPrivate?: boolean;
    open?: boolean;
    categories?: readonly string[];
  } = {},
) {
  const made: MadeSpace = await makeSpace(site, {
    ...space,
    kindOfComponent: kind,
    ...(settings && { settings }),
  });
  const board = boardOfComponent(made.space, made.component, made.theme.categories);
  return { ...made, board, to: addressesOf(board) };
}
