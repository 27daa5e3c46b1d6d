import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { makeVotePoint } from '../../../tests/make/points.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { PAGE_SIZE } from './agenda.ts';
import { type CalendarEntry, writeCalendar } from './ical.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'meeting-1@fleury.example',
  sequence: 2,
  changedAt: new Date('2026-11-01T08:00:00Z'),
  startsAt: new Date('2026-11-22T18:00:00Z'),
  endsAt: new Date('2026-11-22T20:00:00Z'),
  title: 'Réunion',
  description: '',
  place: 'Salle des fêtes',
  point: null,
  url: 'https://fleury.example/agenda/1',
  isCancelled: false,
  ...changes,
});

/** As a calendar program reads it: lines joined, then names and values. */
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('R56 a calendar that agenda programs read', () => {
  it('RFC 5545: every line ends with CRLF and holds 75 octets at most, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (title, description) => {
          const text = writeCalendar('Agenda', [entry({ title, description })]);
          expect(text.endsWith('\r\n')).toBe(true);
          for (const line of text.slice(0, -2).split('\r\n')) {
            expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/[\r\n]/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('W13 a line end in a title begins no property of its writer', () => {
    const title = 'Fête\r\nEND:VEVENT\nATTACH:https://mal.example; a, b\\';
    const lines = unfold(writeCalendar('Agenda', [entry({ title })]));
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('ATTACH'))).toBe(false);
    expect(lines).toContain('SUMMARY:Fête\\nEND:VEVENT\\nATTACH:https://mal.example\\; a\\, b\\\\');
  });

  it('R84 times are in UTC and a cancelled meeting says so', () => {
    const lines = unfold(writeCalendar('Agenda', [entry({ isCancelled: true })]));
    expect(lines).toContain('DTSTART:20261122T180000Z');
    expect(lines).toContain('DTEND:20261122T200000Z');
    expect(lines).toContain('SEQUENCE:2');
    expect(lines).toContain('STATUS:CANCELLED');
  });
});

describe('R55 R56 the public agenda', () => {
  it('R55 shows an invitation where nothing is announced', async () => {
    const visitor = site.visitor();
    await visitor.get(urls.agenda());
    expect(visitor.main).toContain('Aucun événement annoncé');
    await visitor.get(urls.agenda({ genre: 'atelier' }));
    expect(visitor.main).toContain('Retirez un filtre');
    expect((await visitor.send(urls.agenda({ edition: 'nulle-part' }))).status).toBe(404);
  });

  it('R55 turns its pages without skipping nor repeating, in order of time, both ways', async () => {
    const total = PAGE_SIZE * 2 + 3;
    // several at the same hour: the id decides
    for (let at = 0; at < total; at++)
      await makeMeeting(site, { inHours: 24 + Math.floor(at / 4), title: `Stand ${at} fin` });
    const visitor = site.visitor();
    for (const offset of [null, '30 days']) {
      site.travel(offset);
      const seen: string[] = [];
      let path: string | undefined = urls.agenda(offset ? { quand: 'passes' } : {});
      while (path) {
        await visitor.get(path);
        seen.push(...[...visitor.main.matchAll(/Stand (\d+) fin<\/bdi>/g)].map(([, n]) => n!));
        path = /href="([^"]+)" rel="next"/.exec(visitor.main)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
      const hours = seen.map((n) => Math.floor(Number(n) / 4));
      expect(hours).toEqual([...hours].sort((a, b) => (offset ? b - a : a - b)));
    }
    site.travel(null);
    // what no address should hold is no page of anything
    for (const query of ['?apres=x', '?apres=%00', '?genre=%F0%9F%92%A9', '?quand=1'])
      expect((await visitor.send(`/agenda${query}`)).status, query).toBe(200);
    expect((await visitor.send('/agenda/0')).status).toBe(404);
    expect((await visitor.send('/agenda/99999999999')).status).toBe(404);
    const feed = await visitor.send(urls.agendaFeed());
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    expect((await feed.text()).match(/BEGIN:VEVENT/g)).toHaveLength(total);
  });
});

describe('R56 the cards of the agenda', () => {
  it('R56 each names what it is about, a point of vote too; an edition is asked once for all of its meetings', async () => {
    const edition = await makeEdition(site, { phase: 'vote', title: 'Budget des cartes' });
    const point = await makeVotePoint(site, edition, { name: 'Halle aux grains' });
    const visitor = site.visitor();
    const asked: number[] = [];
    for (const more of [1, 3]) {
      for (let one = 0; one < more; one++)
        await makeMeeting(site, {
          title: 'Venez voter',
          editionId: edition.id,
          target: { kind: 'vote-point', id: point.id },
        });
      site.memory.forgetAll();
      const address = urls.agenda({ edition: edition.slug });
      asked.push(await site.countStatements(() => visitor.get(address)));
    }
    expect(visitor.main.match(/Lieu de vote\u202f: Halle aux grains/g)).toHaveLength(4);
    expect(visitor.main).toContain(`href="${urls.votePoints({ edition: edition.slug })}"`);
    expect(asked[1]).toBe(asked[0]);
  });
});
