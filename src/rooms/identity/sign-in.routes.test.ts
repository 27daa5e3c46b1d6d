import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeIn, mailsOf } from '../../../tests/make/mails.ts';
import { isSignedIn, type MadePerson, makePerson, PASSWORD } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { insertOrganisation } from '../organisations/index.ts';

let site: TestSite;
let person: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  person = await makePerson(site, { password: PASSWORD });
});

const withPassword = (courriel: string, password = PASSWORD) => ({
  courriel,
  'mot-de-passe': password,
});

describe('signing in by password', () => {
  it('goes on to where the person was going, and nowhere else', async () => {
    const client = await site.visitor().get(urls.account());
    expect(client.path).toBe(urls.signIn({ vers: urls.account() }));
    await client.post(client.path, withPassword(person.email));
    expect(client.path).toBe(urls.account());
    expect(client.html).toContain(person.nickname);
    for (const next of [
      'https://ailleurs.example/',
      '//ailleurs.example',
      '/\\ailleurs.example',
      'x',
    ]) {
      const answer = await site
        .visitor()
        .send(urls.signIn({ vers: next }), withPassword(person.email));
      expect(answer.headers.get('location')).toBe(urls.home());
    }
  });

  it('keeps the session from scripts and from other sites', async () => {
    const answer = await site.visitor().send(urls.signIn(), withPassword(person.email));
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('palabre='));
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${30 * 86_400}`])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });

  it('over https, the cookie is bound to this very host', async () => {
    const answer = await site.fetch(
      new Request(`https://localhost${urls.signIn()}`, {
        method: 'POST',
        body: new URLSearchParams(withPassword(person.email)),
        headers: { origin: 'https://localhost' },
      }),
    );
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-palabre='));
    for (const part of ['Secure', 'HttpOnly', 'Path=/']) expect(cookie).toContain(part);
  });

  it('takes any spelling of the address', async () => {
    const client = site.visitor();
    await client.post(urls.signIn(), withPassword(person.email.toUpperCase().replace('@', '+x@')));
    expect(isSignedIn(client)).toBe(true);
  });

  it('W10: says the same words for a wrong password, an unknown address, and no address at all', async () => {
    const bodies: string[] = [];
    for (const courriel of [
      person.email,
      'inconnue@exemple.fr',
      'pas une adresse',
      "' or 1=1 --@x",
    ]) {
      const client = site.visitor();
      await client.post(urls.signIn(), withPassword(courriel, 'un tout autre mot de passe'));
      expect(client.status).toBe(422);
      bodies.push(client.main.replaceAll(/value="[^"]*"/g, ''));
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it('W10: takes as long for an unknown address', async () => {
    const time = async (courriel: string) => {
      const begun = performance.now();
      await site
        .visitor()
        .send(urls.signIn(), withPassword(courriel, 'un tout autre mot de passe'));
      return performance.now() - begun;
    };
    const [here, nowhere]: [number[], number[]] = [[], []];
    for (let round = 0; round < 5; round += 1) {
      nowhere.push(await time(`inconnue.${round}@exemple.fr`));
      here.push(await time(person.email));
    }
    expect(Math.min(...here)).toBeGreaterThan(Math.min(...nowhere) / 2);
    expect(Math.min(...nowhere)).toBeGreaterThan(Math.min(...here) / 2);
  });

  it('W10: stops guesses at one account, in words, and only for a while', async () => {
    const guess = () =>
      site.visitor().send(urls.signIn(), withPassword(person.email, 'faux mot de passe'));
    for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(422);
    const stopped = await guess();
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    const others = await makePerson(site, { password: PASSWORD });
    const client = await site.visitor().post(urls.signIn(), withPassword(others.email));
    expect(isSignedIn(client)).toBe(true);
    site.travel('16 minutes');
    expect((await guess()).status).toBe(422);
    site.travel(null);
  });

  it('W3: an account of one organisation opens nothing in another', async () => {
    await insertOrganisation(site.db, {
      slug: 'autre',
      name: 'Autre',
      host: 'autre.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'contact@autre.example',
      tagline: '',
      charter: 'Respect.',
    });
    const client = site.visitor('autre.localhost');
    await client.post(urls.signIn(), withPassword(person.email));
    expect(client.status).toBe(422);
    client.cookies.set('palabre', person.client.cookies.get('palabre')!);
    await client.get(urls.account());
    expect(client.path).toBe(urls.signIn({ vers: urls.account() }));
  });

  it('an account without a password cannot be signed in to with any', async () => {
    const without = await makePerson(site);
    const client = site.visitor();
    await client.post(urls.signIn(), withPassword(without.email, 'a password that nobody has'));
    expect(client.status).toBe(422);
  });
});

describe('sessions', () => {
  it('W11: a session begins under a new token, whatever the browser brought', async () => {
    const client = site.visitor();
    client.cookies.set('palabre', 'a-token-that-an-attacker-chose');
    await client.post(urls.signIn(), withPassword(person.email));
    const token = client.cookies.get('palabre')!;
    expect(token).not.toBe('a-token-that-an-attacker-chose');
    const again = site.visitor();
    again.cookies.set('palabre', 'a-token-that-an-attacker-chose');
    await again.get(urls.home());
    expect(isSignedIn(again)).toBe(false);
  });

  it('W11: signing out ends the session itself, not only its cookie', async () => {
    const client = site.visitor();
    await client.post(urls.signIn(), withPassword(person.email));
    const token = client.cookies.get('palabre')!;
    await client.post(urls.signOut());
    expect(client.cookies.has('palabre')).toBe(false);
    client.cookies.set('palabre', token);
    await client.get(urls.account());
    expect(client.path).toBe(urls.signIn({ vers: urls.account() }));
  });

  it('W11: the database holds no token', async () => {
    const token = person.client.cookies.get('palabre')!;
    const rows = await site.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('W5: a session does not travel with a form from elsewhere', async () => {
    const { client } = person;
    const answer = await client.send(urls.signOut(), {}, { origin: 'https://ailleurs.example' });
    expect(answer.status).toBe(403);
    await client.get(urls.account());
    expect(client.status).toBe(200);
  });

  it('integrity 0.4: nothing finer than a day stays beside a person who signs in', async () => {
    const client = site.visitor();
    const [mail] = await mailsOf(site, () =>
      client.post(urls.signInByCode(), { courriel: person.email }),
    );
    await client.post(urls.signInCode(), { code: codeIn(mail!) });
    const session = await site.db
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', person.id)
      .execute();
    for (const value of session.flatMap(Object.values)) expect(value).not.toBeInstanceOf(Date);
    const proofs = await site.db
      .selectFrom('mail_proof')
      .selectAll()
      .where('person_id', '=', person.id)
      .execute();
    expect(proofs).toEqual([]);
    const facts = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('actor_id', '=', person.id)
      .execute();
    expect(facts).toEqual([{ kind: 'person.joined' }]);
  });
});
