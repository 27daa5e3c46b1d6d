import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { proposeEvent } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let moderator: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  moderator = await makePerson(site, { roles: ['moderator'] });
});
afterAll(() => site.close());

const LINKED = 'Tout est expliqué sur www.soiree-casino.test';

const heldOf = async ({ id }: MadePerson) =>
  (
    await sql<{
      held: string;
      target: string;
    }>`select id as held, target_id as target from watched_text
      where person_id = ${id} and held_why is not null and outcome is null`.execute(site.db)
  ).rows[0]!;
const countFacts = async (targetId: string) =>
  (
    await sql<{ facts: number }>`select count(*)::int as facts from fact
      where kind = 'meeting.proposed' and subject_id = ${targetId}`.execute(site.db)
  ).rows[0]!.facts;

describe('W9 W14 an event of a new account that holds a link', () => {
  it('R120 is its host’s alone, at no public address; released, it is announced', async () => {
    const host = await makePerson(site);
    const { at, meeting, theme } = await proposeEvent(site, host, LINKED);
    expect(host.client.html).toContain('Il sera publié après relecture');
    expect(host.client.main).toContain('En attente de relecture');
    const held = await heldOf(host);
    expect(await countFacts(held.target)).toBe(0);
    const { client: other } = await makePerson(site);
    const pages = [
      urls.spaceEvents(at),
      urls.spaceEventsFeed(at),
      urls.theme({ space: at.space, theme: theme.slug }),
      urls.agenda(),
      urls.agendaFeed(),
      urls.search({ q: 'soirée canal' }),
    ];
    for (const reader of [site.visitor(), other]) {
      expect((await reader.send(urls.meeting(meeting))).status).toBe(404);
      expect((await reader.send(urls.meetingIcs(meeting))).status).toBe(404);
      for (const path of pages) {
        await reader.get(path);
        expect(reader.html, path).not.toContain('Une soirée au canal');
      }
    }
    // nothing of it changes any more
    await host.client.get(urls.meetingChange(meeting));
    expect(host.client.status).toBe(410);

    await moderator.client.get(urls.heldText(held));
    expect(moderator.client.main).toContain('soiree-casino');
    await moderator.client.post(urls.publishHeldText(held), { nombre: '1' });
    expect(await countFacts(held.target)).toBe(1);
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.meeting(meeting));
    expect(visitor.main).toContain('soiree-casino');
    expect((await site.visitor().get(urls.spaceEvents(at))).main).toContain('Une soirée au canal');
  });

  it('R117 R123 refused, it says so to its host alone; an appeal that succeeds announces it', async () => {
    const host = await makePerson(site);
    const { meeting } = await proposeEvent(site, host, LINKED);
    const held = await heldOf(host);
    const mails = await mailsOf(site, () =>
      moderator.client.post(urls.hideHeldText(held), { article: '5' }),
    );
    expect(mails.map(({ to }) => to)).toEqual([host.email]);
    await host.client.get(urls.meeting(meeting));
    expect(host.client.main).toContain('Non publié');
    const appeal = /\/contributions-masquees\/[0-9a-f-]+\/recours/.exec(mails[0]!.text)![0];
    await host.client.post(appeal, { mots: 'C’est le site de la salle.' });
    const second = await makePerson(site, { roles: ['moderator'] });
    const { id } = await site.db
      .selectFrom('moderation_case')
      .select('id')
      .where('target_id', '=', held.target)
      .executeTakeFirstOrThrow();
    await second.client.get(urls.moderationCase({ case: id }));
    expect(second.client.main).toContain('Une soirée au canal');
    await second.client.post(urls.answerAppeal({ case: id }), {
      reponse: 'retablir',
      mots: 'En effet.',
    });
    expect(await countFacts(held.target)).toBe(1);
    expect((await site.visitor().send(urls.meeting(meeting))).status).toBe(200);
  });

  it('R121 changed into what waits, one that was announced waits too; the team of its space passes', async () => {
    const host = await makePerson(site);
    const { meeting, fields, space } = await proposeEvent(site, host, 'Un pique-nique.');
    expect((await site.visitor().send(urls.meeting(meeting))).status).toBe(200);
    const changed = { ...fields, description: LINKED, version: '1' };
    await host.client.get(urls.meetingChange(meeting));
    const version = /name="version" value="(\d+)"/.exec(host.client.html)![1]!;
    await host.client.post(urls.meetingChange(meeting), { ...changed, version });
    expect(host.client.main).toContain('En attente de relecture');
    site.memory.forgetAll();
    expect((await site.visitor().send(urls.meeting(meeting))).status).toBe(404);
    const held = await heldOf(host);
    await moderator.client.post(urls.publishHeldText(held), { nombre: '1' });
    site.memory.forgetAll();
    expect((await site.visitor().send(urls.meeting(meeting))).status).toBe(200);
    expect(await countFacts(held.target), 'told once').toBe(1);

    const team = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const own = await proposeEvent(site, team, LINKED);
    expect((await site.visitor().send(urls.meeting(own.meeting))).status).toBe(200);
  });
});
