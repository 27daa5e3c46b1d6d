import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page as answerPage } from '../../../platform/http/visit.ts';
import { listNicknames } from '../../identity/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { findVersion, listVersions, VERSIONS_A_PAGE } from './editorial.store.ts';
import { addressesOf, FAMILIES } from './shelf-address.page.ts';
import { loadPage } from './shelf-load.routes.ts';
import { VersionPage, VersionsPage } from './versions.page.tsx';

/** What a page said before, and what each version changed. */
export const versionsRoutes: readonly Route[] = FAMILIES.map((family) =>
  get(family.versions, family.right, async (visit) => {
    const { db, organisation, url } = visit;
    const { shelf, page } = await loadPage(visit);
    const asked = url.searchParams.get('version');
    if (asked !== null) {
      const number = found(readNumber(asked), 'version');
      const [texts, before] = await Promise.all([
        findVersion(db, organisation.id, page.id, number),
        findVersion(db, organisation.id, page.id, number - 1),
      ]);
      return answerPage({
        title: m.pages_version_title({ number }),
        section: 'admin',
        body: (
          <VersionPage
            shelf={shelf}
            page={page}
            number={number}
            texts={found(texts, 'version')}
            before={before}
          />
        ),
      });
    }
    const before = readNumber(url.searchParams.get('avant') ?? '');
    const versions = await listVersions(db, organisation.id, page.id, before);
    const writers = new Set(versions.flatMap(({ writtenBy }) => writtenBy ?? []));
    const last = versions.length === VERSIONS_A_PAGE ? versions.at(-1) : undefined;
    return answerPage({
      title: m.pages_versions_title(),
      section: 'admin',
      body: (
        <VersionsPage
          shelf={shelf}
          page={page}
          versions={versions}
          names={await listNicknames(db, organisation.id, [...writers])}
          nextHref={last && addressesOf(shelf).versions(page.slug, { avant: last.number })}
        />
      ),
    });
  }),
);
