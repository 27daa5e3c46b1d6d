import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/rooms/identity/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { openJourney, WAYS, type Walker } from '../journeys/walk.ts';
import { watch } from '../journeys/watch.ts';
import { KIND_NAMES, type KindName, makeKind } from '../make/kinds.ts';
import { makePerson } from '../make/people.ts';
import { listSlots, type MadePoll } from '../make/polls.ts';
import { press, tabTo } from './keyboard.ts';
import { doubleText, listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

/** Every kind both ways and in both looks by the long tests; otherwise by turns. */
const ALL = process.env.PALABRE_ALL === '1';
const byTurns = (first: boolean) => KIND_NAMES.filter((_, at) => ALL || (at % 2 === 0) === first);

/** What a voter does with Tab, Space, arrows and letters. */
const fill: Record<KindName, (walker: Walker) => Promise<void>> = {
  approval: (walker) => choose(walker, 1, 2),
  'choose-one': (walker) => choose(walker, 2),
  knapsack: (walker) => choose(walker, 1, 2),
  districts: async (walker) => {
    await pressButton(walker, /^Nord/, 'Enter');
    await walker.sees('Votre quartier : Nord');
    await choose(walker, 1, 3);
  },
  cumulative: typePoints,
  scoring: typePoints,
  ordinal: (walker) => rankTwo(walker, 'Projet d’essai 1', 'Projet d’essai 2'),
  stv: (walker) => rankTwo(walker, 'Adèle Fontaine', 'Bruno Keller'),
  judgment: (walker) => answer(walker),
  'yes-no': (walker) => answer(walker),
};

const boxed: Record<KindName, unknown> = {
  approval: ['1', '2'],
  'choose-one': ['2'],
  knapsack: ['1', '2'],
  districts: ['1', '3'],
  cumulative: [['1', 3]],
  scoring: [['1', 3]],
  ordinal: ['2', '1'],
  stv: ['2', '1'],
  // from « Sans avis », the arrow goes round to the first of the answers
  judgment: [['1', 3]],
  'yes-no': [['1', 1]],
};

/** The list stands in an order of its own for each voter: one starts from the top each time. */
async function startAgain({ page }: Walker): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate(() => {
    const start = document.querySelector('main')!;
    start.focus({ preventScroll: true });
  });
}

async function pressButton(walker: Walker, name: string | RegExp, key = 'Space'): Promise<void> {
  await tabTo(walker, name, 150);
  await press(walker, key);
}

async function choose(walker: Walker, ...numbers: number[]): Promise<void> {
  for (const number of numbers) {
    await startAgain(walker);
    await pressButton(walker, new RegExp(`^Choisir ce projet « Projet d’essai ${number} »`));
    await walker.button(new RegExp(`^Retirer de mon choix « Projet d’essai ${number} »`)).waitFor();
  }
}

async function typePoints(walker: Walker): Promise<void> {
  await pressButton(walker, /^Un point de plus « Projet d’essai 1 »/);
  const points = walker.field('Points pour « Projet d’essai 1 »');
  await expect.poll(() => points.inputValue()).toBe('1');
  await startAgain(walker);
  await tabTo(walker, /^Points pour « Projet d’essai 1 »/, 150);
  await press(walker, 'Control+A');
  await walker.page.keyboard.type('3');
  // Enter saves, and presses none of the buttons beside the field
  await press(walker, 'Enter');
  await walker.sees(/3 points donnés sur 10|1 projet avec des points/);
  await expect.poll(() => points.inputValue()).toBe('3');
}

async function rankTwo(walker: Walker, one: string, other: string): Promise<void> {
  for (const title of [one, other]) {
    await startAgain(walker);
    await pressButton(walker, new RegExp(`^Classer(?: ce projet)? « ${title} »`));
    await walker.button(new RegExp(`^Retirer de mon choix « ${title} »`)).waitFor();
  }
  await startAgain(walker);
  await pressButton(walker, `Monter « ${other} »`);
  await walker.button(`Monter « ${one} »`).waitFor();
}

async function answer(walker: Walker): Promise<void> {
  const first = walker.page.locator('[data-option="1"]');
  for (let presses = 0; presses < 60; presses += 1) {
    await press(walker, 'Tab');
    if (await first.locator('input:focus').count()) break;
  }
  await press(walker, 'ArrowDown');
  await first.locator('input').first().and(walker.page.locator(':checked')).waitFor();
}

describe.skipIf(!hasChromium)(
  'A2 A3 A6 a ballot of each kind, with a keyboard only, at 320 px',
  () => {
    const journey = openJourney();

    describe.each(WAYS)('$way', ({ scripts }) => {
      it.each(byTurns(scripts))('A2 R76 %s is filled in, read again and cast', async (name) => {
        const made = await makeKind(journey.site, name);
        const walker = await journey.walker(scripts, {
          as: await journey.person(),
          context: { viewport: { width: 320, height: 780 }, reducedMotion: 'reduce' },
        });
        await walker.goTo(urls.vote({ edition: made.edition.slug }));
        await fill[name](walker);
        expect(await listOverflows(walker.page)).toEqual([]);
        await tabTo(walker, 'Vérifier et déposer', 150);
        await press(walker, 'Enter');
        await walker.arrives('Vérifier mon vote');
        expect(await listOverflows(walker.page)).toEqual([]);
        await tabTo(walker, 'Déposer mon vote');
        await press(walker, 'Enter');
        await walker.arrives('Votre vote est déposé');
        expect(await listSlots(journey.site, made.poll)).toMatchObject([{ choices: boxed[name] }]);
      });
    });
  },
);

describe.skipIf(!hasChromium)('A1 a ballot of each kind', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  /** A basket that is begun, one that asks too much where that can be, and none. */
  const baskets: Record<KindName, readonly string[]> = {
    approval: ['', '1.2.3'],
    'choose-one': ['', '2'],
    knapsack: ['', '1', '1.2.5'],
    cumulative: ['', '1:9.2:4'],
    scoring: ['', '1:4'],
    ordinal: ['', '1.2.3'],
    stv: ['', '4.1.2.3'],
    judgment: ['', '1:3.2:0'],
    'yes-no': ['', '1:1.2:0'],
    districts: ['', '2.5'],
  };

  const pages = ({ edition }: MadePoll) =>
    [urls.vote({ edition: edition.slug }), urls.voteReview({ edition: edition.slug })] as const;

  it.each(KIND_NAMES)(
    'A1 A5 %s: axe at zero in light and dark, targets for thumbs, nothing sideways at 320 px or with text twice as large',
    async (name) => {
      const made = await makeKind(site, name);
      const person = await makePerson(site);
      const session = await openSession(site.db, site.organisationId, person.id, 'Firefox · Linux');
      const found: Record<string, string[]> = {};
      const look = byTurns(true).includes(name) ? 'light' : 'dark';
      for (const colorScheme of ALL ? (['light', 'dark'] as const) : ([look] as const)) {
        const context = await site.open({ colorScheme, viewport: { width: 320, height: 780 } });
        const watched = watch(context, site.origin);
        const page = await context.newPage();
        for (const basket of baskets[name]) {
          await context.clearCookies();
          await context.addCookies([
            { name: 'palabre', value: session, url: site.origin },
            ...(basket
              ? [{ name: 'panier', value: encodeURIComponent(basket), url: site.origin }]
              : []),
          ]);
          for (const address of pages(made)) {
            await page.goto(address);
            const problems = [
              ...(await listViolations(page)),
              ...(await listSmallTargets(page)),
              ...(await listOverflows(page)),
            ];
            await doubleText(page);
            problems.push(...(await listOverflows(page)).map((wide) => `text twice: ${wide}`));
            problems.push(...watched.complaints.splice(0));
            if (problems.length > 0) found[`${colorScheme} « ${basket} » ${address}`] = problems;
          }
        }
        await context.close();
      }
      expect(found).toEqual({});
    },
    90_000,
  );
});
