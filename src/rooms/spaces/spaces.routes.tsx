import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { readNumber } from './address-words.ts';
import { findEditionForOffice, listEditions, listRulesVersions } from './edition.store.ts';
import { settingsOf } from './edition-settings.ts';
import { EditionsPage } from './editions.page.tsx';
import { RulesPage } from './rules.page.tsx';

/** What everybody may read of an edition, apart from its own page (portal). */
export const publicRoutes: readonly Route[] = [
  get(
    urls.editions,
    'anyone',
    async ({ db, organisation, visitor }) =>
      page({
        title: m.spaces_editions_title(),
        section: 'editions',
        body: (
          <EditionsPage
            editions={await listEditions(db, organisation.id)}
            now={await readNow(db)}
            canPrepare={holdsRight('officer', visitor)}
          />
        ),
      }),
    { cached: true },
  ),

  get(
    urls.rules,
    'anyone',
    async ({ db, organisation, params, visitor, url }) => {
      const edition = found(await findEditionForOffice(db, organisation.id, params.edition));
      // officers read the règlement before it is published
      found(edition.openedAt ?? (holdsRight('officer', visitor) || null));
      const versions = await listRulesVersions(db, organisation.id, edition.id);
      const asked = url.searchParams.get('version');
      const kept =
        asked === null
          ? versions[0]
          : found(versions.find(({ version }) => version === readNumber(asked)));
      return page({
        title: m.spaces_rules_title(),
        section: 'editions',
        body: (
          <RulesPage
            edition={edition}
            now={await readNow(db)}
            organisation={organisation.name}
            shown={
              kept ?? {
                version: null,
                publishedAt: null,
                settings: settingsOf(edition),
                phases: edition.phases,
              }
            }
            versions={versions}
          />
        ),
      });
    },
    { cached: true },
  ),
];
