import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { type Letter, queueLetter } from './index.ts';

let site: TestSite;
let letter: Letter;
beforeAll(async () => {
  site = await openTestSite();
  const person = await makePerson(site);
  letter = {
    organisationId: site.organisationId,
    topic: 'my-ideas',
    personId: person.id,
    address: person.email,
    locale: 'fr',
    subject: 'Votre idée',
    text: 'Bonjour.',
    target: null,
  };
  await site.runJobs();
});
afterAll(() => site.close());

const queue = (change: Partial<Letter> = {}) =>
  site.db.transaction().execute((tx) => queueLetter(tx, { ...letter, ...change }));
const received = () => site.mails.filter(({ subject }) => subject === 'Votre idée').length;

describe('letters', () => {
  it('are sent once, and not a second time under the same words', async () => {
    await queue({ onceKey: 'decision-1' });
    await queue({ onceKey: 'decision-1' });
    await site.runJobs();
    await site.runJobs();
    expect(received()).toBe(1);
  });

  it('do not leave when what they tell is not kept', async () => {
    const before = received();
    await site.db
      .transaction()
      .execute(async (tx) => {
        await queueLetter(tx, letter);
        throw new Error('refused');
      })
      .catch(() => {});
    await site.runJobs();
    expect(received()).toBe(before);
  });

  it('W13 take no line break in a header', async () => {
    await expect(queue({ subject: 'Votre idée\r\nBcc: x@exemple.fr' })).rejects.toThrow();
    await expect(queue({ address: 'a@exemple.fr\nb@exemple.fr' })).rejects.toThrow();
  });
});
