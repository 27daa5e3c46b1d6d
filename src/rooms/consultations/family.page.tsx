import * as m from '../../paraglide/messages.js';
import { urls } from '../../urls.ts';
import type { Space } from './space.ts';
import { Tabs } from './tabs.page.tsx';

export interface FamilyProps {
  space: Pick<Space, 'slug'> & { id?: string };
  /** Left out: nobody looked. */
  family?:
    | {
        parent: Pick<Space, 'slug' | 'title'> | null;
        poles: readonly Space[];
      }
    | undefined;
}

/** A space among its siblings, in every page of each of them (R141); nothing where it stands alone. */
export function FamilyNav({ space, family }: FamilyProps) {
  if (!family?.parent) return null;
  const { parent, poles } = family;
  return (
    <Tabs
      label={m.participation_siblings()}
      folded={parent.title}
      current="true"
      tabs={[parent, ...poles].map(({ slug, title }) => ({
        key: slug,
        href: urls.space({ space: slug }),
        title,
        isCurrent: slug === space.slug,
      }))}
    />
  );
}
