import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPoll, type PollTerms, publishResult, sealPoll } from '../../src/rooms/polls/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { watch } from '../journeys/watch.ts';
import { makePerson } from '../make/people.ts';
import { castFor, makePoll } from '../make/polls.ts';
import { doubleText, listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

const LONG = 'Anticonstitutionnellement-transfrontalièrement-incompréhensibilités';
const people: Partial<PollTerms> = {
  kind: 'ordinal',
  settings: { subject: 'people' },
  labels: ['Amina Benali', LONG, 'Chloé Martin'],
  maximumChoices: 3,
};

/** One poll of each kind of page, with three ballots as a form writes them. */
const POLLS: Record<string, { terms: Partial<PollTerms>; ballots: string[][] }> = {
  greedy: {
    terms: {},
    ballots: [
      ['1', '2'],
      ['1', '3'],
      ['1', '2'],
    ],
  },
  'mes-cost-add1u': { terms: { rule: 'mes-cost-add1u' }, ballots: [['1', '2'], ['1', '5'], ['2']] },
  phragmen: { terms: { rule: 'phragmen' }, ballots: [['1', '2'], ['1', '3'], ['4']] },
  'majority-judgment': {
    terms: {
      rule: 'majority-judgment',
      kind: 'judgment',
      maximumChoices: 5,
      settings: { mentions: ['Coup de cœur', 'J’aime bien', 'Pourquoi pas', LONG] },
    },
    ballots: [
      ['1:3', '2:2', '3:0'],
      ['1:2', '2:3', '4:1'],
      ['1:1', '5:3'],
    ],
  },
  'yes-no': {
    terms: { rule: 'yes-no', kind: 'yes-no', maximumChoices: 5 },
    ballots: [['1:1', '2:0'], ['1:1', '2:0', '3:1'], ['1:0']],
  },
  schulze: { terms: { ...people, rule: 'schulze' }, ballots: [['1', '2', '3'], ['2', '1'], ['3']] },
  stv: {
    terms: { ...people, rule: 'stv', settings: { subject: 'people', seats: 2 } },
    ballots: [['1', '2', '3'], ['2', '1'], ['3']],
  },
};

let site: BrowserSite;

/** Opens, casts, closes and counts; the poll is left under embargo. */
async function hold({ terms, ballots }: (typeof POLLS)[string], slug: string) {
  const { edition, poll } = await makePoll(site, {
    edition: { slug },
    terms: { tieBreak: ['public-draw', 'smaller-id'], ...terms },
  });
  for (const choices of ballots) {
    const { id } = await makePerson(site);
    const cast = await castFor(site, poll, id, [], { choices, idempotencyKey: randomUUID() });
    if (!cast.ok) throw new Error(`hold: ${JSON.stringify(cast)}`);
  }
  site.travel('20 days');
  const act = { organisationId: site.organisationId, by: null };
  await sealPoll(site.db, site.config, act, poll.id);
  await countPoll(site.db, act, poll.id);
  return {
    address: urls.results({ edition: edition.slug }),
    wall: urls.resultWall({ edition: edition.slug }),
    publish: () => publishResult(site.db, act, poll.id),
  };
}

describe.skipIf(!hasChromium)('the page of a result, rule by rule', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  it.each(Object.entries(POLLS))(
    'A1 A7 R57 R58 R176 V15 W16 %s: nothing before it is published, then axe at zero and nothing sideways at 320 px',
    async (rule, written) => {
      site.travel(null);
      const { address, wall, publish } = await hold(written, `resultat-${rule}`);
      const context = await site.open();
      const watched = watch(context, site.origin);
      const page = await context.newPage();

      expect((await page.goto(wall))?.status()).toBe(404);
      expect((await page.goto(address))?.status()).toBe(404);
      expect(await page.locator('main').innerText()).not.toMatch(/voix|mention|élu|oui|tour 1/i);
      watched.complaints.length = 0;

      expect(await publish()).toEqual({ ok: true });
      site.memory.forgetAll();
      expect((await page.goto(address))?.status()).toBe(200);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const problems = [...(await listViolations(page)), ...(await listSmallTargets(page))];
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      problems.push(...(await listViolations(page)));
      await page.setViewportSize({ width: 320, height: 780 });
      problems.push(...(await listOverflows(page)));
      await page.setViewportSize({ width: 360, height: 780 });
      await doubleText(page);
      problems.push(...(await listOverflows(page)));
      // the same on a wall, where nothing of a screen stands outside of it
      await page.goto(wall);
      problems.push(...(await listViolations(page)), ...(await listOverflows(page)));
      await page.setViewportSize({ width: 1280, height: 720 });
      problems.push(...(await listViolations(page)), ...(await listOverflows(page)));
      expect([...problems, ...watched.complaints]).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
