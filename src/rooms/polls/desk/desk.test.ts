import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk, makeEntries } from '../../../../tests/make/desk.ts';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { listFields } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { dayInParis } from '../../spaces/index.ts';
import { searchPeople } from './desk-person.store.ts';

let site: TestSite;
let made: MadeDesk;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makeDesk(site, 'paper-wins');
});

const here = () => ({ point: made.point.id });
const search = (nom: string, naissance = '') =>
  made.officer.client.post(urls.desk(here()), { nom, naissance });
const lines = async () =>
  (
    await site.pool.query(
      `select channel_state as channel, point_id as point, envelope_number as envelope,
        to_jsonb(e) - 'id' as row from elector e where poll_id = $1`,
      [made.poll.id],
    )
  ).rows;

/** Presses « Remettre un bulletin papier » of the only person on the page. */
const giveShown = (fields: Record<string, string> = {}) => {
  const { client } = made.officer;
  const action = urls.deskPaper(here());
  return client.post(action, { ...listFields(client.html, action), ...fields });
};

describe('the desk', () => {
  it('R53 a person is found by name or birth date with what the roll says, and given a paper in two requests', async () => {
    const { client } = made.officer;
    await search('hadd', '31081951');
    expect(client.main).toContain('Nadia Haddad');
    expect(client.main).toContain('31/08/1951');
    expect(client.main).toContain('N’a pas voté');
    expect(client.headers.get('cache-control')).toBe('no-store');
    await giveShown();
    expect(client.path).toBe(urls.desk(here()));
    expect(client.main).toMatch(/Bulletin remis.: Nadia Haddad/);
    expect(client.main).toContain('1 bulletin papier remis ici');
    expect(await lines()).toMatchObject([{ channel: 'paper', point: made.point.id }]);
    await search('Haddad Nadia');
    expect(client.main).toMatch(/A déjà voté sur papier.: Médiathèque/);
    expect(client.main).not.toContain('name="entree"');
    // the roll keeps a day, and no name
    const [line] = await lines();
    expect(JSON.stringify(line)).not.toMatch(/haddad|\d\d:\d\d/i);
  });

  it('R53 R191 ten seconds a voter: two page loads and some twenty keys, the focus always where the next key goes', async () => {
    const { client } = made.officer;
    await client.get(urls.desk(here()));
    let requests = 0;
    let pages = 0;
    const post = client.post.bind(client);
    client.post = async (...given) => {
      requests += 1;
      pages += 1;
      return post(...given);
    };
    const typed = { nom: 'had', naissance: '31081951' };
    expect(client.html).toMatch(/<input[^>]*name="nom"[^>]*autofocus/);
    // « had », Tab, eight figures, Enter: the button of the only person found waits under Enter
    await client.post(urls.desk(here()), typed);
    expect(client.html).toMatch(/<button[^>]*type="submit"[^>]*autofocus[^>]*>\s*<span>Remettre/);
    await giveShown();
    expect(client.html).toMatch(/<input[^>]*name="nom"[^>]*autofocus/);
    const keys = typed.nom.length + 1 + typed.naissance.length + 1 + 1;
    expect({ requests, pages }).toEqual({ requests: 2, pages: 2 });
    expect(keys).toBeLessThanOrEqual(20);
  });

  it('R53 the list costs as many queries for twenty people as for one', async () => {
    const many = Array.from(
      { length: 20 },
      (_, at) => ['Dupont', `Camille ${'abcdefghijklmnopqrst'[at]}`, null] as const,
    );
    await makeEntries(site, made.edition, many);
    let queries = 0;
    const db = site.db.withPlugin({
      transformQuery({ node }) {
        queries += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const count = async (name: string) => {
      queries = 0;
      const { keysFolder } = site.config;
      const { organisationId } = site;
      const desk = { db, keysFolder, organisationId, poll: made.poll, today: '2026-06-01' };
      return { people: await searchPeople(desk, made.officer.id, { name }), queries };
    };
    await count('Le Goff');
    const one = await count('Le Goff');
    const twenty = await count('Dupont');
    expect([one.people.length, twenty.people.length]).toEqual([1, 20]);
    expect(twenty.queries).toBe(one.queries);
    expect(twenty.queries).toBeLessThanOrEqual(3);
  });

  it('W17 somebody on their word: too young by a day, born tomorrow, in 1826, on a 29 February that was not', async () => {
    expect(made.poll.minimumAge).toBe(16);
    const [year, month, date] = dayInParis(new Date()).split('-').map(Number) as [
      number,
      number,
      number,
    ];
    const day = (years: number, days: number) => {
      const at = new Date(Date.UTC(year - years, month - 1, date + days, 12));
      const [y, m, d] = at.toISOString().slice(0, 10).split('-');
      return `${d}${m}${y}`;
    };
    const declare = (naissance: string) =>
      made.officer.client.post(urls.deskPaper(here()), {
        noms: 'Lou Petit',
        'naissance-declaree': naissance,
        adresse: '1 rue du Four',
      });
    const refused: [string, RegExp][] = [
      [day(16, 1), /n’a pas encore l’âge/],
      [day(0, 1), /dans l’avenir/],
      ['12051826', /trop ancienne/],
      ['29022007', /Ce jour n’existe pas/],
      ['douze mai', /en chiffres/],
      ['', /Demandez la date de naissance/],
    ];
    for (const [typed, words] of refused) {
      await declare(typed);
      expect(made.officer.client.status, typed).toBe(422);
      expect(made.officer.client.main, typed).toMatch(words);
    }
    expect(await lines()).toEqual([]);
    await declare(day(16, -1));
    expect(made.officer.client.main).toMatch(/Bulletin remis.: Lou Petit/);
  });

  it('V5 somebody on their word counts once however they write their name, and not at all when the register has them', async () => {
    const { client } = made.officer;
    const declare = (noms: string, naissance = '17/05/1980') =>
      client.post(urls.deskPaper(here()), {
        noms,
        'naissance-declaree': naissance,
        adresse: '1 rue du Four',
      });
    await declare('Élodie Saint-Ange');
    expect(await lines()).toHaveLength(1);
    await declare('SAINT ANGE Elodie');
    expect(client.status).toBe(422);
    expect(client.main).toContain('a déjà reçu un bulletin papier');
    await declare('Nadia Haddad', '31/08/1951');
    expect(client.status).toBe(422);
    expect(client.main).toContain('Le registre contient une personne de ce nom');
    await declare('Nadia', '31/08/1951');
    expect(client.main).toContain('Écrivez le prénom et le nom');
    expect(await lines()).toHaveLength(1);
  });

  it('R53 nobody is added on their word where the vote asks for the register', async () => {
    made = await makeDesk(site, 'paper-wins', {
      terms: {
        settings: {
          admission: { required: ['email', 'roll'], oneOf: [], withoutAccount: false },
        },
      },
    });
    const { client } = made.officer;
    await search('Inconnu Total');
    expect(client.main).not.toContain('Ajouter cette personne');
    await client.post(urls.deskPaper(here()), {
      noms: 'Lou Petit',
      'naissance-declaree': '17051980',
      adresse: 'ici',
    });
    expect(client.status).toBe(422);
    expect(await lines()).toEqual([]);
  });

  it('R191 a paper handed out by mistake is taken back, once, before the next person only', async () => {
    const { client } = made.officer;
    const give = async () => {
      await search('Haddad');
      await giveShown();
    };
    await give();
    const kept = new Map(client.cookies);
    await client.post(urls.deskTakeBack(here()));
    expect(client.html).toContain('La remise est annulée');
    expect(await lines()).toMatchObject([{ channel: 'none', point: null, row: { day: null } }]);
    // the same secret is worth nothing a second time
    await give();
    for (const [name, value] of kept) client.cookies.set(name, value);
    await client.post(urls.deskTakeBack(here()));
    expect(client.status).toBe(422);
    expect(await lines()).toMatchObject([{ channel: 'paper' }]);

    await search('Le Goff');
    await giveShown();
    const last = new Map(client.cookies);
    await search('Martin');
    for (const [name, value] of last) client.cookies.set(name, value);
    await client.post(urls.deskTakeBack(here()));
    expect(client.status).toBe(422);
    expect((await lines()).filter(({ channel }) => channel === 'paper')).toHaveLength(2);
  });

  it('R191 no colleague takes back what somebody else handed out', async () => {
    const { client } = made.officer;
    await search('Haddad');
    await giveShown();
    const colleague = await makePerson(site, { roles: ['administrator'] });
    await colleague.client.post(urls.deskOpen(here()));
    for (const name of ['remise']) colleague.client.cookies.set(name, client.cookies.get(name)!);
    await colleague.client.post(urls.deskTakeBack(here()));
    expect(colleague.client.status).toBe(422);
    expect(await lines()).toMatchObject([{ channel: 'paper' }]);
  });

  it('V8 R190 the journal says that a desk was opened and closed, with counts, and nothing of a voter', async () => {
    const { client } = made.officer;
    await search('Haddad');
    await giveShown();
    await search('Le Goff');
    await giveShown();
    await client.post(urls.deskTakeBack(here()));
    await client.post(urls.deskClose(here()));
    const facts = await listFactsAbout(site, made.point.id);
    expect(facts.map(({ kind }) => kind).filter((kind) => kind.startsWith('vote-desk'))).toEqual([
      'vote-desk.opened',
      'vote-desk.closed',
    ]);
    expect(facts.at(-1)!.detail).toEqual({
      title: 'Médiathèque',
      papers: 2,
      takenBack: 1,
      kioskCodes: 0,
    });
    const { rows } = await site.pool.query(
      'select count(*)::int as n from fact where detail::text ~* $1',
      ['haddad|goff|nadia'],
    );
    expect(rows[0].n).toBe(0);
  });
});
