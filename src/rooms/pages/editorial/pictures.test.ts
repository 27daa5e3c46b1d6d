import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePage, makeSpacePage } from '../../../../tests/make/pages.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openStorage } from '../../../platform/files/index.ts';
import { urls } from '../../../urls.ts';
import { addMembers } from '../../consultations/member.store.ts';
import { findPage } from './editorial.store.ts';
import { forgetUnplaced, listPictures } from './picture.store.ts';
import { MOST_PICTURES, UNPLACED_DAYS } from './picture.ts';

let site: TestSite;
let officer: MadePerson;
let jpeg: Buffer;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  jpeg = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8c1eaa' } })
    .withExif({ IFD0: { Artist: 'Jeanne Secrète' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => site.close());

const upload = (alt: string, bytes: Uint8Array = jpeg, name = 'verger.jpg') => ({
  file: new File([new Uint8Array(bytes)], name),
  alt,
  'alt-en': '',
});
const read = (pageId: string) => listPictures(site.db, site.organisationId, pageId);

describe('R98 pictures in pages', () => {
  it('R98 is sent with its words, placed by its number, and shown lazily at its size', async () => {
    const page = await makePage(site, { title: 'Le verger' });
    const at = { page: page.slug };
    const { client } = officer;
    await client.post(urls.adminPagePictures(at), upload('Des pommiers'));
    expect(client.path).toBe(urls.adminPagePictures(at));
    expect(client.main).toContain('[image 1]');
    const [picture] = await read(page.id);
    const fields = { titre: 'Le verger', resume: '', suit: '1', place: 'footer' };
    const texte = 'Avant\n[image 1]\nAprès\n\n[image 7]';
    await client.post(urls.adminPage(at), { ...fields, texte, geste: 'apercu' });
    expect(client.main, 'the preview shows it').toContain(`/fichiers/${picture!.fileId}.webp`);
    await client.post(urls.adminPage(at), { ...fields, texte });
    const reader = site.visitor();
    await reader.get(urls.page(at));
    const [tag] = /<img[^>]*>/.exec(reader.main)!;
    for (const part of ['alt="Des pommiers"', 'width="900"', 'height="600"', 'loading="lazy"'])
      expect(tag).toContain(part);
    expect(reader.main, 'a number of no picture stays as typed').toContain('[image 7]');
    const file = await reader.send(`/fichiers/${picture!.fileId}.webp`);
    expect(file.status).toBe(200);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.includes('Jeanne'), 'what the camera wrote is gone').toBe(false);
    // one that is placed stays
    const drop = { ...at, picture: 1 };
    await client.post(urls.adminPagePictureRemove(drop));
    expect(await read(page.id)).toHaveLength(1);
    await client.post(urls.adminPage(at), { ...fields, texte: 'Sans', suit: '2' });
    await client.post(urls.adminPagePictureRemove(drop));
    expect(await read(page.id)).toEqual([]);
    expect((await site.visitor().send(`/fichiers/${picture!.fileId}.webp`)).status).toBe(404);
    await client.post(urls.adminPagePictures(at), upload('Une autre'));
    expect(
      (await read(page.id)).map(({ number }) => number),
      'no number twice',
    ).toEqual([2]);
  });

  it('W7 what is no picture, too large or without words is refused beside its field', async () => {
    const page = await makePage(site);
    const path = urls.adminPagePictures({ page: page.slug });
    const { client } = officer;
    for (const [form, words] of [
      [upload(''), 'Décrivez'],
      [upload('Un virus', Buffer.from('MZ\u0090 not a picture'), 'photo.jpg'), 'JPEG'],
      [upload('Page', Buffer.from('<svg onload=alert(1)>'), 'a.svg'), 'JPEG'],
    ] as const) {
      const answer = await client.post(path, form);
      expect(answer.status).toBe(422);
      expect(client.main).toContain('aria-invalid="true"');
      expect(client.main).toContain(words);
    }
    expect(await read(page.id)).toEqual([]);
  });

  it('R98 never more than there is room for, sent at once too', async () => {
    const page = await makePage(site);
    const path = urls.adminPagePictures({ page: page.slug });
    await Promise.all(
      Array.from({ length: MOST_PICTURES + 2 }, (_, at) =>
        officer.client.post(path, upload(`Image ${at}`)),
      ),
    );
    const numbers = (await read(page.id)).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: MOST_PICTURES }, (_, at) => at + 1));
  });

  it('R98 one that no text places disappears after its days; one in a draft stays', async () => {
    const page = await makePage(site);
    const at = { page: page.slug };
    const { client } = officer;
    await client.post(urls.adminPagePictures(at), upload('Oubliée'));
    await client.post(urls.adminPagePictures(at), upload('En cours'));
    const draft = { titre: 'x', texte: '[image 2]', suit: '1', place: 'footer', base: '1.0' };
    await client.post(urls.adminPageDraft(at), draft);
    await site.runJobs();
    expect(await read(page.id), 'not before').toHaveLength(2);
    const { rows } = await sql<{ run: Date }>`select run_at as run from graphile_worker.jobs
      where task_identifier = 'forget-unplaced-picture' order by id desc limit 1`.execute(site.db);
    const days = (rows[0]!.run.getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(UNPLACED_DAYS);
    const storage = openStorage(site.config);
    for (const number of [1, 2])
      await forgetUnplaced(site.db, storage, {
        organisationId: site.organisationId,
        pageId: page.id,
        number,
      });
    expect((await read(page.id)).map(({ number }) => number)).toEqual([2]);
  });

  it('W3 who may not read the page has no picture of it', async () => {
    const { space, component } = await makeSpace(site, {
      isPrivate: true,
      kindOfComponent: 'pages',
    });
    const page = await makeSpacePage(site, component, { body: '[image 1]', published: false });
    const at = { space: space.slug, component: component.slug, page: page.slug };
    const author = (await makePerson(site, { roles: ['space-author'], spaceId: space.id })).client;
    await author.post(urls.adminSpacePagePictures(at), upload('Un plan'));
    const [picture] = await read(page.id);
    const file = `/fichiers/${picture!.fileId}.webp`;
    const member = await makePerson(site);
    const act = { organisationId: site.organisationId, by: null };
    await addMembers(site.db, act, space.id, [member.id]);
    const stranger = await makePerson(site);
    const ask = async () =>
      Promise.all(
        [author, member.client, stranger.client, site.visitor()].map(
          async (client) => (await client.send(file)).status,
        ),
      );
    expect(await ask(), 'before it is published').toEqual([200, 404, 404, 404]);
    await author.post(urls.adminSpacePageShow(at), { publier: 'oui' });
    expect(await ask()).toEqual([200, 200, 404, 404]);
    const shown = await member.client.send(file);
    expect(shown.headers.get('cache-control')).toBe('private, no-store');
    const path = urls.adminSpacePagePictures(at);
    expect((await stranger.client.post(path, upload('Intrus'))).status).toBe(403);
    const now = await findPage(site.db, site.organisationId, page.slug, component.id);
    expect(await read(now!.id)).toHaveLength(1);
  });
});
