import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from '../boards/board-address.page.ts';
import { ideaSegment } from '../idea-address.ts';
import { loadIdea } from '../ideas.routes.tsx';
import { listIdeaVersions } from '../version.store.ts';
import { VersionsPage } from './versions.page.tsx';
import { choosePair, numberVersions } from './versions.ts';

/** What changed from one version of an idea to another, for everybody (R200); of what is hidden there is none. */
export const versionRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.ideaVersions, 'anyone', async (visit) => {
    const { board, idea } = await loadIdea(visit);
    const earlier = await listIdeaVersions(visit.db, visit.organisation.id, idea.id);
    if (earlier.length === 0)
      return seeOther(visit, addressesOf(board).idea({ idea: ideaSegment(idea) }));
    const versions = numberVersions(idea, earlier);
    const [from, to] = choosePair(versions, visit.url.searchParams);
    return page({
      title: m.afterlife_versions_title(),
      section: sectionOf(board),
      body: <VersionsPage {...{ board, idea, versions, from, to }} />,
    });
  }),
]);
