import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../tests/make/boards.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { readNow } from '../../platform/database/database.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { savePreference } from '../notifications/index.ts';
import { listNotices } from '../notifications/notices/notice.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Everything until now is told, in one round; given twice it is one. */
async function endDay() {
  const until = (await readNow(site.db)).toISOString();
  const round = { organisationId: site.organisationId, until };
  for (let twice = 0; twice < 2; twice += 1) {
    await queueJob(site.db, 'tell-supports', round);
    await site.runJobs();
  }
}

describe('supports of one’s ideas', () => {
  it('R134 are told as a number once a day, never whose; by mail at once only to who asked for that', async () => {
    const { board } = await makeComponentBoard(site);
    const [author, keen] = [await makePerson(site), await makePerson(site)];
    await savePreference(site.db, site.organisationId, keen.id, 'supports', true);
    const idea = await makeIdea(site, board, { title: 'Un four à pain', authorId: author.id });
    const other = await makeIdea(site, board, { title: 'Une ruche', authorId: keen.id });
    const supporters = [await makePerson(site), await makePerson(site), await makePerson(site)];
    for (const { id } of supporters) await giveSupport(site, idea.id, id);
    await giveSupport(site, other.id, supporters[0]!.id);
    const mails = await mailsOf(site, endDay);
    await giveSupport(site, idea.id, keen.id);
    await endDay();
    const { notices } = await listNotices(site.db, site.organisationId, author.id);
    expect(notices.map(({ words }) => words.fr.replaceAll('\u00a0', ' '))).toEqual([
      '1 soutien de plus pour votre idée « Un four à pain »',
      '3 soutiens de plus pour votre idée « Un four à pain »',
    ]);
    expect(mails.map(({ to }) => to)).toEqual([keen.email]);
    const said = JSON.stringify([mails, notices]);
    for (const { nickname } of supporters) expect(said).not.toContain(nickname);
  });

  it('R134 the hourly round tells a day that is over once, from six in the morning on', async () => {
    const { board } = await makeComponentBoard(site);
    const author = await makePerson(site);
    const idea = await makeIdea(site, board, { authorId: author.id });
    await giveSupport(site, idea.id, (await makePerson(site)).id);
    site.travel('1 day');
    for (let hour = 24; hour < 48; hour += 8) {
      site.travel(`${hour} hours`);
      await queueJob(site.db, 'tend-following', {}, { key: 'tend-following' });
      await site.runJobs();
    }
    site.travel(null);
    const { notices } = await listNotices(site.db, site.organisationId, author.id);
    expect(notices.map(({ kind, topic }) => [kind, topic])).toEqual([['support', 'supports']]);
  });
});
