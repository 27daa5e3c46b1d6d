import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { readLines } from './pasted-lines.routes.ts';

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  admin = await makePerson(site, { roles: ['administrator'], name: 'Ada Martin' });
});
afterAll(() => site.close());

const grantsOf = async (personId: string) => {
  const { rows } = await site.pool.query(
    `select id, role, edition_id, department_id, is_referent, ends_at from role_grant
      where person_id = $1 and (ends_at is null or ends_at > palabre_now()) order by role`,
    [personId],
  );
  return rows;
};

describe('R33 roles on the page of an administrator', () => {
  it('gives one for an edition, until a day, and shows it on its line', async () => {
    const edition = await makeEdition(site, { slug: 'role', title: 'Édition du rôle' });
    const person = await makePerson(site, { name: 'Élise Conseillère' });
    await admin.client.post(urls.adminGrantRole(), {
      courriel: person.email,
      role: 'decider',
      edition: edition.id,
      'fin-day': '31',
      'fin-month': '3',
      'fin-year': '2031',
    });
    expect(admin.client.status).toBe(200);
    // the end of 31 March is the midnight of the first of April, by the summer clock
    expect(await grantsOf(person.id)).toMatchObject([
      { role: 'decider', edition_id: edition.id, ends_at: new Date('2031-03-31T22:00:00Z') },
    ]);
    expect(admin.client.main).toContain('Élise Conseillère');
    expect(admin.client.main).toContain('Édition du rôle');
    expect(admin.client.main).toMatch(/31\s*mars 2031/);
  });

  it('refuses in words beside the fields, and keeps what was typed', async () => {
    const edition = await makeEdition(site, { slug: 'refus' });
    const { client } = admin;
    await client.post(urls.adminGrantRole(), {});
    expect(client.status).toBe(422);
    expect(client.main).toContain('href="#courriel"');
    expect(client.main).toContain('href="#role"');
    await client.post(urls.adminGrantRole(), {
      courriel: 'quelquun@exemple.fr',
      role: 'officer',
      edition: edition.id,
      'fin-day': '31',
      'fin-month': '2',
      'fin-year': '2031',
    });
    expect(client.main).toContain('value="quelquun@exemple.fr"');
    expect(client.main).toContain('href="#edition"');
    expect(client.main).toContain('href="#fin"');
    await client.post(urls.adminGrantRole(), { courriel: 'x', role: 'agent' });
    expect(client.main).toContain('Choisissez le service');
    await client.post(urls.adminGrantRole(), {
      courriel: 'quelquun@exemple.fr',
      role: 'relay',
      'fin-day': '1',
      'fin-month': '1',
      'fin-year': '2020',
    });
    expect(client.main).toContain('Ce jour est passé');
    await client.post(urls.adminGrantRole(), { courriel: 'a@exemple.fr', role: 'roi' });
    expect(client.status).toBe(422);
  });

  it('W11 changes the last day of a role, and takes it away while its holder is at work', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    const [grant] = await grantsOf(officer.id);
    const at = { grant: grant.id };
    await admin.client.get(urls.adminGrant(at));
    const mark = /name="mark" value="([^"]+)"/.exec(admin.client.html)![1]!;
    const until = { mark, 'fin-day': '5', 'fin-month': '6', 'fin-year': '2032' };
    await admin.client.post(urls.adminGrant(at), until);
    expect(admin.client.main).toMatch(/5\s*juin 2032/);
    // another administrator, whose form is older
    const other = await makePerson(site, { roles: ['administrator'] });
    await other.client.post(urls.adminGrant(at), { ...until, 'fin-day': '7' });
    expect(other.client.status).toBe(409);
    expect(other.client.main).toMatch(/enregistré entre-temps : 5\s*juin 2032/);
    expect(other.client.main).toContain('value="7"');
    expect((await officer.client.send(urls.admin())).status).toBe(200);
    await other.client.post(urls.adminRevokeGrant(at));
    expect((await officer.client.send(urls.admin())).status).toBe(403);
    expect((await other.client.send(urls.adminRevokeGrant(at), {})).status).toBe(404);
    await admin.client.get(urls.adminJournal());
    expect(admin.client.html).toContain('a modifié le rôle « Participation »');
    expect(admin.client.html).toMatch(/<ins><bdi>5\s*juin 2032/);
  });

  it('R33 the last administrator stays, by taking away as by dating', async () => {
    const lonely = await makePerson(site, { roles: ['administrator'], name: 'Seule' });
    await site.pool.query(
      `update role_grant set ends_at = palabre_now() where role = 'administrator' and person_id <> $1`,
      [lonely.id],
    );
    const [grant] = await grantsOf(lonely.id);
    const at = { grant: grant.id };
    await lonely.client.post(urls.adminRevokeGrant(at));
    expect(lonely.client.status).toBe(422);
    expect(lonely.client.main).toContain('Il faut toujours une personne');
    const mark = /name="mark" value="([^"]+)"/.exec(lonely.client.html)![1]!;
    await lonely.client.post(urls.adminGrant(at), {
      mark,
      'fin-day': '1',
      'fin-month': '1',
      'fin-year': '2040',
    });
    expect(lonely.client.status).toBe(422);
    expect(await grantsOf(lonely.id)).toMatchObject([{ ends_at: null }]);
    admin = lonely;
  });

  it('is searched by role, service and name, and pages follow one another', async () => {
    const parks = await makeDepartment(site, { name: 'Espaces verts' });
    for (let number = 0; number < 55; number += 1)
      await makePerson(site, {
        name: `Jardinière ${String(number).padStart(2, '0')}`,
        roles: ['agent'],
        departmentId: parks.id,
      });
    const { client } = admin;
    const seen: string[] = [];
    let next: string | undefined = urls.adminAccess({ role: 'agent', service: parks.id });
    while (next) {
      await client.get(next);
      seen.push(...[...client.main.matchAll(/Jardinière (\d\d)<\/bdi>/g)].map(([, name]) => name!));
      next = /href="([^"]+)" rel="next"/.exec(client.html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 55 }, (_, at) => String(at).padStart(2, '0')));
    await client.get(urls.adminAccess({ q: 'jardiniere 07' }));
    expect(client.main.match(/Jardinière \d\d<\/bdi>/g)).toEqual(['Jardinière 07</bdi>']);
    await client.get(urls.adminAccess({ q: 'personne de ce nom' }));
    expect(client.main).toContain('Personne ne correspond');
  });

  it('W1 W14 names and searches are words, never markup, and no cursor is an error', async () => {
    const { client } = admin;
    for (const text of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' or 1=1 --",
      'javascript:alert(1)',
      '%00',
      'x'.repeat(3000),
      '__proto__',
      '\u202e<b>',
    ]) {
      await client.get(urls.adminAccess({ q: text, role: text, service: text, apres: text }));
      expect(client.status).toBe(200);
      await client.post(urls.adminGrantRole(), { courriel: text, nom: text, role: 'relay' });
      expect([200, 422]).toContain(client.status);
      expect(client.main).not.toMatch(/<script>alert|<img src=x|<b>/);
    }
    await client.get(urls.adminInvitations({ apres: 'x', le: 'y' }));
    expect(client.status).toBe(200);
  });

  it('W3 an officer who is no administrator gives no role here', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    for (const path of [urls.adminAccess(), urls.adminGrantRole(), urls.adminInvitations()])
      expect((await officer.client.send(path)).status).toBe(403);
    expect(
      (
        await officer.client.send(urls.adminGrantRole(), {
          courriel: officer.email,
          role: 'administrator',
        })
      ).status,
    ).toBe(403);
  });
});

describe('many at once', () => {
  it('R36 takes each line apart, and leaves the odd ones with their words', async () => {
    const sport = await makeDepartment(site, { name: 'Sports' });
    const known = await makePerson(site, { email: 'connue@exemple.fr' });
    const { client } = admin;
    const mails = await mailsOf(site, () =>
      client.post(urls.adminInviteMany(), {
        role: 'agent',
        lignes: [
          'neuve@exemple.fr; Nour Benali; SPORTS',
          'connue@exemple.fr; ; Sports',
          'pas une adresse; X; Sports',
          'autre@exemple.fr; Y; Voirie lunaire',
          'seule@exemple.fr; "Z',
          'connue@exemple.fr; ; Sports',
        ].join('\r\n'),
      }),
    );
    expect(client.status).toBe(422);
    expect(mails.map(({ to }) => to).sort()).toEqual(['connue@exemple.fr', 'neuve@exemple.fr']);
    expect(client.main).toContain('1 invitation envoyée');
    expect(client.main).toContain('1 personne avait déjà ce rôle');
    expect(client.main).toContain('3 lignes à corriger');
    expect(client.main).toContain('Aucun service ouvert ne s’appelle « Voirie lunaire »');
    const left = /<textarea[^>]*>([^<]*)</.exec(client.main)![1]!;
    expect(left.trim().split('\n')).toEqual([
      'pas une adresse; X; Sports',
      'autre@exemple.fr; Y; Voirie lunaire',
      'seule@exemple.fr; "Z'.replace('"', '&quot;'),
    ]);
    expect(await grantsOf(known.id)).toMatchObject([{ role: 'agent', department_id: sport.id }]);
  });

  it('W8 reads what spreadsheets write', () => {
    const cells = (text: string) => readLines(text).map((one) => one.cells);
    expect(cells('\ufeffa@b.fr;"Martin; Zoé";Sports\r\n')).toEqual([
      ['a@b.fr', 'Martin; Zoé', 'Sports'],
    ]);
    expect(cells('a@b.fr\tZoé\tSports')).toEqual([['a@b.fr', 'Zoé', 'Sports']]);
    expect(cells('a@b.fr,Zoé,Sports\n\n ; ; \n')).toHaveLength(2);
    expect(cells('a;"b\nc;d')).toEqual([
      ['a', '"b'],
      ['c', 'd'],
    ]);
    expect(cells('')).toEqual([]);
  });
});
