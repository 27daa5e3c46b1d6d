import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { formatDate } from '../../../ui/format.ts';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { StandingPage } from '../standing.page.tsx';
import { CharterVersionPage, CharterVersionsPage } from './charter.page.tsx';
import { findCharterVersion, getCharter, listCharterVersions } from './charter.store.ts';
import { readVersion } from './charter.ts';

/** The charter in force, and every one before it. The office publishes it in the room identity, which knows who does. */
export const charterRoutes: readonly Route[] = [
  get(
    urls.charter,
    'anyone',
    async ({ db, organisation }) => {
      const charter = await getCharter(db, organisation.id);
      const day = formatDate(charter.publishedAt, 'day');
      return page({
        title: m.organisations_charter_title(),
        body: (
          <StandingPage
            title={m.organisations_charter_title()}
            lead={m.organisations_charter_lead({ organisation: organisation.name })}
          >
            <Prose text={charter.body} />
            <p class="hint">
              {m.organisations_charter_version({ version: charter.version, day })}{' '}
              {charter.version > 1 && (
                <a href={urls.charterVersions()}>{m.charter_versions_all()}</a>
              )}
            </p>
          </StandingPage>
        ),
      });
    },
    { cached: true },
  ),

  get(
    urls.charterVersions,
    'anyone',
    async ({ db, organisation, url }) => {
      const before = readVersion(url.searchParams.get('avant') ?? '');
      const { versions, more } = await listCharterVersions(db, organisation.id, before);
      const { version: inForce } = await getCharter(db, organisation.id);
      const last = versions.at(-1);
      const nextHref = more && last ? urls.charterVersions({ avant: last.version }) : undefined;
      return page({
        title: m.charter_versions_title(),
        body: <CharterVersionsPage versions={versions} inForce={inForce} nextHref={nextHref} />,
      });
    },
    { cached: true },
  ),

  get(
    urls.charterVersion,
    'anyone',
    async ({ db, organisation, params }) => {
      const version = found(readVersion(params.version), 'charter version');
      const shown = found(await findCharterVersion(db, organisation.id, version));
      const before = await findCharterVersion(db, organisation.id, version - 1);
      const { version: inForce } = await getCharter(db, organisation.id);
      return page({
        title: m.charter_version({ version }),
        body: <CharterVersionPage shown={shown} before={before} inForce={inForce} />,
      });
    },
    { cached: true },
  ),
];
