import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../tests/make/boards.ts';
import { makeComment } from '../../../tests/make/comments.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makeHosted } from '../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { makeComponent } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { addMembers, removeMember } from '../consultations/member.store.ts';
import { closeSpace } from '../consultations/space-writing.store.ts';
import { withdrawIdea } from '../ideas/afterlife/withdrawal.store.ts';
import { hideIdea } from '../ideas/held/held-ideas.routes.ts';
import { cancelMeeting } from '../meetings/index.ts';
import { follow } from '../notifications/index.ts';
import { listNotices } from '../notifications/notices/notice.store.ts';
import type { NewsKind } from './news.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const followAs = async (person: MadePerson, kind: string, id: string) =>
  follow(site.db, site.organisationId, { kind, id }, person.id);
const wordsOf = async ({ id }: MadePerson) =>
  (await listNotices(site.db, site.organisationId, id)).notices
    .map(({ words }) => words.fr.replaceAll(/[\u00a0\u202f]/g, ' '))
    .reverse();
/** The hour is over: what gathered is told. */
async function endHour(targetKind: string, targetId: string, kind: NewsKind) {
  await site.runJobs();
  const telling = { organisationId: site.organisationId, targetKind, targetId, kind };
  await queueJob(site.db, 'tell-news', telling, { key: `tell-news:${targetId}:${kind}` });
  await site.runJobs();
}

describe('followers of a space, a theme, a component', () => {
  it('R134 are told as a number, each once, and never what they did themselves', async () => {
    const { space, theme, component, board } = await makeComponentBoard(site);
    const [author, everywhere, ofTheme, ofComponent] = await Promise.all(
      [0, 1, 2, 3].map(() => makePerson(site)),
    );
    for (const [kind, id] of [
      ['space', space.id],
      ['theme', theme.id],
      ['component', component.id],
    ] as const)
      await followAs(everywhere!, kind, id);
    await followAs(ofTheme!, 'theme', theme.id);
    await followAs(ofTheme!, 'component', component.id);
    await followAs(ofComponent!, 'component', component.id);
    await followAs(author!, 'component', component.id);
    const mails = await mailsOf(site, async () => {
      for (const title of ['Un verger', 'Une mare', 'Un banc'])
        await makeIdea(site, board, { title, authorId: author!.id });
      await makeIdea(site, board, { title: 'Une haie', authorId: ofComponent!.id });
      await site.runJobs();
      expect(await wordsOf(everywhere!), 'before the hour is over').toEqual([]);
      await endHour('space', space.id, 'idea');
    });
    expect(await wordsOf(everywhere!)).toEqual([
      `4 nouvelles propositions dans « ${space.title} »`,
    ]);
    expect(await wordsOf(ofTheme!)).toEqual([`4 nouvelles propositions dans « ${theme.title} »`]);
    expect(await wordsOf(ofComponent!)).toEqual([
      `3 nouvelles propositions dans « ${component.title} »`,
    ]);
    expect(await wordsOf(author!)).toEqual([
      `Nouvelle proposition dans « ${component.title} » : « Une haie »`,
    ]);
    const letters = mails.filter(({ subject }) => /propositions?\s/.test(subject));
    expect(letters).toHaveLength(4);
    expect(letters[0]!.text).toContain('- Un verger');
    await endHour('space', space.id, 'idea');
    expect(await wordsOf(everywhere!), 'asked for once more').toHaveLength(1);
  });

  it('R117 W3 nothing hidden is told, nor anything to who reads the private space no more', async () => {
    const { space, board } = await makeComponentBoard(site, { isPrivate: true });
    const [author, stays, leaves] = await Promise.all([0, 1, 2].map(() => makePerson(site)));
    await addMembers(site.db, act(), space.id, [author!.id, stays!.id, leaves!.id]);
    for (const person of [stays!, leaves!]) await followAs(person, 'space', space.id);
    const hidden = await makeIdea(site, board, { authorId: author!.id, title: 'Mot interdit' });
    await makeIdea(site, board, { authorId: author!.id, title: 'Un préau' });
    await site.runJobs();
    await site.db.transaction().execute((tx) => hideIdea(tx, site.organisationId, hidden.id, true));
    await removeMember(site.db, act(), space.id, leaves!.id);
    const mails = await mailsOf(site, () => endHour('space', space.id, 'idea'));
    expect(await wordsOf(stays!)).toEqual([
      `Nouvelle proposition dans « ${space.title} » : « Un préau »`,
    ]);
    expect(await wordsOf(leaves!)).toEqual([]);
    expect(mails.map(({ to }) => to)).toEqual([stays!.email]);
    expect(JSON.stringify(mails)).not.toContain('Mot interdit');
  });

  it('R134 are told of openings and closings by date, of cancelled events, and of the end', async () => {
    const { space, theme } = await makeComponentBoard(site);
    const soon = new Date(Date.now() + 60_000);
    const later = { themeId: theme.id, title: 'La suite', opensAt: soon };
    await makeComponent(site, space, later);
    const events = await makeComponent(site, space, { kind: 'events', themeId: theme.id });
    const [host, person] = [await makePerson(site), await makePerson(site)];
    await followAs(person, 'theme', theme.id);
    const meeting = await makeHosted(site, events.id, host.id, { title: 'Une visite' });
    await endHour('space', space.id, 'meeting');
    await cancelMeeting(site.db, { ...act(), by: host.id }, meeting.id, 'Il pleut.');
    await site.runJobs();
    site.travel('30 minutes');
    for (let round = 0; round < 2; round += 1) {
      await queueJob(site.db, 'tend-following', {}, { key: 'tend-following' });
      await site.runJobs();
    }
    site.travel(null);
    expect((await closeSpace(site.db, act(), space.id)).ok).toBe(true);
    await site.runJobs();
    const told = [
      `Nouvel événement dans « ${theme.title} » : « Une visite »`,
      'Annulé : Une visite',
      '« La suite » est ouvert à la participation',
      `« ${theme.title} » est clos : tout y reste lisible`,
    ];
    expect((await wordsOf(person)).sort()).toEqual(told.sort());
    expect(await wordsOf(host)).toEqual([]);
  });
});

describe('followers of an idea', () => {
  it('R134 are told of comments as a number, of its withdrawal; its author by other letters only', async () => {
    const { board } = await makeComponentBoard(site, { settings: { mayWithdraw: true } });
    const [author, talker, person] = await Promise.all([0, 1, 2].map(() => makePerson(site)));
    const idea = await makeIdea(site, board, { authorId: author!.id, title: 'Une fontaine' });
    for (const one of [author!, talker!, person!]) await followAs(one, 'idea', idea.id);
    await makeComment(site, idea, { authorId: talker!.id });
    await makeComment(site, idea, { authorId: talker!.id });
    await endHour('idea', idea.id, 'comment');
    const given = { personId: author!.id, reason: 'Déjà faite.' };
    await withdrawIdea(site.db, site.organisationId, idea.id, given);
    await site.runJobs();
    expect(await wordsOf(person!)).toEqual([
      '2 nouveaux commentaires sur « Une fontaine »',
      '« Une fontaine » a été retirée par la personne qui l’avait proposée',
    ]);
    expect(await wordsOf(talker!)).toEqual([
      '« Une fontaine » a été retirée par la personne qui l’avait proposée',
    ]);
    expect(await wordsOf(author!)).not.toContain('2 nouveaux commentaires sur « Une fontaine »');
  });
});
