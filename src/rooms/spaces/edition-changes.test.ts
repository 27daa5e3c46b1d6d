import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { sendPart } from '../../../tests/make/parts.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { typeCalendar, typeSettings } from './edition-form.routes.ts';
import { settingsOf } from './edition-settings.ts';
import { markCalendar, markSettings } from './edition-writing.store.ts';
import { changePhases, changeSettings, findEdition, isOpen } from './index.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

describe('R31 R189 changes later on', () => {
  it('the calendar moves, with old and new in the journal, and what is open follows', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'calendrier' });
    const at = { edition: edition.slug };
    const { client } = officer;
    const shorter = edition.phases.map((phase) =>
      phase.step === 'collection'
        ? { ...phase, endsAt: new Date(phase.startsAt.getTime() + 60_000) }
        : phase,
    );
    await client.post(urls.adminEditionPhases(at), {
      ...typeCalendar(shorter),
      mark: markCalendar(edition),
    });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    const now = new Date();
    const after = (await findEdition(site.db, site.organisationId, edition.slug))!;
    expect(isOpen(edition, 'collection', now)).toBe(true);
    expect(isOpen(after, 'collection', now)).toBe(false);
    const [, , change] = await listFactsAbout(site, edition.id);
    expect(change).toMatchObject({
      kind: 'edition.calendar-changed',
      detail: {
        changes: [
          {
            step: 'collection',
            from: { endsAt: edition.phases[0]!.endsAt!.toISOString() },
            to: { endsAt: shorter[0]!.endsAt!.toISOString() },
          },
        ],
      },
    });
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a modifié le calendrier');
  });

  it('a calendar that does not hold is refused and kept as typed', async () => {
    const edition = await makeEdition(site, { slug: 'renverse' });
    const { client } = officer;
    await client.post(urls.adminEditionPhases({ edition: 'renverse' }), {
      ...typeCalendar(edition.phases),
      'vote-ends-year': '1999',
      mark: markCalendar(edition),
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#vote-ends"');
    expect(client.html).toContain('value="1999"');
    expect((await findEdition(site.db, site.organisationId, 'renverse'))!.phases).toEqual(
      edition.phases,
    );
  });

  it('R80 the address of a public edition is permanent', async () => {
    const edition = await makeEdition(site, { slug: 'permanente' });
    const { client } = officer;
    await sendPart(client, edition, 'presentation', { slug: 'autre' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('son adresse ne change plus');
  });

  it('R52 once the vote has begun, what voters were told does not change', async () => {
    const edition = await makeEdition(site, { phase: 'vote', slug: 'pendant' });
    const at = { edition: 'pendant' };
    const { client } = officer;
    await sendPart(client, edition, 'budget', { envelope: '200 000' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#envelope"');
    await sendPart(client, edition, 'participation', {
      maximumChoices: '5',
      residenceRequired: '',
      intendedBallot: 'judgment',
    });
    expect(client.status).toBe(422);
    for (const field of ['maximumChoices', 'residenceRequired', 'intendedBallot'])
      expect(client.html).toContain(`href="#${field}"`);
    await sendPart(client, edition, 'presentation', { summary: 'Autre présentation' });
    expect(client.path).toBe(urls.adminEditionSettings(at));
  });

  it('R72 a category that holds ideas is renamed, never removed', async () => {
    const edition = await makeEdition(site, { slug: 'categories' });
    await makeIdea(site, edition, { category: 'culture' });
    const at = { edition: 'categories' };
    const typed = typeSettings(settingsOf(edition));
    const { client } = officer;
    await sendPart(client, edition, 'places', { categories: 'Sport\nLoisirs' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Renommez-la plutôt');
    await sendPart(client, edition, 'places', {
      categories: typed.categories!.replace('Culture', 'Culture <b>et</b> fêtes'),
    });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    const after = (await findEdition(site.db, site.organisationId, 'categories'))!;
    expect(after.categories.map(({ id }) => id)).toEqual(edition.categories.map(({ id }) => id));
    expect(after.categories[1]!.name).toBe('Culture <b>et</b> fêtes');
  });
});

describe('R189 two officers at once', () => {
  it('settings: the second is told what was saved, and both values are on the page', async () => {
    const edition = await makeEdition(site, { slug: 'deux' });
    const at = { edition: 'deux' };
    const { client } = officer;
    await sendPart(client, edition, 'presentation', { title: 'Titre du premier' });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    // another part was opened meanwhile, and is saved beside it
    await sendPart(client, edition, 'participation', { maximumIdeas: '2' });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    await sendPart(client, edition, 'presentation', { title: 'Titre du second' });
    expect(client.status).toBe(409);
    expect(client.html).toContain('Titre du premier');
    expect(client.html).toContain('value="Titre du second"');
    expect(client.html).toContain('href="#title"');
    expect(client.html).not.toContain('href="#summary"');
    const newer = /name="mark" value="([0-9a-f]+)"/.exec(client.html)![1]!;
    await sendPart(client, edition, 'presentation', { title: 'Titre du second', mark: newer });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    expect(await findEdition(site.db, site.organisationId, 'deux')).toMatchObject({
      title: 'Titre du second',
      maximumIdeas: 2,
    });
  });

  it('calendar and settings are changed side by side without getting in each other’s way', async () => {
    const edition = await makeEdition(site);
    const later = edition.phases.map((phase) =>
      phase.step === 'delivery'
        ? { ...phase, startsAt: new Date(phase.startsAt.getTime() + 3_600_000) }
        : phase,
    );
    const [calendar, settings] = await Promise.all([
      changePhases(site.db, act, edition.id, later, markCalendar(edition)),
      changeSettings(
        site.db,
        act,
        edition.id,
        { ...settingsOf(edition), summary: 'Autre' },
        markSettings(edition),
      ),
    ]);
    expect([calendar.ok, settings.ok]).toEqual([true, true]);
  });

  it('under a race exactly one change goes through', async () => {
    const edition = await makeEdition(site);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        changeSettings(
          site.db,
          act,
          edition.id,
          { ...settingsOf(edition), title: `Titre ${index}` },
          markSettings(edition),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
