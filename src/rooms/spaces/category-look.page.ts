import type { Category as CategoryLook } from '../../ui/card.tsx';
import { isIconName } from '../../ui/icon.tsx';
import type { PictureKind } from '../../ui/placeholder-picture.tsx';
import type { Tint } from '../../ui/tag.tsx';
import { type Edition, findCategory } from './edition.ts';

/** How a category is shown on cards and tags: its name, its icon, and one of the six tints by its place. */
export function categoryLook(edition: Edition, categoryId: string | null): CategoryLook | null {
  const category = findCategory(edition, categoryId);
  if (!category) return null;
  const place = edition.categories.indexOf(category);
  return {
    label: category.name,
    icon: isIconName(category.icon) ? category.icon : 'idea',
    tint: ((place % 6) + 1) as Tint,
  };
}

const DRAWINGS: Record<string, PictureKind> = {
  sport: 'sport',
  culture: 'culture',
  music: 'culture',
  heritage: 'heritage',
  nature: 'nature',
  animals: 'nature',
  energy: 'nature',
  bike: 'mobility',
  bus: 'mobility',
  place: 'mobility',
  construction: 'mobility',
  solidarity: 'solidarity',
  health: 'solidarity',
  accessibility: 'solidarity',
  baby: 'youth',
  education: 'youth',
};

/** What is drawn for a contribution without a picture. */
export function categoryDrawing(edition: Edition, categoryId: string | null): PictureKind {
  return DRAWINGS[findCategory(edition, categoryId)?.icon ?? ''] ?? 'town';
}
