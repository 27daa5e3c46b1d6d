import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeComment } from '../../../../tests/make/comments.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { withdrawIdea } from '../afterlife/withdrawal.store.ts';
import { hideIdea } from '../held/held-ideas.routes.ts';

const NAME = 'Nom Qui Ne Sort Pas';
let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** A space with three proposals, one of them out of sight, comments, and who runs it. */
async function makeSaid() {
  const made = await makeComponentBoard(site, { settings: { mayWithdraw: true } });
  // eight of a uuid: two spaces are made, and nicknames are unique
  const author = await makePerson(site, { nickname: `${NAME} ${made.space.id.slice(0, 8)}` });
  const first = await makeIdea(site, made.board, {
    title: '=SOMME(A1) et des haies',
    lang: 'de',
    authorId: author.id,
  });
  await makeIdea(site, made.board, { supports: 2 });
  const gone = await makeIdea(site, made.board, { title: 'Proposition masquée' });
  await site.db.transaction().execute((tx) => hideIdea(tx, site.organisationId, gone.id, true));
  const root = await makeComment(site, first, { alignment: 'con', body: 'Trop cher, "vraiment"' });
  await makeComment(site, first, { answers: root, authorId: author.id });
  await sql`update comment_tally set space_id = ${made.space.id} where target_id = ${first.id}`.execute(
    site.db,
  );
  const withdrawal = { personId: author.id, reason: 'Le chemin est déjà planté.' };
  await withdrawIdea(site.db, site.organisationId, first.id, withdrawal);
  const organiser = await makePerson(site, { roles: ['space-organiser'], spaceId: made.space.id });
  const of = (file: string) => urls.adminSpaceExport({ space: made.space.slug, file });
  return { ...made, organiser, of };
}

describe('R103 what is said in a space, for analysis', () => {
  it('R103 W8 proposals and comments that readers see, as CSV and JSON, whole and without a name', async () => {
    const { organiser, of, space } = await makeSaid();
    await organiser.client.get(urls.adminSpaceExports({ space: space.slug }));
    expect(organiser.client.html).toContain(of('propositions.json'));
    const csv = await (await organiser.client.send(of('propositions.csv'))).text();
    const rows: string[][] = parse(csv, {
      bom: true,
      delimiter: [';', ','],
      relax_column_count: true,
    });
    expect(rows).toHaveLength(3);
    expect(csv).not.toContain(NAME);
    expect(csv).not.toContain('Proposition masquée');
    expect(csv, 'a formula stays words').not.toMatch(/[;,\n]"?=SOMME/);
    const ideas = JSON.parse(await (await organiser.client.send(of('propositions.json'))).text());
    expect(ideas).toHaveLength(2);
    expect(ideas[0]).toMatchObject({ number: 1, lang: 'de', supports: 0 });
    expect(ideas[0].withdrawn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(ideas[1]).toMatchObject({ number: 2, supports: 2, withdrawn: '' });
    const text = await (await organiser.client.send(of('commentaires.json'))).text();
    expect(text).not.toContain(NAME);
    const comments = JSON.parse(text);
    expect(comments).toHaveLength(2);
    expect(comments[0]).toMatchObject({ about: ideas[0].id, side: 'contre', number: 1 });
    expect(comments[1]).toMatchObject({ answers: 1, number: 2 });
    const sheet = await organiser.client.send(of('propositions.xlsx'));
    expect(sheet.headers.get('content-type')).toContain('spreadsheet');
  });

  it('R103 W3 is for its organisers alone, and for files that there are', async () => {
    const { organiser, of } = await makeSaid();
    const { of: ofOther } = await makeSaid();
    expect((await organiser.client.send(ofOther('propositions.csv'))).status).toBe(404);
    for (const file of ['propositions.pdf', 'votes.csv', '..csv'])
      expect((await organiser.client.send(of(file))).status).toBe(404);
    const { client } = await makePerson(site);
    expect((await client.send(of('propositions.csv'))).status).toBe(403);
    expect((await site.visitor().send(of('propositions.csv'))).status).not.toBe(200);
  });
});
