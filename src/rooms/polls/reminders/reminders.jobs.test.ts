import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import { castFor, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import {
  enrolCrowd,
  listEnvelopes,
  runReminderRound,
  travelBefore,
} from '../../../../tests/make/reminders.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { extendPoll } from '../opening/extension.store.ts';
import { findPoll } from '../poll.store.ts';

let site: TestSite;
let made: MadePoll;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  await site.runJobs();
  await site.pool.query('update person set reminders_agreed_on = null');
  made = await makePoll(site);
  site.mails.length = 0;
});

const remind = async (hours: number) => {
  travelBefore(site, made, hours);
  await runReminderRound(site, made);
  await site.runJobs();
};
const writtenTo = () => site.mails.map((mail) => mail.to).sort();
const addresses = (people: readonly { email: string }[]) => people.map(({ email }) => email).sort();
const act = () => ({ organisationId: site.organisationId, by: null });

async function extendBy(hours: number): Promise<void> {
  const closesAt = new Date(made.poll.closesAt.getTime() + hours * 3_600_000);
  const asked = { closesAt, reason: 'Une panne du réseau.' };
  expect(await extendPoll(site.db, act(), made.poll.id, asked)).toEqual({ ok: true });
  made = { ...made, poll: (await findPoll(site.db, site.organisationId, made.poll.id))! };
}

describe('before the close', () => {
  it('48 h before, once, to those who agreed, may vote and have not', async () => {
    const crowd = await enrolCrowd(site, 14);
    await enrolCrowd(site, 3, { agreed: false });
    await enrolCrowd(site, 3, { birthDate: '2020-01-01' });
    for (const { id } of crowd.slice(0, 3))
      expect(await castFor(site, made.poll, id, [1])).toMatchObject({ ok: true });
    await remind(49);
    expect(site.mails).toEqual([]);
    await remind(47.9);
    expect(writtenTo()).toEqual(addresses(crowd.slice(3)));
    await remind(47);
    await remind(24);
    expect(site.mails).toHaveLength(11);
    const [mail] = site.mails;
    expect(mail!.text).toContain(urls.vote({ edition: made.edition.slug }));
    expect(mail!.text).toContain(mail!.unsubscribe);
    expect(mail!.subject).toMatch(/^Le vote se termine le /);
  });

  it('fewer than ten wait for others, and leave 24 h before whatever their number', async () => {
    const crowd = await enrolCrowd(site, 9, { locale: 'en' });
    await remind(47);
    expect(await listEnvelopes(site)).toEqual([]);
    expect(site.mails).toEqual([]);
    await remind(24.9);
    expect(writtenTo()).toEqual(addresses(crowd));
    expect(site.mails[0]!.subject).toMatch(/^Voting ends on /);
  });

  it('an extension moves the reminder, and does not send it twice', async () => {
    await enrolCrowd(site, 12);
    travelBefore(site, made, 49);
    await extendBy(24);
    await remind(49);
    expect(site.mails).toEqual([]);
    await remind(47);
    expect(site.mails).toHaveLength(12);
    await extendBy(72);
    await remind(47);
    await remind(24);
    expect(site.mails).toHaveLength(12);
  });

  it('killed between two batches and tried again, nobody gets two and nobody is left out', async () => {
    const crowd = await enrolCrowd(site, 130);
    travelBefore(site, made, 47);
    // the database goes away at the second batch
    await site.pool.query(`create function stop_at_second() returns trigger language plpgsql as $$
      begin raise exception 'the power went'; end $$`);
    await site.pool.query(`create trigger stop_at_second before update on reminder_wave
      for each row execute function stop_at_second()`);
    await expect(runReminderRound(site, made)).rejects.toThrow('the power went');
    expect(await listEnvelopes(site)).toHaveLength(50);
    await site.pool.query('drop function stop_at_second cascade');
    // two nodes take it up at once, while others send
    await Promise.all([runReminderRound(site, made), runReminderRound(site, made), site.runJobs()]);
    await site.runJobs();
    expect(writtenTo()).toEqual(addresses(crowd));
  });

  it('who votes or says no between the queue and the mail gets nothing', async () => {
    const crowd = await enrolCrowd(site, 12);
    travelBefore(site, made, 47);
    await runReminderRound(site, made);
    await castFor(site, made.poll, crowd[0]!.id, [1]);
    await site.pool.query('update person set reminders_agreed_on = null where id = $1', [
      crowd[1]!.id,
    ]);
    await site.runJobs();
    expect(writtenTo()).toEqual(addresses(crowd.slice(2)));
  });

  it('an envelope that waited past the close is dropped', async () => {
    await enrolCrowd(site, 12);
    travelBefore(site, made, 47);
    await runReminderRound(site, made);
    travelBefore(site, made, -1);
    await site.runJobs();
    expect(site.mails).toEqual([]);
    // the worker does not wait for the queue to strike out its last job
    await expect.poll(() => listEnvelopes(site)).toEqual([]);
  });
});

describe('asked for on the page of the vote', () => {
  it('one mail 24 h before the close, to who has not voted; the general one does not come besides', async () => {
    const at = { edition: made.edition.slug };
    const [waits, votes, undoes] = await Promise.all([1, 2, 3].map(() => makePerson(site)));
    const young = await makePerson(site, { birthDate: null });
    for (const one of [waits!, votes!, undoes!, young]) {
      await one.client.post(urls.voteReminder(at), { vers: 'liste' });
      expect(one.client.main).toContain('Un rappel vous sera envoyé');
    }
    await undoes!.client.post(urls.voteReminderUndo(at), { vers: 'liste' });
    await castFor(site, made.poll, votes!.id, [1]);
    await site.pool.query(`update person set reminders_agreed_on = current_date where id = $1`, [
      waits!.id,
    ]);
    const crowd = await enrolCrowd(site, 10);
    await remind(47);
    expect(writtenTo()).toEqual(addresses(crowd));
    site.mails.length = 0;
    await remind(24.9);
    await remind(24);
    expect(writtenTo()).toEqual(addresses([waits!, young]));
    expect(site.mails[0]!.text).toContain('restés dans le navigateur');
  });
});

describe('when the result is out', () => {
  it('one mail to those who agreed, voters or not, with the winners and nothing about their vote', async () => {
    const crowd = await enrolCrowd(site, 60);
    await enrolCrowd(site, 2, { agreed: false });
    for (const { id } of crowd.slice(0, 5)) await castFor(site, made.poll, id, [1, 2]);
    travelBefore(site, made, -1);
    await publish(site, act(), made.poll.id);
    await site.runJobs();
    await site.runJobs();
    expect(writtenTo()).toEqual(addresses(crowd));
    const texts = new Set(site.mails.map(({ text }) => text.replaceAll(/\/rappels\/\w+/g, '')));
    expect(texts.size, 'the same words for all').toBe(1);
    const [text] = texts;
    expect(text).toContain('– Projet d’essai 1');
    expect(text).toContain(urls.results({ edition: made.edition.slug }));
    // the fact is read again: once is enough
    await site.pool.query(`select graphile_worker.add_job('announce-result', $1::json)`, [
      JSON.stringify({ organisationId: site.organisationId, pollId: made.poll.id }),
    ]);
    await site.runJobs();
    expect(site.mails).toHaveLength(60);
  });
});
