import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { urls } from '../../../urls.ts';
import { tellMany, tellPerson } from '../index.ts';
import { TOPICS, type Topic, topicsStoppedBy } from '../letter.ts';
import { readRhythms, saveRhythm } from '../preference.store.ts';
import { rhythmsOf } from './digest.ts';
import { listNotices } from './notice.store.ts';
import type { NoticeKind, Rhythm } from './notice.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Every kind of notice, under the topic that it is told in. */
const KINDS: Record<NoticeKind, Topic> = {
  comment: 'comments',
  moderation: 'exchanges',
  support: 'supports',
  decision: 'followed',
  idea: 'followed',
  merge: 'followed',
  exchange: 'exchanges',
  meeting: 'followed',
  step: 'editions',
  news: 'followed',
  space: 'calendar',
};
const RHYTHMS: Rhythm[] = ['immediate', 'daily', 'weekly', 'none'];
const table = Object.entries(KINDS).flatMap(([kind, topic], at) =>
  RHYTHMS.map((rhythm) => ({ kind: kind as NoticeKind, topic, rhythm, many: at % 2 === 1 })),
);

/** Digests that are due in so many days leave. */
const inDays = (days: number) => async () => {
  site.travel(`${days} days`);
  await queueJob(site.db, 'write-digests', {});
  await site.runJobs();
  site.travel(null);
};

describe('R134 what is told, as its reader wants it', () => {
  it.each(table)('R134 W4 $kind, $rhythm', async ({ kind, topic, rhythm, many }) => {
    const { id: personId, email } = await makePerson(site);
    await saveRhythm(site.db, site.organisationId, personId, topic, rhythm);
    const act = { kind, target: { kind, id: personId }, href: '/actualites' };
    const words = () => `Une nouvelle de sorte ${kind}`;
    const letter = { locale: 'fr', subject: `Tout de suite ${kind}`, text: 'Bonjour.' } as const;
    const before = await mailsOf(site, () =>
      site.db.transaction().execute(async (tx) => {
        const { organisationId } = site;
        if (many) {
          const reader = { personId, address: email, topic, onceKey: `k:${personId}` };
          await tellMany(tx, { organisationId, ...act, words, ...letter }, [reader]);
        } else {
          const told = { ...act, personId, topic, words, onceKey: `k:${personId}` };
          await tellPerson(tx, organisationId, { ...told, letter: { ...letter, address: email } });
        }
      }),
    );
    const { notices } = await listNotices(site.db, site.organisationId, personId);
    expect(notices.map((one) => [one.kind, one.topic])).toEqual([[kind, topic]]);
    expect(before.map(({ subject }) => subject)).toEqual(
      rhythm === 'immediate' ? [letter.subject] : [],
    );
    const digest = (await mailsOf(site, inDays(8))).filter(({ to }) => to === email);
    expect(digest).toHaveLength(rhythm === 'daily' || rhythm === 'weekly' ? 1 : 0);
    const mail = before[0] ?? digest[0];
    if (!mail) return;
    expect(mail.text).toContain(mail.unsubscribe!);
    const { client, stop } = { client: site.visitor(), stop: new URL(mail.unsubscribe!).pathname };
    expect((await client.post(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    const read = await readRhythms(site.db, site.organisationId, personId);
    const stopped = rhythm === 'immediate' ? topicsStoppedBy(topic) : [topic];
    const usual = await readRhythms(site.db, site.organisationId, (await makePerson(site)).id);
    for (const one of TOPICS)
      expect(read(one), one).toBe(stopped.includes(one) ? 'none' : usual(one));
    // the link opens nothing else: no session, and no page of the account
    expect([...client.cookies.keys()].filter((name) => /session/.test(name))).toEqual([]);
    for (const path of [urls.notices(), urls.accountLetters(), urls.mySpace()]) {
      await client.get(path);
      expect(client.path).toBe(urls.signIn({ vers: path }));
    }
  });

  it('R134 what may be told by notice alone offers every rhythm', () => {
    for (const topic of new Set(Object.values(KINDS))) expect(rhythmsOf(topic)).toEqual(RHYTHMS);
  });
});
