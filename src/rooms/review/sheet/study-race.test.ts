import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAll } from '../../../../tests/make/decisions.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { makeProjects } from '../../../../tests/make/poll.ts';
import { FAVOURABLE, makeOpinion } from '../../../../tests/make/studies.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { freezeList } from '../../projects/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { findSheet, type StudyContent, saveStudy, writeOpinion } from '../index.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const SAID: StudyContent = {
  criteria: {},
  admissible: null,
  admissibilityNote: '',
  capitalCost: null,
  yearlyCost: null,
  delayMonths: null,
};
const countVersions = async (ideaId: string) =>
  (
    await site.pool.query(
      'select version, content from study_version where idea_id = $1 order by version',
      [ideaId],
    )
  ).rows as { version: number; content: { capitalCost: number } }[];

describe('two people on one sheet', () => {
  let agathe: MadePerson;
  let basile: MadePerson;
  beforeAll(async () => {
    agathe = await makePerson(site, { roles: ['officer'], nickname: 'Agathe' });
    basile = await makePerson(site, { roles: ['officer'], nickname: 'Basile' });
  });

  it('R42 neither loses work: the second sees both, chooses, and every saving stays in the history', async () => {
    const idea = await makeIdea(site, edition);
    const path = urls.adminStudyIdea({ edition: edition.slug, idea: idea.number });
    const fields = { version: '1', admissible: '', yearlyCost: '', delayMonths: '' };
    await Promise.all([agathe.client.get(path), basile.client.get(path)]);
    await agathe.client.post(path, {
      ...fields,
      admissible: 'yes',
      capitalCost: '1 000',
      admissibilityNote: 'Vu avec le maire',
    });
    await basile.client.post(path, {
      ...fields,
      capitalCost: '2000',
      admissibilityNote: 'À revoir',
    });
    expect(basile.client.status).toBe(409);
    const page = basile.client.main.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(page).toContain('Quelqu’un a enregistré avant vous');
    for (const words of [
      'À revoir',
      'Enregistré entre-temps : Vu avec le maire',
      'Enregistré entre-temps : 1 000',
      'value="2000"',
      'Enregistré entre-temps : Recevable',
    ])
      expect(page.includes(words), words).toBe(true);
    const [, version] = /name="version" value="(\d+)"/.exec(page)!;
    await basile.client.post(path, {
      ...fields,
      version: version!,
      admissible: 'yes',
      capitalCost: '2000',
      admissibilityNote: 'Vu avec le maire, à revoir',
    });
    expect(basile.client.status).toBe(200);
    expect((await countVersions(idea.id)).map(({ content }) => content.capitalCost)).toEqual([
      100_000, 200_000,
    ]);
  });

  it('R42 two agents of one department: the same, before and after the opinion was given', async () => {
    const idea = await makeIdea(site, edition);
    const parks = await makeDepartment(site);
    const path = urls.task({ opinion: await makeOpinion(site, idea, parks.id) });
    const options = { roles: ['agent'], departmentId: parks.id } as const;
    const [paul, rose] = [await makePerson(site, options), await makePerson(site, options)];
    const fields = { technical: '', legal: '', financial: '', yearlyCost: '', delayMonths: '' };
    await paul.client.post(path, {
      ...fields,
      version: '1',
      act: 'give',
      verdict: 'favourable',
      comment: '',
      capitalCost: '10',
    });
    await rose.client.post(path, {
      ...fields,
      version: '1',
      act: 'give',
      verdict: 'reserved',
      comment: 'Non, attendez',
      capitalCost: '20',
    });
    expect(rose.client.status).toBe(409);
    const page = rose.client.main.replaceAll(/[\u00a0\u202f]/g, ' ');
    for (const words of [
      'Non, attendez',
      'value="20"',
      'Enregistré entre-temps : Favorable',
      'Enregistré entre-temps : 10',
    ])
      expect(page.includes(words), words).toBe(true);
  });

  it('R42 of two savings at the same instant from the same version, one is shown the other', async () => {
    const idea = await makeIdea(site, edition);
    const results = await Promise.all(
      [1, 2, 3, 4].map((cost) =>
        saveStudy(site.db, act(), idea.id, { ...SAID, capitalCost: cost }, 1),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.refusal).toBe('changed-meanwhile');
    const { study } = await findSheet(site.db, site.organisationId, idea);
    expect(study.version).toBe(2);
    expect(await countVersions(idea.id)).toEqual([
      { version: 2, content: expect.objectContaining({ capitalCost: study.capitalCost }) },
    ]);
  });
});

describe('a freeze while somebody writes', () => {
  it.each(['study', 'opinion'] as const)(
    'R44 a %s that waits for the freeze is refused: nothing changes once the list is frozen',
    async (what) => {
      const freezing = await makeEdition(site);
      const idea = await makeIdea(site, freezing);
      const department = await makeDepartment(site);
      const opinion = await makeOpinion(site, idea, department.id);
      await makeProjects(site, act(), freezing, ['Un banc']);
      // the sheet is there already: the last lock to wait for is the edition's
      await saveStudy(site.db, act(), idea.id, { ...SAID, capitalCost: 1 });
      await decideAll(site, act(), freezing.id);
      const write = () =>
        what === 'study'
          ? saveStudy(site.db, act(), idea.id, { ...SAID, capitalCost: 2 })
          : writeOpinion(site.db, act(), opinion, { act: 'give', content: FAVOURABLE });
      const writing = await site.db.transaction().execute(async (tx) => {
        await freezeList(tx, act(), freezing.id);
        const begun = write();
        await waitUntilBlocked();
        return { begun };
      });
      expect(await writing.begun).toEqual({ ok: false, refusal: 'list-frozen' });
      const sheet = await findSheet(site.db, site.organisationId, idea);
      expect(sheet.study.capitalCost).toBe(1);
      expect(sheet.opinions[0]!.state).toBe('asked');
    },
  );

  /** Some statement waits for a lock: the writer has come as far as it can. */
  async function waitUntilBlocked(): Promise<void> {
    for (;;) {
      const { rows } = await site.pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
    }
  }
});
