import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Idea } from '../ideas/index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

describe('R44 those who decide are written to', () => {
  it('R44 once when decisions wait, however many are prepared that day, and again another day', async () => {
    const third = await makeEdition(site, { title: 'Troisième édition' });
    const made = [];
    for (let index = 0; index < 4; index += 1) made.push(await makeIdea(site, third));
    const one = await makePerson(site, {
      roles: ['decider'],
      editionId: third.id,
      name: 'Luc Petit',
    });
    const waiting = () => site.mails.filter(({ to }) => to === one.email);
    const prepare = ({ number }: Idea) =>
      officer.client.post(urls.adminPrepareDecisions({ edition: third.slug }), {
        idee: [String(number)],
        etat: 'a-preparer',
        outcome: 'to-vote',
      });
    await site.runJobs();
    expect(waiting()).toEqual([]);
    await prepare(made[0]!);
    await prepare(made[1]!);
    await site.runJobs();
    expect(waiting()).toHaveLength(1);
    const { subject, text } = waiting()[0]!;
    expect(subject).toBe('Des décisions vous attendent – Troisième édition');
    expect(text).toContain('Luc Petit');
    expect(text).toContain(urls.adminDecisions({ edition: third.slug }, { etat: 'a-decider' }));
    site.travel('1 day');
    await prepare(made[2]!);
    await officer.client.post(urls.adminDecision({ edition: third.slug, idea: made[3]!.number }), {
      version: '0',
      outcome: 'to-vote',
    });
    await site.runJobs();
    site.travel(null);
    expect(waiting()).toHaveLength(2);
  });
});
