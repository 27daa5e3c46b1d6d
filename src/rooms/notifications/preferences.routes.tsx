import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { type Topic, topicsOf, topicsStoppedBy } from './letter.ts';
import { readTopicToken } from './letter-token.crypto.ts';
import { queueDigests } from './notices/digest.jobs.ts';
import { moveWaiting, stopDigests } from './notices/digest.store.ts';
import { rhythmsOf } from './notices/digest.ts';
import type { Rhythm } from './notices/notice.ts';
import { officeOf } from './office-part.routes.ts';
import { readRhythms, saveRhythm } from './preference.store.ts';
import { fieldOf, PreferencesPage, StopPage, StoppedPage } from './preferences.page.tsx';

/** What one wants to receive: chosen on one's account, or stopped by the link at the foot of a letter. */
export const preferencesRoutes: readonly Route[] = [
  get(urls.accountLetters, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { topics, asked } = topicsOf(officeOf(visitor.roles));
    const chosen = await readRhythms(db, organisation.id, visitor.id, asked);
    return showPreferences(topics, chosen);
  }),

  post(urls.accountLetters, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { topics } = topicsOf(officeOf(visitor.roles));
    const form = await visit.form();
    const read = new Map(
      topics.flatMap((topic) => {
        const typed = form.text(fieldOf(topic));
        const rhythm = rhythmsOf(topic).find((one) => one === typed);
        return rhythm ? [[topic, rhythm] as const] : [];
      }),
    );
    const missing = topics.filter((topic) => !read.has(topic));
    if (missing.length > 0) return showPreferences(topics, (topic) => read.get(topic), missing);
    await db.transaction().execute(async (tx) => {
      for (const [topic, rhythm] of read)
        await chooseRhythm(tx, organisation.id, visitor.id, topic, rhythm);
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
        if (topic === 'digest') return stopDigests(tx, visit.organisation.id, personId);
        for (const stopped of topicsStoppedBy(topic))
          await chooseRhythm(tx, visit.organisation.id, personId, stopped, 'none');
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

/** What was to be told in another digest goes with the choice; what was to be told at once has left. */
async function chooseRhythm(
  tx: Tx,
  organisationId: string,
  personId: string,
  topic: Topic,
  rhythm: Rhythm,
): Promise<void> {
  await saveRhythm(tx, organisationId, personId, topic, rhythm);
  if (rhythm === 'immediate') return;
  const moved = await moveWaiting(tx, organisationId, personId, topic, rhythm);
  if (moved > 0 && rhythm !== 'none') await queueDigests(tx, organisationId, [personId], rhythm);
}

function showPreferences(
  topics: readonly Topic[],
  chosen: (topic: Topic) => Rhythm | undefined,
  missing: readonly Topic[] = [],
) {
  return page({
    title: m.letters_preferences_title(),
    ...(missing.length > 0 && { status: 422, faulty: true }),
    body: <PreferencesPage topics={topics} chosen={chosen} missing={missing} />,
  });
}
