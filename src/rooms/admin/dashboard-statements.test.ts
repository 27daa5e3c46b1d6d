import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { ask } from '../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let officer: MadePerson;
let made: Edition[];
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  made = [];
});
afterAll(() => site.close());

/** An edition in which something waits, or an archived one. */
async function addEdition(archived: boolean): Promise<void> {
  const edition = await makeEdition(site);
  const idea = await makeIdea(site, edition);
  await site.runJobs();
  await ask(site, edition, idea, (await makeDepartment(site)).id);
  if (archived)
    await site.db
      .updateTable('edition')
      .set({ archived_at: new Date() })
      .where('id', '=', edition.id)
      .execute();
  made.push(edition);
}

describe('R197 the dashboard of an office that has run many editions', () => {
  it('R197 asks the same few things of the database for 1, 5 and 20 editions', async () => {
    const asked: number[] = [];
    for (const count of [1, 5, 20]) {
      while (made.length < count) await addEdition(made.length % 3 === 2);
      await officer.client.get(urls.admin());
      asked.push(await site.countStatements(() => officer.client.get(urls.admin())));
      expect(officer.client.main.match(/1 idée<|1 idée /g)?.length).toBeGreaterThanOrEqual(
        Math.min(count, 12),
      );
    }
    expect(new Set(asked).size, `statements: ${asked.join(', ')}`).toBe(1);
    expect(asked[0]).toBeLessThan(30);
  });

  it('R197 nothing waits in an archived edition, and its page opens', async () => {
    const archived = made[2]!;
    await officer.client.get(urls.admin());
    expect(officer.client.main).not.toContain(`/${archived.slug}/etude`);
    await officer.client.get(urls.adminEdition({ edition: archived.slug }));
    expect(officer.client.status).toBe(200);
    expect(officer.client.main).not.toContain('Prochaines étapes');
  });
});
