import { categoryLook } from '../spaces/index.page.ts';
import type { BoardCategory } from './boards/board.ts';

/** How a category is shown, by its id: as on every page of its board. That of a theme that is not cut is not shown. */
export const lookOf = (categories: readonly BoardCategory[], id: string | null) =>
  categories.some((one) => one.isWhole) ? null : categoryLook({ categories }, id);
