import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { fillIdeas } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { abandonEdition } from '../edition-abandoning.store.ts';
import { findEditionForOffice, listEditions, openEdition } from '../index.ts';
import { FORM_KEY } from './form-name.ts';
import { partHref } from './part-words.page.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

const find = (slug: string) => findEditionForOffice(site.db, site.organisationId, slug);
const listDrafts = async () =>
  (await listEditions(site.db, site.organisationId, 'all')).filter(
    ({ openedAt }) => openedAt === null,
  );
const keyOf = (html: string) =>
  new RegExp(`name="${FORM_KEY}" value="([0-9a-f-]+)"`).exec(html)![1]!;

describe('R66 a form that makes an edition is sent twice', () => {
  it('at the same moment it makes one draft, and both posts go to it', async () => {
    const { client } = officer;
    await client.get(urls.adminNewEdition());
    const sent = { preset: 'small-town', [FORM_KEY]: keyOf(client.html) };
    const before = (await listDrafts()).length;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => client.send(urls.adminNewEdition(), sent)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(await listDrafts()).toHaveLength(before + 1);
  });

  it('with another choice, or from a page asked for again, it makes another', async () => {
    const { client } = officer;
    await client.get(urls.adminNewEdition());
    const key = keyOf(client.html);
    await client.post(urls.adminNewEdition(), { preset: 'knapsack', [FORM_KEY]: key });
    const first = client.path;
    await client.post(urls.adminNewEdition(), { preset: 'districts', [FORM_KEY]: key });
    expect(client.path).not.toBe(first);
    await client.get(urls.adminNewEdition());
    expect(keyOf(client.html)).not.toBe(key);
  });

  it('R80 the copy of an edition too', async () => {
    await makeEdition(site, { slug: 'bp-2030', title: 'BP 2030' });
    const { client } = officer;
    const copy = urls.adminCopyEdition({ edition: 'bp-2030' });
    await client.get(copy);
    const fields = Object.fromEntries(
      [...client.html.matchAll(/<input[^>]*\sname="([^"]+)"[^>]*\svalue="([^"]*)"/g)].map(
        ([, name, value]) => [name!, value!],
      ),
    );
    const answers = await Promise.all([1, 2].map(() => client.send(copy, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await find('bp-2031')).not.toBeNull();
  });

  it('sent once more after what it made was abandoned, it begins anew', async () => {
    const { client } = officer;
    await client.get(urls.adminNewEdition());
    const sent = { preset: 'small-town', [FORM_KEY]: keyOf(client.html) };
    await client.post(urls.adminNewEdition(), sent);
    const slug = client.path.split('/')[3]!;
    await client.post(urls.adminAbandonEdition({ edition: slug }), {});
    await client.post(urls.adminNewEdition(), sent);
    expect(client.path).toBe(urls.adminNewEdition());
    expect(await find(slug)).toBeNull();
  });
});

describe('R66 a draft that nobody wants', () => {
  it('is abandoned after one more question: it is no more, its address is free, the journal tells it', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'essai', title: 'Un essai' });
    const at = { edition: 'essai' };
    const { client } = officer;
    // who decides in it decides nowhere else afterwards
    await makePerson(site, { roles: ['decider'], editionId: edition.id });
    const administrator = await makePerson(site, { roles: ['administrator'] });
    const grants = async () => (await administrator.client.get(urls.adminAccess())).main;
    expect(await grants()).toContain('Un essai');
    await client.get(urls.adminEditionSettings(at));
    expect(client.main).toContain(urls.adminAbandonEdition(at));
    await client.get(urls.adminAbandonEdition(at));
    expect(client.main).toContain('Un essai');
    expect(await find('essai')).not.toBeNull();
    await client.post(urls.adminAbandonEdition(at), {});
    expect(client.path).toBe(urls.admin());
    expect(client.html).toContain('L’édition est abandonnée.');
    expect(client.main).not.toContain('Un essai');
    for (const address of [
      urls.adminEdition(at),
      urls.adminEditionSettings(at),
      urls.adminEditionOpen(at),
      urls.adminServices(at),
      partHref('budget', 'essai'),
    ])
      expect((await client.send(address)).status).toBe(404);
    expect(await listFactsAbout(site, edition.id)).toMatchObject([
      { kind: 'edition.created' },
      { kind: 'edition.abandoned', actor_id: officer.id, detail: { title: 'Un essai' } },
    ]);
    expect(await grants()).not.toContain('Un essai');
    expect(await grants()).toContain('édition abandonnée depuis');
    await client.get(urls.adminJournal());
    expect(client.main).toContain('a abandonné la préparation de l’édition');
    const next = await makeEdition(site, { open: false, slug: 'essai', title: 'Un autre' });
    expect(await find('essai')).toMatchObject({ id: next.id });
  });

  it('is not, once it is open or holds an idea: said in words, and nothing changes', async () => {
    await makeEdition(site, { slug: 'publique' });
    const { client } = officer;
    await client.post(urls.adminAbandonEdition({ edition: 'publique' }), {});
    expect(client.status).toBe(409);
    expect(client.main).toContain('Une édition publique ne s’abandonne plus');
    expect(await find('publique')).not.toBeNull();

    const draft = await makeEdition(site, { open: false, slug: 'remplie' });
    await fillIdeas(site, draft, 1);
    await client.post(urls.adminAbandonEdition({ edition: 'remplie' }), {});
    expect(client.status).toBe(409);
    expect(client.main).toContain('Elle contient déjà une idée');
    expect(await find('remplie')).not.toBeNull();
  });

  it('nothing comes into it afterwards: the database refuses it by name', async () => {
    const draft = await makeEdition(site, { open: false });
    await abandonEdition(site.db, act, draft.id);
    await expect(fillIdeas(site, draft, 1)).rejects.toMatchObject({
      constraint: 'edition_abandoned_is_empty',
    });
    await expect(
      sql`update edition set opened_at = palabre_now() where id = ${draft.id}`.execute(site.db),
    ).rejects.toMatchObject({ constraint: 'edition_abandoned_unopened' });
  });

  it('W3 of an opening and an abandonment at the same moment one is done, and the other told', async () => {
    for (let round = 0; round < 8; round += 1) {
      const edition = await makeEdition(site, { open: false });
      const acts = [
        () => openEdition(site.db, act, edition.id),
        () => abandonEdition(site.db, act, edition.id),
      ];
      const [first, second] = await Promise.allSettled(
        (round % 2 ? acts : acts.toReversed()).map((one) => one()),
      );
      const done = [first, second].filter((one) => one?.status === 'fulfilled' && one.value.ok);
      expect(done).toHaveLength(1);
      const { rows } = await sql<{ both: boolean; none: boolean }>`
        select opened_at is not null and abandoned_at is not null as both,
          opened_at is null and abandoned_at is null as none
        from edition where id = ${edition.id}`.execute(site.db);
      expect(rows).toEqual([{ both: false, none: false }]);
    }
  });

  it('an idea that comes in while a draft is abandoned keeps it, or is refused', async () => {
    const edition = await makeEdition(site, { open: false });
    const [idea, abandoned] = await Promise.allSettled([
      fillIdeas(site, edition, 1),
      abandonEdition(site.db, act, edition.id),
    ]);
    const isAbandoned = abandoned.status === 'fulfilled' && abandoned.value.ok;
    expect(isAbandoned).toBe(idea.status === 'rejected');
  });

  it('W3 is abandoned by officers of its own town only', async () => {
    const draft = await makeEdition(site, { open: false, slug: 'a-nous' });
    const address = urls.adminAbandonEdition({ edition: 'a-nous' });
    const reader = await makePerson(site, { roles: ['agent'] });
    expect((await reader.client.send(address, {})).status).toBe(403);
    expect((await site.visitor().send(address, {})).status).toBe(401);
    const elsewhere = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host: 'ailleurs.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@ailleurs.example',
      tagline: '',
      charter: 'Être correct.',
    });
    await makeEdition(site, { open: false, slug: 'a-eux', organisationId: elsewhere });
    const theirs = urls.adminAbandonEdition({ edition: 'a-eux' });
    expect((await officer.client.send(theirs, {})).status).toBe(404);
    expect(await findEditionForOffice(site.db, elsewhere, 'a-eux')).not.toBeNull();
    expect(await find('a-nous')).toMatchObject({ id: draft.id });
  });
});
