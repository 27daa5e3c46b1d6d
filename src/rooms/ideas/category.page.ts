import { categoryLook } from '../spaces/index.page.ts';
import type { Category } from '../spaces/index.ts';

/** How a category is shown, by its id: as on every page of its edition. */
export const lookOf = (categories: readonly Category[], id: string | null) =>
  categoryLook({ categories }, id);
