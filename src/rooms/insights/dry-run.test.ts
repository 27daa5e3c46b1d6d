import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { districtBallots, districtTerms } from '../../../tests/make/districts.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { type HeldPoll, holdPoll, readCounted } from '../../../tests/make/published.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { writeEntry } from '../polls/ballot/entry.ts';
import { findPublishedPoll, USUAL_MENTIONS } from '../polls/index.ts';
import { noHouseRules } from '../tally/index.ts';
import type { Additions, Column } from './columns.ts';
import { matchPublished, outcomeOf } from './comparison.ts';
import { CountingDesk } from './counting-desk.jobs.ts';
import type { Outcome } from './outcome.ts';
import { countColumns, findPublishedGround, type Ground } from './simulator-ground.routes.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const projects = [
  { euros: 500, district: 'Nord' },
  { euros: 400, district: 'Sud' },
  { euros: 300 },
  { euros: 300, district: 'Nord' },
  { euros: 200, district: 'Sud' },
];
const edition = { envelope: 900_00, districts: ['Nord', 'Sud', 'Ouest'] };

/** Nine people who choose some of five projects. */
const approvals = [
  ['1', '3'],
  ['1', '4'],
  ['1', '2', '3'],
  ['2', '5'],
  ['2', '5'],
  ['3', '4'],
  ['4'],
  ['5', '1'],
  ['2'],
];

/** The same nine give mentions, the first one the best. */
const judgments = approvals.map((own, voter) =>
  ['1', '2', '3', '4', '5'].map((key, at) => {
    const rank = own.indexOf(key);
    return `${key}:${rank < 0 ? (voter + at) % 2 : 3 - Math.min(rank, 1)}`;
  }),
);

const written = districtBallots.map(({ choices }) =>
  choices.map((choice) =>
    typeof choice === 'string' ? choice : writeEntry({ key: choice[0], points: choice[1] }),
  ),
);

const polls: Record<string, Omit<HeldPoll, 'projects'> & Partial<HeldPoll>> = {
  greedy: { ballots: approvals, terms: { rule: 'greedy' } },
  'greedy, with a public draw and every house rule': {
    ballots: approvals,
    terms: {
      rule: 'greedy',
      tieBreak: ['public-draw'],
      settings: {
        houseRules: {
          quorum: 5,
          minimumNamings: 2,
          incompatible: [['1', '2']],
          mostPerHolder: null,
          winnersPerZone: 1,
          partFunding: 50,
        },
      },
    },
  },
  'mes-cost-add1u': { ballots: approvals, terms: { rule: 'mes-cost-add1u' } },
  phragmen: { ballots: approvals, terms: { rule: 'phragmen' } },
  'majority judgment': {
    ballots: judgments,
    terms: {
      kind: 'judgment',
      rule: 'majority-judgment',
      settings: { mentions: USUAL_MENTIONS, defaultGrade: 1, seats: 2 },
    },
  },
  'several envelopes, a district of one’s choice': {
    edition: { ...edition, envelope: 250_00 },
    projects: districtTerms.options.map(({ cost, zone }) => ({
      euros: cost / 100,
      ...(zone !== null && { district: zone }),
    })),
    ballots: written,
    terms: {
      kind: 'judgment',
      rule: 'majority-judgment',
      settings: { mentions: USUAL_MENTIONS, envelopes: districtTerms.settings.envelopes },
    },
  },
};

/** One column at a desk of its own, asked until it is counted: each time the desk itself waits a moment. */
async function countAlone(ground: Ground, column: Column, additions: Additions): Promise<Outcome> {
  const desk = new CountingDesk();
  for (let times = 0; times < 10; times += 1) {
    const [counted] = await countColumns(desk, ground, [column], additions);
    const outcome = outcomeOf(counted!);
    if (outcome) return outcome;
  }
  throw new Error('The count does not end.');
}

describe('a dry run', () => {
  it.each(Object.entries(polls))(
    'R199 equals the published result, bit for bit: %s',
    async (name, held) => {
      const { poll, edition: of } = await holdPoll(site, { edition, projects, ...held });
      const published = (await findPublishedPoll(site.db, site.organisationId, of.id))!;
      const ground = await findPublishedGround(site.db, site.organisationId, of.id);
      const { rule, settings } = poll;
      const columns: Column[] = (['official', 'asked'] as const).map((house) => ({
        view: 'own',
        rule,
        house,
      }));
      // each on a desk of its own: none may answer for the other
      for (const column of columns) {
        const outcome = await countAlone(ground, column, settings);
        expect(outcome.hash, `${name} ${column.house}`).toBe(published.hash);
        expect(matchPublished(outcome, published)).toBe('identical');
      }
      const { client } = officer;
      const asked = { bulletins: of.slug };
      await readCounted(client, urls.adminSimulator({ edition: of.slug }, asked));
      expect(client.status).toBe(200);
      expect(client.main.includes('identique au résultat publié'), name).toBe(true);
      expect(client.main.includes(published.hash)).toBe(true);
    },
    60_000,
  );

  it('R199 says so when it does not equal what was published', async () => {
    const { edition: of, poll } = await holdPoll(site, { edition, projects, ballots: approvals });
    const published = (await findPublishedPoll(site.db, site.organisationId, of.id))!;
    const ground = await findPublishedGround(site.db, site.organisationId, of.id);
    const count = async (column: Column) => {
      const additions = { houseRules: { ...noHouseRules, quorum: 1 }, seats: null };
      return matchPublished(await countAlone(ground, column, additions), published);
    };
    // another setting with the same winners, then other winners
    expect(await count({ view: 'own', rule: poll.rule, house: 'asked' })).toBe('same-winners');
    expect(await count({ view: 'own', rule: 'greedy-per-cost', house: 'asked' })).toBe('different');
  });
});
