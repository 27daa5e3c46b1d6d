import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { countRows, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { cast, choose } from '../../../../tests/make/voters.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { takePlace } from './class-session.store.ts';
import { makeClassCode, readClassCode } from './class-session.ts';

let site: TestSite;
let made: MadePoll;
let at: { edition: string };
let officer: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  officer = (await makePerson(site, { roles: ['officer'] })).client;
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makePoll(site);
  at = { edition: made.edition.slug };
});

/** Adds a class and gives its tutor's path. */
async function addClass(places: number): Promise<string> {
  await officer.post(urls.adminClasses(at), { classe: 'CM2 B', places: String(places) });
  const [, path = ''] = /http:\/\/localhost(\/classe\/[0-9a-f]{64})/.exec(officer.html) ?? [];
  expect(path).not.toBe('');
  return path;
}

async function openSession(path: string): Promise<string> {
  const tutor = site.visitor();
  await tutor.post(`${path}/ouvrir`, {});
  const [, code = ''] = /class="class-code"[^>]*>([A-Z]{4}\d{2})</.exec(tutor.html) ?? [];
  expect(code).not.toBe('');
  return code;
}

it('R79 R191 a class votes: as many votes as pupils, one after the other on one tablet, without name or account', async () => {
  const code = await openSession(await addClass(2));
  const tablet = site.visitor();
  for (const pupil of [1, 2]) {
    await tablet.get(urls.voteClass(at));
    await tablet.post(urls.voteClass(at), { 'code-classe': code.toLowerCase() });
    expect(tablet.path).toBe(urls.vote(at));
    await choose(made, tablet, [pupil]);
    await cast(made, tablet);
    expect(tablet.path).toBe(urls.voteReceipt(at));
    expect(tablet.html).toContain('Au suivant');
    await tablet.post(urls.voteIdentityForget(at), {});
    expect(tablet.path).toBe(urls.voteClass(at));
    await tablet.get(urls.voteReceipt(at));
    expect(tablet.html).not.toContain('Votre code de suivi');
  }
  await tablet.post(urls.voteClass(at), { 'code-classe': code });
  expect(tablet.status).toBe(422);
  expect(tablet.html).toContain('Toutes les places de cette classe sont prises');
  expect(await countRows(site, made.poll)).toMatchObject({ electors: 2, slots: 2 });
});

it('W10 W11 a code opens nothing before its tutor does, nor after, nor in another vote, nor by guessing', async () => {
  const path = await addClass(5);
  const pupil = site.visitor();
  const type = (code: string) => pupil.post(urls.voteClass(at), { 'code-classe': code });
  await type('');
  expect(pupil.status).toBe(422);
  await type('AAAA00');
  expect(pupil.html).toContain('n’ouvre aucune classe');
  const code = await openSession(path);
  const other = await makePoll(site);
  await pupil.post(urls.voteClass({ edition: other.edition.slug }), { 'code-classe': code });
  expect(pupil.status).toBe(422);
  await site.visitor().post(`${path}/fermer`, {});
  await type(code);
  expect(pupil.status).toBe(422);
  await site.visitor().post(`${path}/ouvrir`, {});
  site.travel('4 hours');
  await type(code);
  expect(pupil.status).toBe(422);
  site.travel(null);
  const seen = new Set<number>();
  for (let guess = 0; guess < 25; guess += 1) {
    await type(`ZZZZ${String(guess).padStart(2, '0')}`);
    seen.add(pupil.status);
  }
  expect(seen).toContain(429);
  expect((await site.visitor().get(urls.tutor({ token: 'f'.repeat(64) }))).status).toBe(404);
});

it('R191 two pupils at the last place: one', async () => {
  const code = await openSession(await addClass(3));
  const places = await Promise.all(
    Array.from({ length: 8 }, () => takePlace(site.db, site.organisationId, made.edition.id, code)),
  );
  const taken = places.flatMap((place) => (place.ok ? place.place : []));
  expect(taken.sort()).toEqual([1, 2, 3]);
});

it('says beside the field what is wrong with a class, and makes its link anew', async () => {
  await officer.post(urls.adminClasses(at), { classe: '', places: '0' });
  expect(officer.status).toBe(422);
  expect(officer.html).toContain('Donnez un nom à la classe');
  expect(officer.html).toContain('de 1 à 60');
  const first = await addClass(3);
  await officer.post(urls.adminClasses(at), { classe: 'CM2 B', places: '3' });
  expect(officer.html).toContain('porte déjà ce nom');
  const [, id = ''] = /classes\/([0-9a-f-]{36})\/lien/.exec(officer.html) ?? [];
  await officer.post(urls.adminClassLink({ ...at, session: id }), {});
  expect(officer.html).toContain('Lien à transmettre');
  expect((await site.visitor().get(first)).status).toBe(404);
});

it('reads a code as children type it', () => {
  expect(readClassCode(' abcd-12 ')).toBe('ABCD12');
  expect(readClassCode('ABC12')).toBeNull();
  let turn = 0;
  const draw = (below: number) => {
    turn += 7;
    return turn % below;
  };
  expect(makeClassCode(draw)).toMatch(/^[A-HJKMNP-Z]{4}\d{2}$/);
});
