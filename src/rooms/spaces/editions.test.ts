import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { type Fields, openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import {
  typeCalendar,
  typedUsualSettings,
  typeSettings,
  typeUsualCalendar,
} from './edition-form.routes.ts';
import { settingsOf } from './edition-settings.ts';
import { markCalendar, markSettings } from './edition-writing.store.ts';
import { changePhases, changeSettings, findEdition, isOpen, openEdition } from './index.ts';

let site: TestSite;
let officer: MadePerson;
let resident: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  resident = await makePerson(site);
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

const form = (changes: Fields = {}): Fields => ({
  ...typedUsualSettings(),
  ...typeUsualCalendar('2026-11-22'),
  title: 'Budget participatif 2027',
  slug: '2027',
  ...changes,
});

const factsOf = (subject: string) =>
  site.db
    .selectFrom('fact')
    .select(['kind', 'actor_id', 'detail'])
    .where('subject_id', '=', subject)
    .orderBy('recorded_at')
    .execute();

describe('R31 R66 a new edition from the template', () => {
  it('the form comes filled in, a title is enough, and nothing is public', async () => {
    const { client } = officer;
    await client.get(urls.adminNewEdition());
    expect(client.html).toContain('Écologie');
    expect(client.html).toContain('name="delivery-starts-time"');
    await client.post(urls.adminNewEdition(), form({ slug: '', title: 'Budget 2031' }));
    expect(client.path).toBe('/administration/editions/budget-2031');
    expect(client.html).toContain('pas encore publique');
    await client.get('/editions/budget-2031');
    expect(client.status).toBe(404);
    await site.visitor().get('/editions/budget-2031/reglement');
    expect(await findEdition(site.db, site.organisationId, 'budget-2031')).toBeNull();
  });

  it('R67 the envelope is typed as people write it', async () => {
    for (const [index, envelope] of ['100 000', '100\u202f000,00 €', '100000.00'].entries()) {
      const slug = `enveloppe-${index}`;
      await officer.client.post(urls.adminNewEdition(), form({ slug, envelope }));
      expect(officer.client.status).toBe(200);
      const row = await site.db
        .selectFrom('edition')
        .select('envelope')
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow();
      expect(row.envelope).toBe(100_000_00);
    }
  });

  it('what is wrong is said beside its field, and everything typed is kept', async () => {
    const { client } = officer;
    await client.post(
      urls.adminNewEdition(),
      form({
        title: '<script>alert(1)</script>',
        slug: 'refusee',
        envelope: '1e309',
        categories: 'Sport\nsport',
        'vote-ends-day': '31',
        'vote-ends-month': '2',
        minimumAgeVote: 'seize',
      }),
    );
    expect(client.status).toBe(422);
    for (const field of ['envelope', 'categories', 'vote-ends', 'minimumAgeVote'])
      expect(client.html).toContain(`href="#${field}"`);
    expect(client.html).toContain('value="1e309"');
    expect(client.html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(client.html).not.toContain('<script>alert');
    const kept = await site.db
      .selectFrom('edition')
      .select('id')
      .where('slug', '=', 'refusee')
      .execute();
    expect(kept).toEqual([]);
  });

  it('an address taken by another edition is refused, also when two arrive at once', async () => {
    const before = await site.db.selectFrom('fact').select('id').execute();
    const answers = await Promise.all(
      [1, 2, 3].map(() => officer.client.send(urls.adminNewEdition(), form({ slug: 'course' }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    const after = await site.db.selectFrom('fact').select('id').execute();
    expect(after.length - before.length).toBe(1);
  });

  it('W3 residents and strangers do not come in', async () => {
    const edition = await makeEdition(site, { open: false });
    const at = { edition: edition.slug };
    for (const address of [
      urls.adminNewEdition(),
      urls.adminEditionSettings(at),
      urls.adminEditionPhases(at),
      urls.adminEditionOpen(at),
    ]) {
      expect((await resident.client.send(address)).status, address).toBe(403);
      expect((await resident.client.send(address, form())).status, address).toBe(403);
      expect((await site.visitor().send(address)).headers.get('location')).toContain('/connexion');
      expect((await site.visitor().send(address, form())).status, address).toBe(401);
    }
    expect((await findEdition(site.db, site.organisationId, edition.slug))?.openedAt).toBe(
      undefined,
    );
  });
});

describe('R35 an edition opens with what residents are entitled to know', () => {
  it('not before the règlement was read; then it is public, with version 1', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'a-ouvrir' });
    const { client } = officer;
    const at = { edition: edition.slug };
    await client.get(urls.rules(at));
    expect(client.html).toContain('pas encore publié');
    await site.visitor().get(urls.rules(at));
    await client.post(urls.adminEditionOpen(at));
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#rulesRead"');
    await client.post(urls.adminEditionOpen(at), { rulesRead: 'oui' });
    expect(client.path).toBe(urls.adminEdition(at));
    const visitor = await site.visitor().get(urls.rules(at));
    expect(visitor.status).toBe(200);
    expect(visitor.html).toContain('Version 1');
    expect(visitor.html).toMatch(/100\s000\s€/);
    expect(visitor.html).toContain('au moins 16 ans');
    const facts = await factsOf(edition.id);
    expect(facts.map(({ kind }) => kind)).toEqual(['edition.created', 'edition.opened']);
    expect(facts[1]!.actor_id).toBe(officer.id);
  });

  it('not without an envelope, dates and categories, whatever was read', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'incomplete' });
    await site.db
      .updateTable('edition')
      .set({ envelope: 0 })
      .where('id', '=', edition.id)
      .execute();
    await site.db
      .deleteFrom('phase')
      .where('edition_id', '=', edition.id)
      .where('step', '=', 'study')
      .execute();
    await site.db.deleteFrom('category').where('edition_id', '=', edition.id).execute();
    expect(await openEdition(site.db, act, edition.id)).toEqual({
      ok: false,
      refusals: ['no-envelope', 'no-calendar', 'no-category'],
    });
    const { client } = officer;
    await client.get(urls.adminEditionOpen({ edition: 'incomplete' }));
    expect(client.html).toContain('Il manque encore quelque chose');
    await client.post(urls.adminEditionOpen({ edition: 'incomplete' }), { rulesRead: 'oui' });
    expect(client.status).toBe(422);
  });

  it('opening twice at once opens once', async () => {
    const edition = await makeEdition(site, { open: false });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => openEdition(site.db, act, edition.id)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const facts = await factsOf(edition.id);
    expect(facts.filter(({ kind }) => kind === 'edition.opened')).toHaveLength(1);
  });

  it('each later change publishes a new version, and the old ones stay readable', async () => {
    const edition = await makeEdition(site, { slug: 'versions' });
    const settings = { ...settingsOf(edition), envelope: 120_000_00, maximumIdeas: 1 };
    await changeSettings(site.db, act, edition.id, settings);
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.rules({ edition: 'versions' }));
    expect(visitor.html).toMatch(/120\s000\s€/);
    expect(visitor.html).toContain('une seule idée');
    await visitor.get(urls.rules({ edition: 'versions' }, { version: 1 }));
    expect(visitor.html).toMatch(/100\s000\s€/);
    expect(visitor.html).toContain('version ancienne');
    for (const version of ['3', '0', '1e309', '-1', 'x']) {
      const response = await visitor.send(urls.rules({ edition: 'versions' }, { version }));
      expect(response.status, version).toBe(404);
    }
    await expect(
      site.db.updateTable('rules_version').set({ version: 9 }).execute(),
    ).rejects.toThrow('append-only');
  });
});

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
    expect(client.path).toBe(urls.adminEdition(at));
    const now = new Date();
    const after = (await findEdition(site.db, site.organisationId, edition.slug))!;
    expect(isOpen(edition, 'collection', now)).toBe(true);
    expect(isOpen(after, 'collection', now)).toBe(false);
    const [, , change] = await factsOf(edition.id);
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
    await client.post(urls.adminEditionSettings({ edition: 'permanente' }), {
      ...typeSettings(settingsOf(edition)),
      slug: 'autre',
      mark: markSettings(edition),
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('son adresse ne change plus');
  });

  it('R52 once the vote has begun, what voters were told does not change', async () => {
    const edition = await makeEdition(site, { phase: 'vote', slug: 'pendant' });
    const at = { edition: 'pendant' };
    const typed = { ...typeSettings(settingsOf(edition)), mark: markSettings(edition) };
    const { client } = officer;
    await client.post(urls.adminEditionSettings(at), {
      ...typed,
      envelope: '200 000',
      maximumChoices: '5',
      residenceRequired: '',
    });
    expect(client.status).toBe(422);
    for (const field of ['envelope', 'maximumChoices', 'residenceRequired'])
      expect(client.html).toContain(`href="#${field}"`);
    await client.post(urls.adminEditionSettings(at), { ...typed, summary: 'Autre présentation' });
    expect(client.path).toBe(urls.adminEdition(at));
  });

  it('R72 a category that holds ideas is renamed, never removed', async () => {
    const edition = await makeEdition(site, { slug: 'categories' });
    await makeIdea(site, edition, { category: 'culture' });
    const at = { edition: 'categories' };
    const typed = typeSettings(settingsOf(edition));
    const { client } = officer;
    await client.post(urls.adminEditionSettings(at), {
      ...typed,
      categories: 'Sport\nLoisirs',
      mark: markSettings(edition),
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Renommez-la plutôt');
    await client.post(urls.adminEditionSettings(at), {
      ...typed,
      categories: typed.categories!.replace('Culture', 'Culture <b>et</b> fêtes'),
      mark: markSettings(edition),
    });
    expect(client.path).toBe(urls.adminEdition(at));
    const after = (await findEdition(site.db, site.organisationId, 'categories'))!;
    expect(after.categories.map(({ id }) => id)).toEqual(edition.categories.map(({ id }) => id));
    expect(after.categories[1]!.name).toBe('Culture <b>et</b> fêtes');
  });
});

describe('R189 two officers at once', () => {
  it('settings: the second is told what was saved, and both values are on the page', async () => {
    const edition = await makeEdition(site, { slug: 'deux' });
    const at = { edition: 'deux' };
    const typed = typeSettings(settingsOf(edition));
    const mark = markSettings(edition);
    const { client } = officer;
    await client.post(urls.adminEditionSettings(at), { ...typed, title: 'Titre du premier', mark });
    expect(client.path).toBe(urls.adminEdition(at));
    await client.post(urls.adminEditionSettings(at), { ...typed, title: 'Titre du second', mark });
    expect(client.status).toBe(409);
    expect(client.html).toContain('Titre du premier');
    expect(client.html).toContain('value="Titre du second"');
    expect(client.html).toContain('href="#title"');
    expect(client.html).not.toContain('href="#envelope"');
    const newer = /name="mark" value="([0-9a-f]+)"/.exec(client.html)![1]!;
    await client.post(urls.adminEditionSettings(at), {
      ...typed,
      title: 'Titre du second',
      mark: newer,
    });
    expect(client.path).toBe(urls.adminEdition(at));
    expect((await findEdition(site.db, site.organisationId, 'deux'))!.title).toBe(
      'Titre du second',
    );
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

describe('R80 every edition stays, archived ones too', () => {
  it('the list shows public ones only; an archived one cannot be changed', async () => {
    await makeEdition(site, { slug: 'cachee', title: 'Édition secrète', open: false });
    await makeEdition(site, { slug: 'montree', title: 'Édition <i>montrée</i>' });
    const old = await makeEdition(site, { slug: 'ancienne', title: 'Toulouse 2019' });
    await site.db
      .updateTable('edition')
      .set({ archived_at: new Date() })
      .where('id', '=', old.id)
      .execute();
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.editions());
    expect(visitor.html).toContain('Édition &lt;i>montrée&lt;/i>');
    expect(visitor.html).not.toContain('Édition secrète');
    expect(visitor.html).toContain('Archives');
    expect(visitor.html).toContain('Toulouse 2019');
    for (const address of [urls.adminEditionSettings, urls.adminEditionPhases])
      expect((await officer.client.send(address({ edition: 'ancienne' }))).status).toBe(404);
  });
});
