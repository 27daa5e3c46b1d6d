import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  countRows,
  fillBallot,
  listFields,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Admission } from '../../electorate/index.ts';
import { nextStep } from './steps.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(() => site.travel(null));

const declaredOrRegistered: Admission = {
  required: [],
  oneOf: ['roll', 'desk'],
  withoutAccount: true,
};

function openFor(admission: Admission): Promise<MadePoll> {
  return makePoll(site, { terms: { settings: { admission } } });
}

const declaration = {
  noms: 'Léa Martin',
  'naissance-day': '17',
  'naissance-month': '5',
  'naissance-year': '1980',
  adresse: '12 rue des Tilleuls',
  residence: 'oui',
  honneur: 'oui',
};

async function choose({ poll, edition }: MadePoll, client: SiteClient): Promise<void> {
  for (const key of ['1', '2'])
    await client.post(urls.voteBasket({ edition: edition.slug }), { ajouter: key });
  expect(poll.options).not.toHaveLength(0);
}

describe('what is asked next', () => {
  it('R53 is one thing at a time; of several that are enough, the one that was chosen', () => {
    expect(nextStep([], '')).toEqual({ kind: 'done' });
    expect(nextStep([['email'], ['sms']], 'sms')).toEqual({
      kind: 'prove',
      method: 'email',
      others: [],
    });
    expect(nextStep([['sms', 'code']], '')).toEqual({ kind: 'choose', methods: ['sms', 'code'] });
    expect(nextStep([['sms', 'code']], 'code')).toEqual({
      kind: 'prove',
      method: 'code',
      others: ['sms'],
    });
    expect(nextStep([['sms', 'code']], 'roll')).toMatchObject({ kind: 'choose' });
  });
});
