import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { readBirthDate, readResidence } from './declared-identity.ts';
import { findPerson, hasDeclaredIdentity } from './index.ts';

describe('a birth date', () => {
  const read = (day: string, month: string, year: string) =>
    readBirthDate({ day, month, year }, '2026-11-22');

  it.each([
    ['31', '8', '1951', '1951-08-31'],
    ['01', '01', '1901', '1901-01-01'],
    ['29', '2', '2008', '2008-02-29'],
    ['29', '02', '2000', '2000-02-29'],
    ['22', '11', '2026', '2026-11-22'],
    // under age by one day: a true date; the act that asks says no
    ['23', '11', '2010', '2010-11-23'],
  ])('W17: %s %s %s is %s', (day, month, year, date) => {
    expect(read(day, month, year)).toEqual({ date });
  });

  it.each([
    ['23', '11', '2026', 'birth-in-the-future'],
    ['1', '1', '9999', 'birth-in-the-future'],
    ['14', '7', '1826', 'birth-too-long-ago'],
    ['31', '12', '1900', 'birth-too-long-ago'],
    ['29', '2', '2007', 'birth-not-a-date'],
    ['29', '2', '1900', 'birth-not-a-date'],
    ['30', '2', '2000', 'birth-not-a-date'],
    ['31', '4', '1980', 'birth-not-a-date'],
    ['0', '1', '1980', 'birth-not-a-date'],
    ['1', '13', '1980', 'birth-not-a-date'],
    ['1', '1', '80', 'birth-not-a-date'],
    ['1', '', '1980', 'birth-not-a-date'],
    ['-1', '1', '1980', 'birth-not-a-date'],
    ['1e1', '1', '1980', 'birth-not-a-date'],
    ['१', '१', '१९८०', 'birth-not-a-date'],
    ['', '', '', 'birth-missing'],
  ])('W17: %s %s %s is refused: %s', (day, month, year, refusal) => {
    expect(read(day, month, year)).toBe(refusal);
  });
});

describe('a residence', () => {
  it('R69: in a town, one says whether one lives there, and no more', () => {
    const town = { kind: 'town', name: 'Fleury' } as const;
    expect(readResidence('oui', town)).toEqual({ place: 'Fleury' });
    expect(readResidence('non', town)).toEqual({ place: null });
    expect(readResidence('', town)).toBe('residence-missing');
    expect(readResidence('Paris', town)).toBe('residence-missing');
  });

  it('R94: elsewhere the town may be left out', () => {
    const movement = { kind: 'movement', name: 'Élan' } as const;
    expect(readResidence('', movement)).toEqual({ place: null });
    expect(readResidence('Ivry', movement)).toEqual({ place: 'Ivry' });
    expect(readResidence('a'.repeat(101), movement)).toBe('residence-too-long');
  });
});

describe('declaring who one is', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
  });
  afterAll(() => site.close());
  const filled = {
    'naissance-day': '31',
    'naissance-month': '8',
    'naissance-year': '1951',
    residence: 'oui',
  };

  it('R69: is asked once, on honour, and goes on to the act that needed it', async () => {
    const { id, client } = await makePerson(site, { birthDate: null });
    const before = (await findPerson(site.db, site.organisationId, id))!;
    expect(hasDeclaredIdentity(before)).toBe(false);
    await client.post(urls.accountIdentity({ vers: urls.charter() }), filled);
    expect(client.path).toBe(urls.charter());
    const person = (await findPerson(site.db, site.organisationId, id))!;
    expect(person).toMatchObject({ birthDate: '1951-08-31', residence: 'Fleury' });
    expect(person.residenceDeclaredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(hasDeclaredIdentity(person)).toBe(true);
    await client.get(urls.accountIdentity());
    expect(client.html).toContain('value="1951"');
  });

  it('R69: someone who lives elsewhere has answered too', async () => {
    const { id, client } = await makePerson(site, { birthDate: null });
    await client.post(urls.accountIdentity(), { ...filled, residence: 'non' });
    expect(client.path).toBe(urls.account());
    expect(client.html).toContain('Ailleurs qu’à Fleury');
    const person = (await findPerson(site.db, site.organisationId, id))!;
    expect(person.residence).toBeNull();
    expect(hasDeclaredIdentity(person)).toBe(true);
  });

  it('W17: says exactly what is wrong, keeps what was typed, and writes nothing', async () => {
    const { id, client } = await makePerson(site, { birthDate: null });
    await client.post(urls.accountIdentity(), {
      ...filled,
      'naissance-year': '1826',
      residence: '',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Cette date est trop ancienne');
    expect(client.html).toContain('Dites si vous habitez à Fleury');
    expect(client.html).toContain('value="1826"');
    const person = (await findPerson(site.db, site.organisationId, id))!;
    expect(hasDeclaredIdentity(person)).toBe(false);
  });

  it('R69: is asked of members only, and of nobody at sign-up', async () => {
    const client = await site.visitor().get(urls.accountIdentity());
    expect(client.path).toBe(urls.signIn({ vers: urls.accountIdentity() }));
  });
});
