import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVENTED_HEADINGS, inventPeople } from '../../../../bench/many-people.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { HEADINGS, importInto } from '../../../../tests/make/registers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { ageOn, type Edition } from '../../spaces/index.ts';
import { findRegister, keepRegisterUntil, matchEntry, searchRegister } from '../index.ts';
import { byBeginning, findEntry } from './entry.store.ts';
import { listReadings } from './matching.ts';
import { emptyDueRegister, eraseRegister } from './register.store.ts';
import { reportSearches } from './search-count.store.ts';

let site: TestSite;
let edition: Edition;
let officer: string;
beforeAll(async () => {
  site = await openTestSite();
  officer = (await makePerson(site, { roles: ['officer'] })).id;
  edition = await makeEdition(site);
  await importInto(
    site,
    edition,
    [
      `${HEADINGS};Nom d'usage;Numéro d'électeur;Quartier`,
      'Le Goff;Marie Claire;01/02/1990;Martin;E-1;Nord',
      'Martin;Élodie;03/04/1985;;E-2;Sud',
      'Martinez;Paul;05/06/1970;;E-3;Nord',
      'Yıldız;İbrahim;07/08/2008;;E-4;Nord',
      'Dupont;Jean;09/10/1950;;E-5;Nord',
      'Dupont;Jean;09/10/1950;;E-6;Sud',
      "D'Angelo;Anna-Maria;11/12/1999;;;",
    ].join('\n'),
  );
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: officer });
const of = ({ id }: Edition) => ({ organisationId: site.organisationId, editionId: id });
const search = async (name: string, birthDate?: string) =>
  (await searchRegister(site.db, act(), edition.id, { name, ...(birthDate && { birthDate }) })).map(
    ({ lastName, firstNames }) => `${lastName} ${firstNames}`,
  );

describe('R53 at the desk somebody is found', () => {
  it('by the beginning of either last name, with or without a first name, in any order', async () => {
    expect(await search('mart')).toEqual([
      'Le Goff Marie Claire',
      'Martin Élodie',
      'Martinez Paul',
    ]);
    expect(await search('martin el')).toEqual(['Martin Élodie']);
    expect(await search('ÉLODIE MARTIN')).toEqual(['Martin Élodie']);
    expect(await search('legoff')).toEqual(['Le Goff Marie Claire']);
    expect(await search('marie le-goff')).toEqual(['Le Goff Marie Claire']);
    expect(await search('martin marie')).toEqual(['Le Goff Marie Claire']);
    expect(await search('dangelo')).toEqual(["D'Angelo Anna-Maria"]);
    expect(await search('YILDIZ ibrahim')).toEqual(['Yıldız İbrahim']);
    expect(await search('lodie')).toEqual([]);
    expect(await search('m')).toEqual([]);
    expect(await search("%_' or 1=1 --")).toEqual([]);
  });

  it('W12 with one typing error where the date of birth is given', async () => {
    expect(await search('matrin elodie')).toEqual([]);
    expect(await search('matrin elodie', '1985-04-03')).toEqual(['Martin Élodie']);
    expect(await search('claire martin', '1990-02-01')).toEqual(['Le Goff Marie Claire']);
    expect(await search('martin', '1999-01-01')).toEqual([]);
    expect(await search('martin', '1999-02-31')).toEqual([]);
  });

  it('R69 with an age and a district', async () => {
    const [entry] = await searchRegister(site.db, act(), edition.id, { name: 'yildiz' });
    expect(entry).toMatchObject({ birthDate: '2008-08-07', district: 'Nord' });
    expect(ageOn(entry!.birthDate!, '2024-08-06')).toBe(15);
    expect(ageOn(entry!.birthDate!, '2024-08-07')).toBe(16);
  });

  it('and the search is counted: a fact a day for each officer, without any name', async () => {
    const other = await makeEdition(site);
    await importInto(site, other, `${HEADINGS}\nMartin;Paul;01/02/1990`);
    for (const name of ['martin', 'paul martin', 'x', ''])
      await searchRegister(site.db, act(), other.id, { name });
    await reportSearches(site.db, site.organisationId);
    const told = async () =>
      (await listFactsAbout(site, other.id)).filter(({ kind }) => kind === 'register.searched');
    expect(await told()).toEqual([]);
    site.travel('1 day');
    await reportSearches(site.db, site.organisationId);
    await reportSearches(site.db, site.organisationId);
    site.travel(null);
    const [fact, ...more] = await told();
    expect(more).toEqual([]);
    expect(fact).toMatchObject({ actor_id: officer, detail: { searches: 2 } });
    expect(JSON.stringify(fact)).not.toMatch(/martin|paul/i);
  });
});

describe('R191 a voter who identifies is one entry or none', () => {
  const claim = { lastName: 'MARTIN', firstName: 'elodie', birthDate: '1985-04-03' };
  const match = async (
    said: Partial<typeof claim & { number: string }>,
    editionId = edition.id,
  ) => {
    const found = await matchEntry(site.db, site.organisationId, editionId, { ...claim, ...said });
    return found.ok ? found.entry.number : found.refusal;
  };

  it('exactly', async () => {
    expect(await match({})).toBe('E-2');
    expect(await match({ lastName: 'Le Goff', firstName: 'Marie', birthDate: '1990-02-01' })).toBe(
      'E-1',
    );
    expect(await match({ firstName: 'Claire', lastName: 'Martin', birthDate: '1990-02-01' })).toBe(
      'E-1',
    );
    expect(await match({ lastName: 'Marti' })).toBe('nobody-found');
    expect(await match({ firstName: '' })).toBe('nobody-found');
    expect(await match({ birthDate: '1985-04-04' })).toBe('nobody-found');
    expect(await match({ birthDate: 'hier' })).toBe('nobody-found');
  });

  it('and a number tells namesakes apart', async () => {
    const dupont = { lastName: 'Dupont', firstName: 'Jean', birthDate: '1950-10-09' };
    expect(await match(dupont)).toBe('several-found');
    expect(await match({ ...dupont, number: 'e 6' })).toBe('E-6');
    expect(await match({ ...dupont, number: 'e 7' })).toBe('nobody-found');
  });

  it('in its own edition and organisation only', async () => {
    const elsewhere = await makeEdition(site);
    expect(await match({}, elsewhere.id)).toBe('nobody-found');
    const neighbour = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const asNeighbour = { organisationId: neighbour, by: officer };
    expect(await matchEntry(site.db, neighbour, edition.id, claim)).toMatchObject({ ok: false });
    const [entry] = await searchRegister(site.db, act(), edition.id, { name: 'martin elodie' });
    expect(await findEntry(site.db, site.organisationId, edition.id, entry!.id)).toEqual(entry);
    expect(await findEntry(site.db, neighbour, edition.id, entry!.id)).toBeNull();
    await expect(
      searchRegister(site.db, asNeighbour, edition.id, { name: 'martin' }),
    ).rejects.toThrow(/foreign key/);
  });

  it('a person imported again after an erasure has the same id', async () => {
    const again = await makeEdition(site);
    const file = `${HEADINGS}\nMartin;Paul;01/02/1990`;
    const one = { lastName: 'Martin', firstName: 'Paul', birthDate: '1990-02-01' };
    await importInto(site, again, file);
    const before = await matchEntry(site.db, site.organisationId, again.id, one);
    expect(await eraseRegister(site.db, act(), again)).toEqual({ ok: true });
    await importInto(site, again, file.replace('Martin;Paul;01/02/1990', 'MARTIN;paul;1990-02-01'));
    const after = await matchEntry(site.db, site.organisationId, again.id, one);
    expect(before.ok && after.ok && after.entry.id === before.entry.id).toBe(true);
  });
});

describe('a register is kept no longer than it must', () => {
  it('it empties itself three months after the close, and is not erased before the close', async () => {
    const kept = await makeEdition(site);
    await importInto(site, kept, `${HEADINGS}\nMartin;Paul;01/02/1990\nRoy;Anne;31/02/1990`);
    const closes = new Date(Date.now() + 10 * 86_400_000);
    await keepRegisterUntil(site.db, of(kept), closes);
    expect(await eraseRegister(site.db, act(), kept)).toEqual({ ok: false, refusal: 'vote-open' });
    site.travel('95 days');
    await emptyDueRegister(site.db, of(kept));
    expect((await findRegister(site.db, of(kept))).entries).toBe(1);
    site.travel('105 days');
    await emptyDueRegister(site.db, of(kept));
    site.travel(null);
    expect((await findRegister(site.db, of(kept))).entries).toBe(0);
    const { rows } = await site.pool.query(
      `select 1 from register_refusal join register_import i on i.id = import_id where edition_id = $1`,
      [kept.id],
    );
    expect(rows).toEqual([]);
    const facts = await listFactsAbout(site, kept.id);
    expect(facts.at(-1)).toMatchObject({
      kind: 'register.erased',
      actor_id: null,
      detail: { entries: 1, reason: 'time-over' },
    });
  });

  it('a later close moves the day', async () => {
    const kept = await makeEdition(site);
    await keepRegisterUntil(site.db, of(kept), new Date('2027-01-31T17:00:00Z'));
    await keepRegisterUntil(site.db, of(kept), new Date('2027-02-28T17:00:00Z'));
    expect((await findRegister(site.db, of(kept))).keptUntil?.toISOString().slice(0, 10)).toBe(
      '2027-05-28',
    );
    const { rows } = await site.pool.query(
      `select run_at from graphile_worker.jobs where key = $1`,
      [`empty-register:${site.organisationId}:${kept.id}`],
    );
    expect(rows).toHaveLength(1);
  });

  it('nor is it erased while the calendar says that the vote is open', async () => {
    const voting = await makeEdition(site, { phase: 'vote' });
    await importInto(site, voting, `${HEADINGS}\nMartin;Paul;01/02/1990`);
    expect(await eraseRegister(site.db, act(), voting)).toMatchObject({ refusal: 'vote-open' });
    site.travel('6 days');
    expect(await eraseRegister(site.db, act(), voting)).toEqual({ ok: true });
    expect(await eraseRegister(site.db, act(), voting)).toMatchObject({
      refusal: 'register-empty',
    });
    site.travel(null);
  });
});

describe('a search goes along its indexes', () => {
  it('whatever was typed: no scan of the table', async () => {
    const large = await makeEdition(site);
    await importInto(site, large, [INVENTED_HEADINGS, ...inventPeople(20_000)].join('\n'));
    for (const typed of ['mart', 'marie martin', 'le goff jean pierre']) {
      const asked = byBeginning(site.organisationId, large.id, listReadings(typed));
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${asked}`.execute(site.db);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan, typed).not.toContain('Seq Scan');
      expect(plan, typed).toContain('register_entry_by_last_name');
      expect(plan, typed).toContain('register_entry_by_used_name');
    }
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select 1 from register_entry
      where organisation_id = ${site.organisationId} and edition_id = ${large.id}
        and birth_date = '1980-01-01'::date and (last_key = 'martin' or used_key = 'martin')`.execute(
      site.db,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('register_entry_by_birth_date');
  });
});
