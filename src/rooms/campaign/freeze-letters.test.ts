import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeHeldProject } from '../../../tests/make/campaign.ts';
import { makePause } from '../../../tests/make/contact.ts';
import { freezeDecided } from '../../../tests/make/decisions.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { linkIn, mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { findFact } from '../../platform/journal/journal.ts';
import { urls } from '../../urls.ts';
import { findProject, importProjects } from '../projects/index.ts';
import { tellHolders } from './freeze-letters.jobs.ts';

let site: TestSite;
let holder: MadePerson;
let other: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  holder = await makePerson(site);
  other = await makePerson(site);
});

const act = () => ({ organisationId: site.organisationId, by: null });

describe('R49 R51 the letter of a frozen list', () => {
  it('R51 tells each holder the number of each project, once, and leads to its page', async () => {
    const edition = await makeEdition(site, { phase: 'study' });
    const ids: string[] = [];
    for (const [title, person] of [
      ['Un verger', holder],
      ['Une halle', holder],
      ['Un banc', other],
    ] as const)
      ids.push(
        (await makeHeldProject(site, person.id, { edition, title, frozen: false })).projectId,
      );
    const mails = await mailsOf(site, () => freezeDecided(site, act(), edition.id));
    const told = mails.map(({ to, subject }) => `${to} ${subject}`).sort();
    const expected = await Promise.all(
      ids.map(async (id, at) => {
        const { number, title } = (await findProject(site.db, site.organisationId, id))!;
        const { email } = at === 2 ? other : holder;
        return `${email} Votre projet porte le numéro ${number}\u202f: ${title}`;
      }),
    );
    expect(told).toEqual(expected.sort());
    const mine = mails.find(({ to }) => to === other.email)!;
    expect(linkIn(mine)).toBe(urls.holderProject({ project: ids[2]! }));
    await other.client.get(linkIn(mine));
    expect(other.client.main).toContain('Un banc');
    // the journal may hand a fact over twice
    const { id } = await site.db
      .selectFrom('fact')
      .select('id')
      .where('kind', '=', 'project-list.frozen')
      .where('subject_id', '=', edition.id)
      .executeTakeFirstOrThrow();
    const fact = (await findFact(site.db, site.organisationId, id))!;
    const tools = { db: site.db, config: site.config, postman: { send: async () => {} } };
    const again = await mailsOf(site, () => tellHolders(fact, tools));
    expect(again).toEqual([]);
  });

  it('R51 says nothing of a list of the past, and why there is no kit before an election', async () => {
    const past = await makeEdition(site, { phase: 'study' });
    const imported = await mailsOf(site, () =>
      importProjects(site.db, act(), past.id, [
        { importedId: '1', number: 1, title: 'Un pont', cost: 100 },
      ]),
    );
    expect(imported).toEqual([]);
    const reason = 'Élections municipales de mars 2099';
    await makePause(site, site.organisationId, holder.id, { startsOn: '2020-01-01', reason });
    const [mail] = await mailsOf(site, () => makeHeldProject(site, holder.id));
    expect(mail!.text).toContain(reason);
    expect(mail!.text).not.toContain('prêts à imprimer');
    expect(linkIn(mail!)).toContain('/mon-espace/projets/');
  });
});
