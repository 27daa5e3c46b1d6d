import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { topicsOf, topicsStoppedBy } from './letter.ts';
import { readTopicToken } from './letter-token.crypto.ts';
import { officeOf } from './office-part.routes.ts';
import { listUnwanted, savePreference } from './preference.store.ts';
import { PreferencesPage, StopPage, StoppedPage } from './preferences.page.tsx';

/** What one wants to receive: chosen on one's account, or stopped by the link at the foot of a letter. */
export const preferencesRoutes: readonly Route[] = [
  get(urls.accountLetters, 'signed-in', async ({ db, organisation, visitor }) => {
    const { topics, asked } = topicsOf(officeOf(visitor.roles));
    const unwanted = await listUnwanted(db, organisation.id, visitor.id, asked);
    return page({
      title: m.letters_preferences_title(),
      body: <PreferencesPage topics={topics} unwanted={unwanted} />,
    });
  }),

  post(urls.accountLetters, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const wanted = (await visit.form()).all('sujet');
    await db.transaction().execute(async (tx) => {
      for (const topic of topicsOf(officeOf(visitor.roles)).topics)
        await savePreference(tx, organisation.id, visitor.id, topic, wanted.includes(topic));
    });
    return seeOther(visit, urls.accountLetters(), 'letters-preferences-saved');
  }),

  get(urls.stopLetters, 'anyone', async (visit) => {
    const { topic } = await findReader(visit);
    return page({
      title: m.letters_stop_title(),
      body: (
        <StopPage token={visit.params.token} topic={topic} organisation={visit.organisation.name} />
      ),
    });
  }),

  post(
    urls.stopLetters,
    'anyone',
    async (visit) => {
      const { personId, topic } = await findReader(visit);
      await visit.db.transaction().execute(async (tx) => {
        for (const stopped of topicsStoppedBy(topic))
          await savePreference(tx, visit.organisation.id, personId, stopped, false);
      });
      return page({ title: m.letters_stopped_title(), body: <StoppedPage topic={topic} /> });
    },
    { withoutOrigin: true },
  ),
];

/** Whose link this is: of this organisation, made by us, and for this only (W4). */
async function findReader({ db, config, organisation, params }: Visit<'token'>) {
  const key = openKeys(config.keysFolder).rollKey();
  const read = found(readTopicToken(key, organisation.id, params.token), 'token');
  const known = await findContacts(db, organisation.id, [read.personId]);
  found(known.get(read.personId), 'person');
  return read;
}
