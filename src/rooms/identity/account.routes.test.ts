import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson, PASSWORD, signIn } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findPerson } from './index.ts';

let site: TestSite;
let person: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  person = await makePerson(site, { password: PASSWORD });
});

async function otherDevice() {
  const client = site.visitor();
  await signIn(site, client, person.id, { device: 'Safari · iPhone' });
  return client;
}

describe('changing one’s address', () => {
  const ask = (courriel: string, password = PASSWORD) =>
    mailsOf(site, () =>
      person.client.post(urls.accountEmail(), { courriel, 'mot-de-passe-actuel': password }),
    );
  const emailOf = async (id: string) => (await findPerson(site.db, site.organisationId, id))?.email;

  it('is proven at the new address and told to the old one', async () => {
    const email = `nouvelle-${person.id}@exemple.fr`;
    const [mail] = await ask(email);
    expect(mail!.to).toBe(email);
    expect(await emailOf(person.id)).toBe(person.email);
    await person.client.get(linkIn(mail!));
    expect(await emailOf(person.id)).toBe(person.email);
    const told = await mailsOf(site, () => person.client.post(linkIn(mail!)));
    expect(await emailOf(person.id)).toBe(email);
    expect(told.map((one) => one.to)).toEqual([person.email]);
    expect(told[0]!.text).toContain(email);
    expect((await person.client.post(linkIn(mail!))).status).toBe(410);
  });

  it('W4: the link opens nothing for someone else, nor for nobody', async () => {
    const [mail] = await ask(`nouvelle-${person.id}@exemple.fr`);
    const other = await makePerson(site);
    expect((await other.client.post(linkIn(mail!))).status).toBe(410);
    expect((await site.visitor().send(linkIn(mail!), {})).status).toBe(401);
    expect(await emailOf(person.id)).toBe(person.email);
  });

  it('W10: an address that has an account is told by mail, the page says the same', async () => {
    const other = await makePerson(site);
    await ask(`libre-${person.id}@exemple.fr`);
    const before = person.client.html;
    const [mail] = await ask(other.email);
    expect(person.client.html).toBe(before);
    expect(mail).toMatchObject({
      to: other.email,
      subject: expect.stringContaining('a déjà un compte'),
    });
  });

  it('W13: a race for the same address is refused in words, and nothing is lost', async () => {
    const email = `disputee-${person.id}@exemple.fr`;
    const [mail] = await ask(email);
    const other = await makePerson(site, { email });
    await person.client.post(linkIn(mail!));
    expect(person.client.status).toBe(422);
    expect(person.client.html).toContain('celle d’un autre compte');
    expect(await emailOf(person.id)).toBe(person.email);
    expect(await emailOf(other.id)).toBe(email);
  });

  it('asks for the password, a true address, and another one', async () => {
    for (const [courriel, password] of [
      [`autre-${person.id}@exemple.fr`, 'faux mot de passe'],
      ['a@exemple.fr\r\nBcc: victime@exemple.fr', PASSWORD],
      ['a@mailinator.com', PASSWORD],
      [person.email, PASSWORD],
    ] as const) {
      expect(await ask(courriel, password)).toEqual([]);
      expect(person.client.status).toBe(422);
    }
  });
});

describe('one’s devices', () => {
  it('are listed by name, closed one by one or all others at once', async () => {
    const [phone, tablet] = [await otherDevice(), await otherDevice()];
    const { client } = person;
    await client.get(urls.accountSessions());
    expect(client.html.match(/Safari · iPhone<\/strong>/g)).toHaveLength(2);
    const closings = [...client.html.matchAll(/action="(\/compte\/appareils\/[^"]+)"/g)];
    expect(closings).toHaveLength(2);
    await client.post(closings[0]![1]!);
    const left = async () => {
      const pages = await Promise.all([phone, tablet].map((device) => device.send(urls.account())));
      return pages.filter((page) => page.status === 200).length;
    };
    expect(await left()).toBe(1);
    await client.post(urls.accountSessions());
    expect(await left()).toBe(0);
    expect((await client.get(urls.account())).status).toBe(200);
  });

  it('W3: nobody closes the device of another, whatever the address says', async () => {
    const other = await makePerson(site);
    const { id } = await site.db
      .selectFrom('session')
      .select('id')
      .where('person_id', '=', other.id)
      .executeTakeFirstOrThrow();
    for (const session of [
      id,
      'x',
      '00000000-0000-0000-0000-000000000000',
      '%00',
      '1; drop table session',
    ])
      expect(
        (await person.client.post(`/compte/appareils/${encodeURIComponent(session)}/fermer`))
          .status,
      ).toBe(404);
    expect((await other.client.get(urls.account())).status).toBe(200);
  });

  it('the day of the last visit is written once a day, from the account’s own pages', async () => {
    const seen = async () =>
      (
        await site.db
          .selectFrom('session')
          .select('seen_on')
          .where('person_id', '=', person.id)
          .executeTakeFirstOrThrow()
      ).seen_on;
    const first = await seen();
    site.travel('2 days');
    await person.client.get(urls.charter());
    expect(await seen()).toBe(first);
    await person.client.get(urls.account());
    expect(await seen()).not.toBe(first);
    site.travel(null);
  });
});

describe('the charter', () => {
  it('R96: a new version is accepted at the next visit, then one goes on', async () => {
    const { organisationId } = site;
    await site.db
      .insertInto('charter_version')
      .values({ organisation_id: organisationId, version: 2, body: 'La nouvelle charte.' })
      .execute();
    const { client } = await makePerson(site);
    await client.get(urls.account());
    expect(client.path).toBe(urls.account());
    await site.db
      .insertInto('charter_version')
      .values({ organisation_id: organisationId, version: 3, body: 'La toute dernière charte.' })
      .execute();
    await client.get(urls.account());
    expect(client.path).toBe(urls.acceptCharter({ vers: urls.account() }));
    expect(client.html).toContain('La toute dernière charte.');
    // an older version, or none, is no acceptance
    for (const version of ['2', '4', '', 'x', '99999999999', '1e3', '-1']) {
      await client.post(urls.acceptCharter({ vers: urls.account() }), { version });
      expect(client.path).toBe(urls.acceptCharter({ vers: urls.account() }));
    }
    await client.post(urls.acceptCharter({ vers: urls.account() }), { version: '3' });
    expect(client.path).toBe(urls.account());
  });
});

describe('the language', () => {
  it('is kept for a year, and saved to the account', async () => {
    const { client, id } = person;
    await client.get(urls.language({ locale: 'en' }, { vers: urls.account() }));
    expect(client.html).toContain('<html lang="en"');
    expect((await findPerson(site.db, site.organisationId, id))?.locale).toBe('en');
    const answer = await site.visitor().send(urls.language({ locale: 'en' }));
    expect(answer.headers.getSetCookie().join()).toContain('Max-Age=31536000');
    const fresh = site.visitor();
    await fresh.post(urls.signIn(), { courriel: person.email, 'mot-de-passe': PASSWORD });
    expect(fresh.html).toContain('<html lang="en"');
  });

  it('W1: leads to addresses of ours only, in languages of ours only', async () => {
    const client = site.visitor();
    for (const vers of ['//ailleurs.example', 'https://ailleurs.example', 'javascript:alert(1)']) {
      const answer = await client.send(urls.language({ locale: 'en' }, { vers }));
      expect(answer.headers.get('location')).toBe(urls.home());
    }
    expect((await client.send('/langue/de')).status).toBe(404);
    expect((await client.send('/langue/__proto__')).status).toBe(404);
  });
});
