import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { freezeList, insertProject } from '../../projects/index.ts';
import { PRESETS, settingsOfPreset } from '../../spaces/setup/presets.ts';
import { completeTerms } from './opening.store.ts';
import { groundOf, proposeTerms, readTerms } from './opening-form.routes.ts';
import { checkTerms } from './terms.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it.each(PRESETS)(
  'R66 R52 the poll of %s opens on the terms that its form proposes',
  async (preset) => {
    const edition = await makeEdition(site, {
      ...settingsOfPreset(preset, '2026'),
      slug: preset,
      phase: 'campaign',
    });
    const act = { organisationId: site.organisationId, by: null };
    const places = edition.districts.length > 0 ? edition.districts : [''];
    for (const [at, district] of [...places, ...places].entries()) {
      const made = await insertProject(site.db, act, edition.id, {
        title: `Projet ${at}`,
        summary: 'S',
        categoryId: edition.categories[0]!.id,
        cost: 5_000_00,
        place: '',
        district,
        ideaIds: [],
      });
      if (!made.ok) throw new Error(made.refusal);
    }
    const frozen = await freezeList(site.db, act, edition.id);
    if (!frozen.ok) throw new Error(frozen.refusal);
    const typed = proposeTerms(edition, frozen.projects);
    const read = readTerms(typed, groundOf(edition, frozen.projects));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const terms = await completeTerms(site.db, site.organisationId, edition, read.terms);
    expect(checkTerms(terms, new Date())).toEqual([]);
    expect(terms.settings.envelopes.reduce((sum, { amount }) => sum + amount, 0)).toBe(
      edition.envelope,
    );
    // each project is paid by the envelope of its place
    for (const { zone, envelope } of terms.options) {
      const pays = terms.settings.envelopes.find(({ key }) => key === envelope)!;
      expect(pays.label).toBe(zone ?? '');
    }
  },
);
