import type { PlacedComponent, ThemePart, Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findComponentById, isIdeaKind, listThemes } from '../../consultations/index.ts';
import { listNewestOf } from '../idea-list.store.ts';
import { allWords } from './board-words.page.ts';
import { NewestIdeas } from './theme-parts.page.tsx';

/** Of each component: its own page has them all. */
const SHOWN = 5;

/** The newest ideas of the components of a theme (R109): read together, however many components there are. */
export async function listThemeParts(
  visit: Visit,
  { space, components }: { space: string; components: readonly PlacedComponent[] },
): Promise<ThemePart[]> {
  const { db, organisation } = visit;
  const ids = components.filter(({ kind }) => isIdeaKind(kind)).map(({ id }) => id);
  const [first] = ids;
  if (!first) return [];
  const { newest, categories } = await visit.share(`theme-ideas ${ids.join()}`, async () => {
    const component = await findComponentById(db, organisation.id, first);
    const [newest, themes] = await Promise.all([
      listNewestOf(db, organisation.id, ids, SHOWN),
      component ? listThemes(db, organisation.id, component.spaceId) : [],
    ]);
    const theme = themes.find(({ id }) => id === component?.themeId);
    return { newest, categories: theme?.categories ?? [] };
  });
  return components.flatMap(({ id, kind, slug, title }): ThemePart[] => {
    if (!isIdeaKind(kind)) return [];
    const at = { space, component: slug };
    return [
      {
        title,
        action: { label: allWords(kind, title), href: urls.spaceIdeas(at) },
        body: <NewestIdeas at={at} ideas={newest.get(id) ?? []} categories={categories} />,
      },
    ];
  });
}
