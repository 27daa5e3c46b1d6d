import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { giveSupport, makeIdea, startDraft, TYPED_IDEA } from '../../../../tests/make/ideas.ts';
import { codeIn, mailsOf } from '../../../../tests/make/mails.ts';
import { makePerson, PASSWORD } from '../../../../tests/make/people.ts';
import { castFor, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { personalData } from '../../../site.tsx';
import { urls } from '../../../urls.ts';
import { follow } from '../../notifications/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

interface TakenAway {
  everything: { sections: { key: string; title: string; rows: Record<string, unknown>[] }[] };
  files: Record<string, Uint8Array>;
  /** Every text of the archive. */
  text: string;
  rowsOf(key: string): Record<string, unknown>[];
}

async function takeAway(
  client: SiteClient,
  fields: Record<string, string> = { 'mot-de-passe-actuel': PASSWORD },
): Promise<TakenAway> {
  const answer = await client.send(urls.ownDataExport(), fields);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const everything = JSON.parse(strFromU8(files['everything.json']!)) as TakenAway['everything'];
  return {
    everything,
    files,
    text: Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n'),
    rowsOf: (key) => everything.sections.find((section) => section.key === key)!.rows,
  };
}

async function photo(): Promise<File> {
  const bytes = await sharp({
    create: { width: 700, height: 500, channels: 3, background: '#1B6B3A' },
  })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'verger.jpg', { type: 'image/jpeg' });
}

describe('R91 R193 taking one’s own data away', () => {
  it('holds what is theirs as JSON and as a table each, with their files; W3 and nothing of anybody else', async () => {
    const edition = await makeEdition(site, { phase: 'collection' });
    const zoe = await makePerson(site, { password: PASSWORD, nickname: 'Zoé', name: 'Zoé Martin' });
    const ali = await makePerson(site, { nickname: 'Ali-le-Voisin', email: 'ali@exemple.fr' });
    const own = await makeIdea(site, edition, { authorId: zoe.id, title: 'Un verger partagé' });
    const other = await makeIdea(site, edition, { authorId: ali.id, body: 'Les mots d’Ali.' });
    await giveSupport(site, other.id, zoe.id);
    await giveSupport(site, own.id, ali.id);
    const path = await startDraft(zoe.client, edition);
    await zoe.client.post(path, { ...TYPED_IDEA, title: '=SOMME(A1:A9)' });
    await zoe.client.post(path.replace('texte', 'documents'), {
      file: await photo(),
      alt: 'Le terrain',
      next: 'non',
    });
    await follow(site.db, site.organisationId, { kind: 'edition', id: edition.id }, zoe.id);

    const taken = await takeAway(zoe.client);
    expect(taken.rowsOf('account')).toMatchObject([
      { nickname: 'Zoé', name: 'Zoé Martin', email: zoe.email, birth_date: '1980-05-17' },
    ]);
    expect(taken.rowsOf('ideas')).toMatchObject([{ title: 'Un verger partagé', support_count: 1 }]);
    expect(taken.rowsOf('drafts')).toMatchObject([{ title: '=SOMME(A1:A9)' }]);
    const [name, bytes] = Object.entries(taken.files).find(([path]) => path.startsWith('files/'))!;
    expect(name).toMatch(/^files\/[0-9a-f]{8}-verger/);
    expect((await sharp(bytes).metadata()).width).toBe(700);
    expect(taken.rowsOf('supports')).toMatchObject([{ idea_id: other.id }]);
    expect(taken.rowsOf('follows')).toMatchObject([{ target_id: edition.id }]);
    for (const { key, rows } of taken.everything.sections) {
      // what nobody wrote has no table
      expect(`${key}.csv` in taken.files, key).toBe(rows.length > 0);
      if (rows.length === 0) continue;
      const csv = strFromU8(taken.files[`${key}.csv`]!);
      expect(parse(csv, { delimiter: ';', bom: true, columns: true }), key).toHaveLength(
        rows.length,
      );
    }
    // W8: no spreadsheet takes it for a formula
    expect(strFromU8(taken.files['drafts.csv']!)).toContain("'=SOMME(A1:A9)");
    for (const theirs of [ali.id, 'Ali-le-Voisin', 'ali@exemple.fr', 'Les mots d’Ali.'])
      expect(taken.text).not.toContain(theirs);
    const titles = taken.everything.sections.map(({ title }) => title);
    expect(titles).toContain('Idées publiées');
    expect(titles).toHaveLength(personalData.flatMap(({ sections }) => sections).length + 1);
  });

  it('says that they voted, never what, and no secret that opens their account', async () => {
    const { poll, edition } = await makePoll(site);
    const voter = await makePerson(site, { password: PASSWORD });
    const cast = await castFor(site, poll, voter.id, [1]);
    expect(cast.ok).toBe(true);
    const taken = await takeAway(voter.client);
    expect(taken.rowsOf('votes')).toEqual([
      { edition_id: edition.id, edition: edition.title, voted: true },
    ]);
    for (const option of poll.options) expect(taken.text).not.toContain(option.label);
    expect(taken.text).not.toMatch(/commitment|nonce|tracking|password_hash|token_hash|\$argon2/);
    const someone = await makePerson(site, { password: PASSWORD });
    expect((await takeAway(someone.client)).rowsOf('votes')).toEqual([]);
  });

  it('asks who is there: a wrong password gives nothing, without one a mailed code is asked', async () => {
    const zoe = await makePerson(site, { password: PASSWORD });
    await zoe.client.post(urls.ownDataExport(), { 'mot-de-passe-actuel': 'deviné' });
    expect(zoe.client.status).toBe(422);
    expect(zoe.client.main).toContain('pas votre mot de passe');
    const noor = await makePerson(site, { locale: 'en' });
    await noor.client.post(urls.ownDataExport(), {});
    expect(noor.client.status).toBe(422);
    const [mail] = await mailsOf(site, () =>
      noor.client.post(urls.ownDataCode(), { pour: 'export' }),
    );
    expect(mail!.to).toBe(noor.email);
    expect((await takeAway(noor.client, { code: codeIn(mail!) })).rowsOf('account')).toHaveLength(
      1,
    );
    const gone = await site.visitor().send(urls.ownDataExport(), {});
    expect(gone.headers.get('content-type')).not.toBe('application/zip');
  });
});
