import { type IconName, isIconName } from '../../ui/icon.tsx';
import type { PictureKind } from '../../ui/placeholder-picture.tsx';
import type { Tint } from '../../ui/tag.tsx';
import type { Category } from './edition.ts';

/** The drawing that stands for a category's icon, where nobody gave a picture. */
const drawings: Partial<Record<IconName, PictureKind>> = {
  nature: 'nature',
  animals: 'nature',
  energy: 'nature',
  bike: 'mobility',
  bus: 'mobility',
  place: 'mobility',
  construction: 'mobility',
  culture: 'culture',
  music: 'culture',
  book: 'culture',
  sport: 'sport',
  baby: 'youth',
  education: 'youth',
  solidarity: 'solidarity',
  health: 'solidarity',
  shield: 'solidarity',
  citizens: 'solidarity',
  heritage: 'heritage',
};

interface CategoryLook {
  label: string;
  icon: IconName;
  tint: Tint;
  drawn: PictureKind;
}

/** How a category is shown: its icon, and one of the six colours by its place in the edition's list. */
export function categoryLook(
  { categories }: { categories: readonly Category[] },
  id: string | null,
): CategoryLook | null {
  const place = categories.findIndex((category) => category.id === id);
  const category = categories[place];
  if (!category) return null;
  const icon = isIconName(category.icon) ? category.icon : 'idea';
  return {
    label: category.name,
    icon,
    tint: ((place % 6) + 1) as Tint,
    drawn: drawings[icon] ?? 'town',
  };
}
