import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHosted } from '../../../../tests/make/meetings.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { closeMeeting, findClosing } from './closing.store.ts';
import { readAttendance } from './closing.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const TOLD = {
  'compte-rendu': 'On a parlé de **l’état de droit**.',
  organisations: 'Ligue des droits\nMaison de l’Europe\nLes Genêts',
  intervenants: 'Ana Kovač',
  participants: '47',
};

describe('closing an event', () => {
  it('R125 attendance is a whole number, none included', () => {
    expect(readAttendance('0')).toBe(0);
    for (const typed of ['', '-1', '3,5', '1e3', '9999999', 'beaucoup'])
      expect(readAttendance(typed)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        (people) => readAttendance(String(people)) === people,
      ),
    );
  });

  it('R124 no button before the end, none but for the host after; rule and database agree', async () => {
    const { component } = await makeSpace(site, { kindOfComponent: 'events' });
    const host = await makePerson(site);
    const { client: other } = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host.id);
    const at = { meeting: meeting.number };
    const button = urls.meetingClose(at);
    await host.client.get(urls.meeting(at));
    expect(host.client.html).not.toContain(button);
    await host.client.post(button, TOLD);
    expect(host.client.status).toBe(404);
    const written = { report: 'x', organisations: [], speakers: [], attendance: 1 };
    const act = { organisationId: site.organisationId, by: host.id };
    expect(await closeMeeting(site.db, act, meeting, written, 0)).toEqual({
      ok: false,
      refusal: 'not-over',
    });
    await sql`update meeting set starts_at = starts_at - interval '5 days', ends_at = ends_at - interval '5 days'
      where id = ${meeting.id}`.execute(site.db);
    await other.get(urls.meeting(at));
    expect(other.html).not.toContain(button);
    await other.post(button, TOLD);
    expect(other.status).toBe(404);
    await host.client.get(urls.meeting(at));
    expect(host.client.html).toContain(button);
  });

  it('R125 W1 the report, organisations, speakers and attendance are shown; a wrong number loses nothing', async () => {
    const { component } = await makeSpace(site, { kindOfComponent: 'events' });
    const host = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host.id, { inHours: -30 });
    const at = { meeting: meeting.number };
    await host.client.post(urls.meetingClose(at), { ...TOLD, participants: '-4' });
    expect(host.client.status).toBe(422);
    expect(host.client.html).toContain('Maison de l’Europe');
    await host.client.post(urls.meetingClose(at), {
      ...TOLD,
      intervenants: '<script>alert(1)</script>',
    });
    for (const words of ['47 personnes', '<strong>l’état de droit</strong>', 'Ligue des droits'])
      expect(host.client.html).toContain(words);
    expect(host.client.html).not.toContain('<script>alert');
    expect(await findClosing(site.db, site.organisationId, meeting.id)).toMatchObject({
      organisations: ['Ligue des droits', 'Maison de l’Europe', 'Les Genêts'],
      attendance: 47,
      version: 1,
    });
  });
});
