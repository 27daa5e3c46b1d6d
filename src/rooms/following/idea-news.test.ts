import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '../../../tests/make/decisions.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makeHosted } from '../../../tests/make/meetings.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { makeSpace } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { closeMeeting } from '../meetings/hosts/closing.store.ts';
import { follow } from '../notifications/index.ts';
import { listNotices } from '../notifications/notices/notice.store.ts';
import { publishDecisions } from '../review/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const noticesOf = async ({ id }: { id: string }) =>
  (await listNotices(site.db, site.organisationId, id)).notices.map(({ kind, topic, words }) => ({
    kind,
    topic,
    words: words.fr.replaceAll(/[\u00a0\u202f]/g, ' '),
  }));

describe('news of ideas and events', () => {
  it('R134 a decision is told to its author as a notice beside the letter, to followers once, and not to who took it', async () => {
    const edition = await makeEdition(site);
    const [author, person, officer] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site, { roles: ['officer'] }),
    ];
    const idea = await makeIdea(site, edition, { title: 'Un abri', authorId: author.id });
    const act = { organisationId: site.organisationId, by: officer.id };
    for (const { id } of [author, person, officer])
      await follow(site.db, site.organisationId, { kind: 'idea', id: idea.id }, id);
    await makeDecision(site, act, idea);
    await publishDecisions(site.db, act, edition.id, [idea.id]);
    await site.runJobs();
    expect(await noticesOf(person)).toEqual([
      {
        kind: 'decision',
        topic: 'followed',
        words: 'Une décision est publiée à propos de « Un abri »',
      },
    ]);
    expect(await noticesOf(author)).toEqual([
      {
        kind: 'decision',
        topic: 'my-ideas',
        words: 'Une décision est publiée sur votre idée « Un abri »',
      },
    ]);
    expect(await noticesOf(officer)).toEqual([]);
    expect(site.mails.filter(({ to }) => to === author.email)).toHaveLength(1);
  });

  it('R134 R125 the report of an event is told once, however often it is mended; not to its host', async () => {
    const { component } = await makeSpace(site, { kindOfComponent: 'events' });
    const [host, person] = [await makePerson(site), await makePerson(site)];
    const meeting = await makeHosted(site, component.id, host.id, { title: 'Un débat' });
    for (const { id } of [host, person])
      await follow(site.db, site.organisationId, { kind: 'meeting', id: meeting.id }, id);
    await sql`update meeting set starts_at = starts_at - interval '5 days', ends_at = ends_at - interval '5 days'
      where id = ${meeting.id}`.execute(site.db);
    const act = { organisationId: site.organisationId, by: host.id };
    const written = { report: 'Bien.', organisations: [], speakers: [], attendance: 4 };
    for (const version of [0, 1]) {
      expect((await closeMeeting(site.db, act, meeting, written, version)).ok).toBe(true);
      await site.runJobs();
    }
    expect(await noticesOf(person)).toEqual([
      { kind: 'meeting', topic: 'followed', words: 'Le bilan de « Un débat » est publié' },
    ]);
    expect(await noticesOf(host)).toEqual([]);
  });
});
