import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { listTestimonies } from '../index.ts';
import { findTestimony } from './testimony.store.ts';

let site: TestSite;
let officer: MadePerson;
let holder: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(async () => {
  holder = await makePerson(site);
  made = await makeRealisation(site, { authorId: holder.id });
});

const at = () => ({ edition: made.edition.slug, project: made.project });
const own = async () =>
  findTestimony(site.db, site.organisationId, {
    realisationId: made.realisationId,
    personId: holder.id,
  });
const WORDS = 'J’ai déposé l’idée un soir de novembre.';

async function picture(): Promise<File> {
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#1B6B3A' },
  })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'cageots.jpg', { type: 'image/jpeg' });
}

async function write(fields: Record<string, string | File> = {}) {
  await holder.client.get(urls.deliveryTestimony(at()));
  await holder.client.post(urls.deliveryTestimony(at()), {
    version: hiddenIn(holder.client.main, 'version'),
    body: WORDS,
    alt: '',
    ...fields,
  });
}

async function settle(fields: Record<string, string>) {
  const testimony = await own();
  await officer.client.post(urls.adminTestimony({ ...at(), testimony: testimony!.id }), {
    version: String(testimony!.version),
    ...fields,
  });
}

const readPage = async () => {
  const visitor = site.visitor();
  await visitor.get(urls.delivery(at()));
  return visitor;
};

describe('R85 the testimony of a holder', () => {
  it('R85 written, read by the office, then public with its picture; withdrawn, nothing of it is kept', async () => {
    const { client } = holder;
    await write({ body: '', file: await picture() });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Décrivez l’image');
    expect(await own()).toBeNull();
    const asked = await mailsOf(site, async () =>
      write({ file: await picture(), alt: 'Des cageots pleins' }),
    );
    expect(asked.map(({ to }) => to)).toEqual([officer.email]);
    expect(client.main).toContain('En attente de lecture');
    expect((await readPage()).main).not.toContain(WORDS);
    const file = (await own())!.picture!.fileId;
    const anyone = site.visitor();
    expect((await anyone.send(urls.file({ file: `${file}.webp` }))).status).toBe(404);
    expect((await client.send(urls.deliveryTestimonyPicture(at()))).status).toBe(200);

    const accepted = await mailsOf(site, () => settle({ act: 'accept' }));
    expect(accepted.map(({ to }) => to)).toEqual([holder.email]);
    const page = await readPage();
    expect(page.main).toContain(WORDS);
    expect(page.main).toContain(holder.nickname);
    expect(page.main).toContain('alt="Des cageots pleins"');
    expect((await anyone.send(urls.file({ file: `${file}.webp` }))).status).toBe(200);
    const shown = await listTestimonies(site.db, site.organisationId, {
      editionId: made.edition.id,
    });
    expect(shown).toMatchObject([
      { body: WORDS, author: holder.nickname, project: made.project, title: made.title },
    ]);

    await client.post(urls.deliveryTestimonyWithdraw(at()));
    expect((await readPage()).main).not.toContain(WORDS);
    expect((await anyone.send(urls.file({ file: `${file}.webp` }))).status).toBe(404);
    expect(await own()).toBeNull();
    const { rows } = await site.pool.query('select 1 from file where id = $1', [file]);
    expect(rows).toEqual([]);
    const kinds = (await listFactsAbout(site, made.realisationId)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual([
      'realisation.testimony-accepted',
      'realisation.testimony-withdrawn',
    ]);
  });

  it('R85 returned with a reason that its author reads; written anew, it waits anew', async () => {
    await write();
    await settle({ act: 'return', reason: '' });
    expect(officer.client.status).toBe(422);
    const mails = await mailsOf(site, () =>
      settle({ act: 'return', reason: 'Sans le nom de votre voisine, s’il vous plaît.' }),
    );
    expect(mails[0]!.text).toContain('Sans le nom de votre voisine');
    await holder.client.get(urls.deliveryTestimony(at()));
    expect(holder.client.main).toContain('Sans le nom de votre voisine');
    await write({ body: 'Sans nom.' });
    await settle({ act: 'accept' });
    expect((await readPage()).main).toContain('Sans nom.');
    await write({ body: 'Un mot de plus.' });
    expect((await readPage()).main, 'read anew before it is public').not.toContain('Sans nom.');
  });

  it('R85 nobody accepts words that changed meanwhile; two windows of its author lose nothing', async () => {
    await write();
    const read = (await own())!;
    await write({ body: 'D’autres mots.' });
    const path = urls.adminTestimony({ ...at(), testimony: read.id });
    await officer.client.post(path, { act: 'accept', version: String(read.version) });
    expect(officer.client.status).toBe(409);
    expect(
      await listTestimonies(site.db, site.organisationId, {
        realisationId: made.realisationId,
      }),
    ).toEqual([]);
    await holder.client.post(urls.deliveryTestimony(at()), {
      version: String(read.version),
      body: 'De l’autre fenêtre.',
    });
    expect(holder.client.status).toBe(409);
    expect(holder.client.main).toContain('De l’autre fenêtre.');
    expect(holder.client.main).toContain('D’autres mots.');
  });

  it('R85 one hundred at once leave one; only a holder writes, only the office accepts', async () => {
    const fields = { version: '0', body: WORDS, alt: '' };
    await Promise.all(
      Array.from({ length: 100 }, () => holder.client.send(urls.deliveryTestimony(at()), fields)),
    );
    const { rows } = await site.pool.query(
      'select count(*)::int from realisation_testimony where realisation_id = $1',
      [made.realisationId],
    );
    expect(rows).toEqual([{ count: 1 }]);
    const resident = await makePerson(site);
    expect((await resident.client.send(urls.deliveryTestimony(at()))).status).toBe(404);
    expect((await resident.client.send(urls.deliveryTestimony(at()), fields)).status).toBe(404);
    const { id } = (await own())!;
    const other = await makeRealisation(site);
    const path = urls.adminTestimony({
      edition: other.edition.slug,
      project: other.project,
      testimony: id,
    });
    expect((await officer.client.send(path, { act: 'accept', version: '1' })).status).toBe(404);
    const accept = urls.adminTestimony({ ...at(), testimony: id });
    expect((await holder.client.send(accept, { act: 'accept', version: '1' })).status).toBe(403);
  });
});
