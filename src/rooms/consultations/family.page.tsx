import * as m from '../../paraglide/messages.js';
import { urls } from '../../urls.ts';
import type { Space } from './space.ts';

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
  if (!family || (!family.parent && family.poles.length === 0)) return null;
  const { parent, poles } = family;
  return (
    <nav class="edition-tabs" aria-label={m.participation_siblings()}>
      <ul>
        {parent && (
          <li>
            <a href={urls.space({ space: parent.slug })}>
              <bdi>{parent.title}</bdi>
            </a>
          </li>
        )}
        {poles.map(({ slug, title }) => (
          <li key={slug}>
            <a
              href={urls.space({ space: slug })}
              aria-current={slug === space.slug ? 'true' : undefined}
            >
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
