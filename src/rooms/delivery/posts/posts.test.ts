import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
  typedDay,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

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
const follow = () => urls.follow({ kind: 'realisation', target: made.realisationId });

async function picture(): Promise<File> {
  const bytes = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#1B6B3A' },
  })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'chantier.jpg', { type: 'image/jpeg' });
}

/** A draft; the id that its address holds. */
async function draft(client: SiteClient, title = 'La tente est montée'): Promise<string> {
  await client.post(urls.adminNewPost(at()), { title, body: 'Samedi, 130 kg sauvés.' });
  return client.path.split(/[/?]/).at(-1)!;
}

describe('R62 R81 news of a realisation', () => {
  it('R62 R81 drafts are the office’s alone; published, they stand in the diary with their pictures', async () => {
    const { client } = officer;
    await client.post(urls.adminNewPost(at()), { title: '', body: 'Sans titre.' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Sans titre.');
    const post = await draft(client);
    const pictures = urls.adminPostPictures({ ...at(), post });
    await client.post(pictures, { file: await picture(), alt: '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Décrivez l’image');
    await client.post(pictures, { file: new File(['non'], 'a.jpg'), alt: 'La tente' });
    expect(client.status).toBe(422);
    await client.post(pictures, { file: await picture(), alt: 'La tente rouge, côté fontaine' });
    const src = /<img src="([^"]+)"/.exec(client.main)?.[1] ?? '';
    const file = src.split('/').at(-1)!;
    expect((await client.send(src)).status).toBe(200);
    const visitor = site.visitor();
    expect((await visitor.send(urls.file({ file: `${file}.webp` }))).status).toBe(404);
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).not.toContain('La tente est montée');

    await client.post(urls.adminPublishPost({ ...at(), post }));
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('La tente est montée');
    expect(visitor.main).toContain('alt="La tente rouge, côté fontaine"');
    expect((await visitor.send(urls.file({ file: `${file}.webp` }))).status).toBe(200);

    await client.post(urls.adminWithdrawPost({ ...at(), post }));
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).not.toContain('La tente est montée');
    expect((await visitor.send(urls.file({ file: `${file}.webp` }))).status).toBe(404);
    await client.post(urls.adminPublishPost({ ...at(), post }));
    await visitor.get(urls.delivery(at()));
    expect(visitor.main, 'what was taken back stays so').not.toContain('La tente est montée');
  });

  it('R62 six pictures at most, even sent at once; removed, nothing of it is kept', async () => {
    const post = await draft(officer.client);
    const file = await picture();
    await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        officer.client.send(urls.adminPostPictures({ ...at(), post }), {
          file,
          alt: `Vue ${index}`,
        }),
      ),
    );
    const count = async () =>
      (
        await site.pool.query(
          `select count(*)::int as n from realisation_picture p join file f on f.id = p.file_id where p.post_id = $1`,
          [post],
        )
      ).rows[0].n;
    expect(await count()).toBe(6);
    await officer.client.get(urls.adminPost({ ...at(), post }));
    const one = /images\/([0-9a-f-]{36})"/.exec(officer.client.main)![1]!;
    await officer.client.post(urls.adminRemovePostPicture({ ...at(), post, file: one }));
    expect(await count()).toBe(5);
    expect((await site.pool.query(`select 1 from file where id = $1`, [one])).rows).toEqual([]);
  });

  it('R62 two people at once: the second sees both texts; a post of another realisation is not there', async () => {
    const { client } = officer;
    const post = await draft(client);
    const path = urls.adminPost({ ...at(), post });
    await client.get(path);
    const version = hiddenIn(client.main, 'version');
    await client.post(path, { version, title: 'La tente est là', body: 'Première.' });
    await client.post(path, { version, title: 'La tente est là', body: 'Seconde.' });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Enregistré entre-temps\u202f: Première.');
    expect(client.main).toContain('Seconde.');
    const other = await makeRealisation(site);
    const wrong = urls.adminPost({ edition: other.edition.slug, project: other.project, post });
    expect((await client.send(wrong)).status).toBe(404);
  });
});

describe('R62 R82 followers and holders', () => {
  it('R82 signed out, the button leads to one’s account and back; nothing is followed before it is pressed', async () => {
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain(follow());
    const sent = await visitor.send(follow());
    expect(sent.headers.get('location')).toBe(urls.signIn({ vers: follow() }));
    const { client, id } = await makePerson(site);
    await client.get(follow());
    expect(client.main).toContain(made.title);
    const followers = async () =>
      (
        await site.pool.query(`select person_id from follow where target_id = $1`, [
          made.realisationId,
        ])
      ).rows;
    expect(await followers()).toEqual([]);
    await client.post(follow());
    await client.post(follow());
    expect(client.path).toBe(urls.delivery(at()));
    expect(client.main).toContain('Ne plus suivre');
    expect(await followers()).toEqual([{ person_id: id }]);
    await client.get(urls.myFollows());
    expect(client.main).toContain(made.title);
    await client.post(urls.unfollow({ kind: 'realisation', target: made.realisationId }), {
      vers: 'mes-suivis',
    });
    expect(await followers()).toEqual([]);
    for (const nowhere of [
      urls.follow({ kind: 'realisation', target: made.projectId }),
      urls.follow({ kind: 'nuage', target: made.realisationId }),
      urls.follow({ kind: 'realisation', target: 'x' }),
    ])
      expect((await client.send(nowhere, {})).status).toBe(404);
  });

  it('R62 each post and each step done reaches followers and holders once, in their language', async () => {
    const reader = await makePerson(site, { locale: 'en' });
    for (const { client } of [reader, holder]) await client.post(follow());
    const { client } = officer;
    const post = await draft(client);
    const told = await mailsOf(site, () => client.post(urls.adminPublishPost({ ...at(), post })));
    expect(told.map(({ to }) => to).sort()).toEqual([holder.email, reader.email].sort());
    const own = told.find(({ to }) => to === holder.email)!;
    expect(own.subject).toContain('La tente est montée');
    expect(own.text).toContain('Samedi, 130 kg sauvés.');
    expect(linkIn(own)).toBe(urls.delivery(at()));
    expect(told.find(({ to }) => to === reader.email)!.text).toContain(
      'News of the winning project',
    );
    // the job is read twice: nobody is written twice
    await site.pool.query(
      `select graphile_worker.add_job('read-fact', json_build_object('organisationId', organisation_id, 'factId', id))
       from fact where kind = 'realisation-post.published' and detail->>'postId' = $1`,
      [post],
    );
    expect(await mailsOf(site, async () => {})).toEqual([]);

    const study = urls.adminDeliveryStep({ ...at(), stage: 'study' });
    const say = async (day: string) => {
      await client.get(study);
      await client.post(study, {
        mark: hiddenIn(client.main, 'mark'),
        title: '',
        description: 'Tout est prêt.',
        ...typedDay('planned', '2026-03-01'),
        ...typedDay('done', day),
      });
    };
    const reached = await mailsOf(site, () => say('2026-03-01'));
    expect(reached).toHaveLength(2);
    expect(reached.find(({ to }) => to === holder.email)!.text).toContain('Tout est prêt.');
    // said by mistake, taken back, said again: told once
    expect(await mailsOf(site, () => say(''))).toEqual([]);
    expect(await mailsOf(site, () => say('2026-03-02'))).toEqual([]);
  });

  it('R82 one click at the foot of a mail ends them; a post withdrawn before they leave is written to nobody', async () => {
    const reader = await makePerson(site);
    await reader.client.post(follow());
    const { client } = officer;
    const halt = urls.adminDeliveryHalt(at());
    const halted = await mailsOf(site, () =>
      client.post(halt, { act: 'suspend', reason: 'Le sol est pollué.' }),
    );
    const mail = halted.find(({ to }) => to === reader.email)!;
    expect(mail.text).toContain('Le sol est pollué.');
    const stop = new URL(mail.unsubscribe!).pathname;
    expect((await site.visitor().send(stop, {})).status).toBe(200);
    const resumed = await mailsOf(site, () => client.post(halt, { act: 'resume' }));
    expect(resumed.map(({ to }) => to)).toEqual([holder.email]);
    const post = await draft(client);
    const none = await mailsOf(site, async () => {
      await client.post(urls.adminPublishPost({ ...at(), post }));
      await client.post(urls.adminWithdrawPost({ ...at(), post }));
    });
    expect(none).toEqual([]);
  });
});
