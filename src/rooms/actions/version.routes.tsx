import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findMembership } from '../groups/index.ts';
import { actionSegment } from './action-address.ts';
import { loadAnyAction } from './load.routes.ts';
import { VersionPage } from './version.page.tsx';
import { listVersions } from './version.store.ts';

/** Two versions side by side, for the group that proposes and for the reviewers (R11). */
export const versionRoutes: readonly Route[] = inMovements([
  get(urls.proposalVersion, 'signed-in', async (visit) => {
    const { db, organisation, visitor, params, url } = visit;
    const action = await loadAnyAction(visit);
    const own = await findMembership(db, organisation.id, action.groupId, visitor.id);
    found(own || holdsRight('action-reviewer', visitor) ? action : null, 'action');
    const versions = await listVersions(db, organisation.id, action.id);
    const numbered = (typed: string | null) =>
      versions.find(({ number }) => String(number) === typed) ?? null;
    const to = found(numbered(url.searchParams.get('a') ?? params.version), 'version');
    const from = found(
      numbered(url.searchParams.get('avec') ?? String(Math.max(1, to.number - 1))),
      'version',
    );
    const at = { action: actionSegment(action) };
    return page({
      title: m.propose_version_differences({ from: from.number, to: to.number }),
      section: own ? 'groups' : 'admin',
      body: (
        <VersionPage
          action={action}
          backTo={own ? urls.proposal(at) : urls.examination(at)}
          from={from}
          to={to}
          versions={versions}
        />
      ),
    });
  }),
]);
