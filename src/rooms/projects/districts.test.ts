import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { sendPart } from '../../../tests/make/parts.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { urls } from '../../urls.ts';
import { changeSettings, type Edition, findEditionById, settingsOf } from '../spaces/index.ts';
import { freezeList, importProjects } from './list-freeze.store.ts';
import { findProject, listBallotProjects, listProjects } from './project.store.ts';
import { checkProject, type NewProject } from './project.ts';
import { changeProject, insertProject, markProject } from './project-writing.store.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: null };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  act = { organisationId: site.organisationId, by: null };
});
afterAll(() => site.close());

const bench: NewProject = {
  title: 'Des bancs',
  summary: 'Quatre bancs.',
  categoryId: null,
  cost: 4_000_00,
  place: '',
  ideaIds: [],
};

const fields = (edition: Edition, changes: Record<string, string> = {}) => ({
  ideas: '',
  title: 'Des bancs',
  summary: 'Quatre bancs.',
  categoryId: edition.categories[0]!.id,
  cost: '4 000',
  place: '',
  ...changes,
});

async function insert(edition: Edition, district: string, title = `Banc de ${district}`) {
  const made = await insertProject(site.db, act, edition.id, { ...bench, title, district });
  if (!made.ok) throw new Error(made.refusal);
  return made.id;
}

const rename = async (edition: Edition, districts: string[]) => {
  const now = (await findEditionById(site.db, site.organisationId, edition.id))!;
  return changeSettings(site.db, act, edition.id, { ...settingsOf(now), districts });
};

const listDistricts = async (edition: Edition) =>
  (await listProjects(site.db, site.organisationId, edition.id)).map(({ district }) => district);

describe('the district of a project', () => {
  it('is one of the edition’s, or none', () => {
    const refused = (district: string, districts: string[]) =>
      checkProject({ ...bench, district }, { categories: [], districts }).district;
    expect(refused('', [])).toBeUndefined();
    expect(refused('Nord', ['Nord'])).toBeUndefined();
    expect(refused('nord', ['Nord'])).toBe('unknown-district');
    expect(refused('Nord', [])).toBe('unknown-district');
  });

  it('is asked only where the edition has districts, and kept', async () => {
    const { client } = officer;
    const whole = await makeEdition(site, { slug: 'toute-la-ville' });
    await client.get(urls.adminNewProject({ edition: 'toute-la-ville' }));
    expect(client.html).not.toContain('name="district"');
    await client.post(urls.adminNewProject({ edition: 'toute-la-ville' }), fields(whole));
    expect(await listDistricts(whole)).toEqual(['']);

    const edition = await makeEdition(site, { slug: 'secteurs', districts: ['Nord', '<b>Sud'] });
    const at = { edition: 'secteurs' };
    await client.get(urls.adminNewProject(at));
    expect(client.html).toContain('<option value>Toute la commune</option>');
    await client.post(urls.adminNewProject(at), fields(edition, { district: '<b>Sud' }));
    expect(client.path).toBe(urls.adminProjects(at));
    expect(client.html).toContain('&lt;b>Sud');
    const [project] = await listProjects(site.db, site.organisationId, edition.id);
    expect(project!.district).toBe('<b>Sud');
    await client.get(urls.adminProject({ ...at, project: project!.id }));
    expect(client.html).toMatch(/<option value="&lt;b>Sud" selected>/);
    await client.post(urls.adminProject({ ...at, project: project!.id }), {
      ...fields(edition, { district: 'Nord' }),
      mark: markProject(project!),
    });
    await client.get(urls.adminJournal());
    expect(client.html).toContain('<ins><bdi>Nord</bdi></ins>');
  });

  it('that is none is said beside the field, in either language, and nothing is written', async () => {
    for (const districts of [['Nord'], []]) {
      const edition = await makeEdition(site, { districts });
      const { client } = await makePerson(site, { roles: ['officer'] });
      const address = urls.adminNewProject({ edition: edition.slug });
      await client.post(address, fields(edition, { district: "' or 1=1" }));
      expect(client.status).toBe(422);
      expect(client.html).toContain('href="#district"');
      expect(client.html).toContain('id="district"');
      expect(client.html).toContain('Ce quartier n’est pas, ou n’est plus');
      await client.get(urls.language({ locale: 'en' }, { vers: address }));
      await client.post(address, fields(edition, { district: 'Ouest' }));
      expect(client.html).toContain('This district is not, or no longer');
      expect(await listDistricts(edition)).toEqual([]);
    }
  });

  it('R189 two officers never overwrite each other’s', async () => {
    const edition = await makeEdition(site, { districts: ['Nord', 'Sud'] });
    const id = await insert(edition, '');
    const read = async () => (await findProject(site.db, site.organisationId, id))!;
    const mark = markProject(await read());
    const saved = await changeProject(site.db, act, id, { ...bench, district: 'Nord' }, mark);
    expect(saved.ok).toBe(true);
    const { client } = officer;
    await client.post(urls.adminProject({ edition: edition.slug, project: id }), {
      ...fields(edition, { district: 'Sud' }),
      mark,
    });
    expect(client.status).toBe(409);
    expect(client.html).toMatch(/Enregistré entre-temps\s: «\sNord\s»/);
    expect((await read()).district).toBe('Nord');
  });
});

describe('districts that hold projects', () => {
  it('a line that changes takes its projects along; one that moves stays itself', async () => {
    const edition = await makeEdition(site, { districts: ['Centre', 'Nord', 'Sud'] });
    await insert(edition, 'Centre');
    await insert(edition, 'Nord');
    expect(await rename(edition, ['Nord', 'Centre', 'Sud'])).toMatchObject({ ok: true });
    expect(await listDistricts(edition)).toEqual(['Centre', 'Nord']);
    expect(await rename(edition, ['Nord', 'Vieux Centre', 'Sud'])).toMatchObject({ ok: true });
    expect(await listDistricts(edition)).toEqual(['Vieux Centre', 'Nord']);
    // other capitals and spaces, in a list of another length
    expect(await rename(edition, ['VieuxCentre', 'Nord'])).toMatchObject({ ok: true });
    expect(await listDistricts(edition)).toEqual(['VieuxCentre', 'Nord']);
    // « nord » is Nord wherever it stands: the first line takes nobody's projects
    expect(await rename(edition, ['nord', 'Est'])).toEqual({
      ok: false,
      refusal: 'district-in-use',
    });
    expect(await listDistricts(edition)).toEqual(['VieuxCentre', 'Nord']);
  });

  it('are not removed, and the form says so; the others are', async () => {
    const edition = await makeEdition(site, { slug: 'occupe', districts: ['Nord', 'Sud', 'Est'] });
    await insert(edition, 'Sud');
    const { client } = officer;
    const at = { edition: 'occupe' };
    await sendPart(client, edition, 'places', { districts: 'Nord\nEst' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Vous retirez un quartier où se trouvent des projets');
    expect(client.html).toContain('href="#districts"');
    await sendPart(client, edition, 'places', { districts: 'Sud' });
    expect(client.path).toBe(urls.adminEditionSettings(at));
  });

  it('R44 once the list is frozen neither change nor disappear; a poll reads them', async () => {
    const edition = await makeEdition(site, {
      phase: 'study',
      slug: 'gele',
      districts: ['Nord', 'Sud'],
    });
    await insert(edition, 'Nord');
    await insert(edition, '');
    await freezeList(site.db, act, edition.id, { shuffle: (items) => [...items] });
    for (const districts of [['Septentrion', 'Sud'], ['NORD', 'Sud'], ['Sud'], []])
      expect(await rename(edition, districts)).toEqual({ ok: false, refusal: 'district-frozen' });
    expect(await rename(edition, ['Ouest', 'Nord'])).toMatchObject({ ok: true });
    const ballot = await listBallotProjects(site.db, site.organisationId, edition.id);
    expect(ballot.map(({ district }) => district)).toEqual(['Nord', '']);
    const [{ id }, other] = ballot as [(typeof ballot)[0], (typeof ballot)[0]];
    const { client } = officer;
    await client.get(urls.adminProject({ edition: 'gele', project: id }));
    expect(client.html).toContain('<bdi>Nord</bdi>');
    await client.get(urls.adminProject({ edition: 'gele', project: other.id }));
    expect(client.html).toContain('<bdi>Toute la commune</bdi>');
  });

  it('even in a race no project is left in a district that is gone', async () => {
    const edition = await makeEdition(site, { districts: ['Nord', 'Sud'] });
    await Promise.all([
      ...Array.from({ length: 5 }, (_, index) =>
        insertProject(site.db, act, edition.id, {
          ...bench,
          title: `${index}`,
          district: 'Nord',
        }),
      ),
      rename(edition, ['Sud']),
    ]);
    const { districts } = (await findEditionById(site.db, site.organisationId, edition.id))!;
    const held = await listDistricts(edition);
    expect(held.filter((district) => !districts.includes(district))).toEqual([]);
    const forced = site.db
      .insertInto('project')
      .values({
        organisation_id: site.organisationId,
        edition_id: edition.id,
        title: 'T',
        summary: 'S',
        cost: 1,
        district: 'Nulle part',
      })
      .execute();
    expect(violatedConstraint(await forced.catch((error) => error))).toBe(
      'project_district_is_of_edition',
    );
  });
});

describe('R50 the public list by district', () => {
  it('shows where each project stands, and only those asked for', async () => {
    const edition = await makeEdition(site, {
      phase: 'campaign',
      slug: 'liste',
      districts: ['Nord & Cie', 'Sud'],
    });
    const at = { edition: 'liste' };
    await site.db.transaction().execute((tx) =>
      importProjects(tx, act, edition.id, [
        { importedId: 'a', number: 1, title: 'Un.', cost: 1, district: 'Nord & Cie' },
        { importedId: 'b', number: 2, title: 'Deux.', cost: 1, place: 'Le quai' },
      ]),
    );
    const visitor = site.visitor();
    const titles = async (quartier?: string) => {
      await visitor.get(urls.projects(at, { quartier }));
      expect(visitor.status).toBe(200);
      return ['Un.', 'Deux.'].filter((title) => visitor.html.includes(`<bdi>${title}</bdi>`));
    };
    expect(await titles()).toEqual(['Un.', 'Deux.']);
    expect(visitor.html).toContain('<bdi>Nord &amp; Cie</bdi>');
    expect(visitor.html).toContain('<option value="-">Toute la commune</option>');
    expect(await titles('Nord & Cie')).toEqual(['Un.']);
    expect(visitor.html).toContain('Retirer');
    expect(await titles('-')).toEqual(['Deux.']);
    expect(await titles('Sud')).toEqual([]);
    expect(visitor.html).toContain('Aucun projet ne correspond à ces filtres');
    expect(await titles("<script>' or 1=1")).toEqual(['Un.', 'Deux.']);
    await visitor.get(urls.project({ ...at, project: 1 }));
    expect(visitor.html).toContain('<bdi>Nord &amp; Cie</bdi>');
    await visitor.get(
      urls.language({ locale: 'en' }, { vers: urls.project({ ...at, project: 2 }) }),
    );
    expect(visitor.html).toContain('<bdi>The whole town</bdi>');
  });
});
