import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../platform/http/visit.ts';
import { isLocale } from '../../platform/locale/locale.ts';
import { urls } from '../../urls.ts';
import {
  findCharterVersion,
  getCharter,
  listCharterVersions,
  readVersion,
} from '../organisations/index.ts';
import { goOn, keepLocale, readNext } from './browser.routes.tsx';
import { AcceptCharterPage } from './charter.page.tsx';
import { acceptCharter, findAcceptedVersion } from './charter-acceptance.store.ts';
import { saveLocale } from './person.store.ts';

/** What a member agrees to, and the language in which they are spoken to. */
export const charterRoutes: readonly Route[] = [
  get(
    urls.acceptCharter,
    'signed-in',
    async (visit) => {
      if (visit.visitor.charterAccepted) return goOn(visit);
      const charter = await getCharter(visit.db, visit.organisation.id);
      const accepted = await findAccepted(visit);
      return page({
        title: m.identity_accept_title(),
        body: <AcceptCharterPage next={readNext(visit)} charter={charter} accepted={accepted} />,
      });
    },
    { beforeCharter: true },
  ),

  post(
    urls.acceptCharter,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      // the version that was shown: should a newer one have come meanwhile, it is shown next
      const version = readVersion((await visit.form()).text('version'));
      if (version) await acceptCharter(db, organisation.id, visitor.id, version);
      return goOn(visit, 'identity-charter-accepted');
    },
    { beforeCharter: true },
  ),

  // a page in another language is the same page
  get(
    urls.language,
    'anyone',
    async (visit) => {
      const locale = found(isLocale(visit.params.locale) ? visit.params.locale : null);
      keepLocale(visit, locale);
      const { db, organisation, visitor } = visit;
      if (visitor) await saveLocale(db, organisation.id, visitor.id, locale);
      return goOn(visit);
    },
    { anyHost: true },
  ),
];

/** The text that somebody accepted last, and the versions that came since, the oldest first. */
async function findAccepted({ db, organisation, visitor }: SignedInVisit) {
  const version = await findAcceptedVersion(db, organisation.id, visitor.id);
  const text = version && (await findCharterVersion(db, organisation.id, version));
  if (!text) return null;
  const { versions } = await listCharterVersions(db, organisation.id);
  const since = versions.filter((one) => one.version > text.version).toReversed();
  return { version: text.version, body: text.body, since };
}
