import * as m from '../../paraglide/messages.js';
import { get, holdsRight, mayInSpace, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { loadFollowing } from '../notifications/index.routes.ts';
import { listCoOrganisers } from './co-organiser.store.ts';
import { listSeenSpaces, loadShowcase, loadSpace, loadTheme } from './load.routes.ts';
import { showShowcase } from './showcase.routes.tsx';
import { countSpace, showComponents } from './shown.routes.ts';
import { chooseAct } from './shown.ts';
import { SpacePage } from './space.page.tsx';
import { SpacesPage } from './spaces.page.tsx';
import { ThemePage } from './theme.page.tsx';
import { listThemes } from './theme.store.ts';

/**
 * What everybody reads of spaces. Pages are kept for who is not signed in: a private space is never there for them, and
 * what is not there is never kept.
 */
export const spaceRoutes: readonly Route[] = [
  get(
    urls.spaces,
    'anyone',
    async (visit) =>
      page({
        title: m.participation_title(),
        section: 'participation',
        description: m.participation_lead(),
        body: (
          <SpacesPage
            spaces={await listSeenSpaces(visit)}
            mayPrepare={holdsRight('officer', visit.visitor)}
          />
        ),
      }),
    { cached: true },
  ),

  get(
    urls.space,
    'anyone',
    async (visit) => {
      const { space, isInside } = await loadShowcase(visit);
      if (!isInside) return showShowcase(visit, space);
      const { db, organisation, visitor } = visit;
      const [themes, components, coOrganisers, figures, following] = await Promise.all([
        listThemes(db, organisation.id, space.id),
        showComponents(visit, space),
        listCoOrganisers(db, organisation.id, space.id),
        countSpace(visit, space),
        loadFollowing(visit, { kind: 'space', id: space.id }),
      ]);
      return page({
        title: space.title,
        section: 'participation',
        description: space.summary,
        body: (
          <SpacePage
            space={space}
            themes={themes}
            components={components}
            coOrganisers={coOrganisers}
            step={chooseAct(space, components)}
            figures={figures}
            following={following}
            mayManage={visitor !== null && mayInSpace('space-organiser', visitor, space.id)}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(
    urls.theme,
    'anyone',
    async (visit) => {
      const space = await loadSpace(visit);
      const theme = await loadTheme(visit, space);
      const components = (await showComponents(visit, space)).filter(
        ({ themeId }) => themeId === theme.id,
      );
      const [parts, following] = await Promise.all([
        visit.listThemeParts({ space: space.slug, components }),
        loadFollowing(visit, { kind: 'theme', id: theme.id }),
      ]);
      return page({
        title: theme.title,
        section: 'participation',
        description: theme.summary,
        scripts: parts.flatMap(({ scripts = [] }) => scripts),
        body: <ThemePage {...{ space, theme, components, parts, following }} />,
      });
    },
    { cached: true },
  ),
];
