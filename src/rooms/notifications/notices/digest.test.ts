import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf, onlyLettersOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { urls } from '../../../urls.ts';
import { tellMany, tellPerson } from '../index.ts';
import { DIGEST_TIME, digestDay } from './digest.ts';
import { listNotices } from './notice.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const tell = (person: MadePerson, key: string) =>
  site.db.transaction().execute((tx) =>
    tellPerson(tx, site.organisationId, {
      personId: person.id,
      topic: 'comments',
      kind: 'comment',
      target: { kind: 'comment', id: person.id },
      href: '/actualites',
      words: () => `Une réponse ${key}`,
      onceKey: key,
      letter: { address: person.email, locale: 'fr', subject: 'Au plus tôt', text: 'Bonjour.' },
    }),
  );
const choose = async (person: MadePerson, rhythm: string) => {
  const fields = { ...onlyLettersOf('my-ideas'), 'rythme-comments': rhythm };
  await person.client.post(urls.accountLetters(), fields);
};
/** Digests that are due in so many days are written, and leave. */
const inDays = (days: number) => async () => {
  site.travel(`${days} days`);
  await queueJob(site.db, 'write-digests', {});
  await site.runJobs();
  site.travel(null);
};

describe('when a digest is due', () => {
  it.each([
    ['daily', '2026-03-28', '06:59', '2026-03-28'],
    ['daily', '2026-03-28', '07:00', '2026-03-29'],
    ['weekly', '2026-03-28', '12:00', '2026-03-30'],
    ['weekly', '2026-03-30', '06:59', '2026-03-30'],
    ['weekly', '2026-03-30', '07:00', '2026-04-06'],
    ['daily', '2026-12-31', '23:59', '2027-01-01'],
  ] as const)('R134 %s, told on %s at %s: on %s', (rhythm, day, time, due) => {
    expect(digestDay(rhythm, { day, time })).toBe(due);
  });

  it('R134 it is seven in Paris on the mornings when clocks change', () => {
    for (const [now, due] of [
      ['2026-03-28T20:00:00Z', '2026-03-29T05:00:00.000Z'],
      ['2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
    ] as const) {
      const day = digestDay('daily', toLocalTime(new Date(now)));
      expect(toInstant({ day, time: DIGEST_TIME })?.toISOString()).toBe(due);
    }
  });
});

describe('a digest', () => {
  it('R134 F6 tells once, together and later what was not told at once; W4 one click stops digests and nothing else', async () => {
    const person = await makePerson(site);
    await choose(person, 'daily');
    const before = await mailsOf(site, async () => {
      await tell(person, 'un');
      await tell(person, 'deux');
    });
    expect(before).toEqual([]);
    const mails = await mailsOf(site, async () => {
      await inDays(2)();
      await inDays(3)();
    });
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Votre résumé du jour\u00a0: 2 nouvelles',
    ]);
    expect(mails[0]!.text).toContain('- Une réponse un\n  http');
    await site.visitor().post(new URL(mails[0]!.unsubscribe!).pathname);
    expect(await mailsOf(site, () => tell(person, 'trois'))).toEqual([]);
    expect(await mailsOf(site, inDays(4))).toEqual([]);
    const { notices } = await listNotices(site.db, site.organisationId, person.id);
    expect(notices).toHaveLength(3);
    await person.client.get(urls.accountLetters());
    expect(person.client.main).toMatch(/name="rythme-comments" value="none" checked/);
    expect(person.client.main).toMatch(/name="rythme-my-ideas" value="immediate" checked/);
  });

  it('R134 what waits goes with the choice: no mail of it after « sans courriel »', async () => {
    const person = await makePerson(site);
    await choose(person, 'weekly');
    await tell(person, 'a');
    await choose(person, 'none');
    expect(await mailsOf(site, inDays(9))).toEqual([]);
    await choose(person, 'weekly');
    await tell(person, 'b');
    const mails = await mailsOf(site, inDays(9));
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Votre résumé de la semaine\u00a0: 1 nouvelle',
    ]);
    expect(mails[0]!.text).not.toContain('réponse a');
  });

  it('R134 of many, each hears as they chose, and once', async () => {
    const [now, later] = [await makePerson(site), await makePerson(site)];
    await choose(now, 'immediate');
    await choose(later, 'daily');
    const readers = [now, later].map(({ id, email }) => ({
      personId: id,
      address: email,
      topic: 'comments' as const,
      onceKey: `many:${id}`,
    }));
    const tellAll = () =>
      site.db.transaction().execute((tx) =>
        tellMany(
          tx,
          {
            organisationId: site.organisationId,
            locale: 'fr',
            subject: 'À tout le monde',
            text: 'Bonjour.',
            target: { kind: 'edition', id: now.id },
            kind: 'step',
            href: '/editions',
            words: () => 'À tout le monde',
          },
          readers,
        ),
      );
    const mails = await mailsOf(site, async () => {
      expect(await tellAll()).toBe(1);
      expect(await tellAll()).toBe(0);
    });
    expect(mails.map(({ to }) => to)).toEqual([now.email]);
    expect((await mailsOf(site, inDays(2))).map(({ to }) => to)).toEqual([later.email]);
  });

  it('a form without a choice comes back, with words and what was chosen', async () => {
    const { client } = await makePerson(site);
    await client.post(urls.accountLetters(), {
      'rythme-comments': 'daily',
      'rythme-tasks': 'daily',
    });
    expect(client.status).toBe(422);
    expect(client.main).toMatch(/name="rythme-comments" value="daily" checked/);
    expect(client.main).toContain('Choisissez un rythme');
  });
});
