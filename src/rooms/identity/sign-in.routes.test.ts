import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeIn } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
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

const PASSWORD = 'un platane devant la mairie';
const isSignedIn = (client: SiteClient) => client.html.includes(urls.signOut());
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const withPassword = (courriel: string, password = PASSWORD) => ({
  courriel,
  'mot-de-passe': password,
});

/** Asks for a code and returns the mails that came of it. */
async function askForCode(client: SiteClient, courriel: string, next?: string) {
  await site.runJobs();
  const before = site.mails.length;
  await client.post(urls.signInByCode({ vers: next }), { courriel });
  await site.runJobs();
  return site.mails.slice(before);
}

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
      bodies.push(main(client.html).replaceAll(/value="[^"]*"/g, ''));
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

describe('signing in by code', () => {
  it('A4: one plain field that takes the code as pasted', async () => {
    const client = site.visitor();
    const [mail] = await askForCode(client, person.email, urls.account());
    expect(mail!.to).toBe(person.email);
    expect(client.path).toBe(urls.signInCode({ vers: urls.account() }));
    expect(main(client.html).match(/<input/g)).toHaveLength(1);
    expect(client.html).toContain('autocomplete="one-time-code"');
    await client.post(client.path, { code: `\u00a0${codeIn(mail!)} ` });
    expect(client.path).toBe(urls.account());
    expect(isSignedIn(client)).toBe(true);
  });

  it('W10: an unknown address gets the same pages, and no mail', async () => {
    const [known, unknown] = [site.visitor(), site.visitor()];
    await askForCode(known, person.email);
    expect(await askForCode(unknown, 'inconnue@exemple.fr')).toEqual([]);
    expect(main(unknown.html)).toBe(main(known.html));
    expect([...unknown.cookies.keys()]).toEqual([...known.cookies.keys()]);
    await known.post(urls.signInCode(), { code: '00000000' });
    await unknown.post(urls.signInCode(), { code: '00000000' });
    expect(unknown.status).toBe(422);
    expect(main(unknown.html)).toBe(main(known.html));
  });

  it('W10: a code serves once', async () => {
    const client = site.visitor();
    const [mail] = await askForCode(client, person.email);
    const cookies = new Map(client.cookies);
    await client.post(urls.signInCode(), { code: codeIn(mail!) });
    expect(isSignedIn(client)).toBe(true);
    const again = site.visitor();
    for (const [name, value] of cookies) again.cookies.set(name, value);
    await again.post(urls.signInCode(), { code: codeIn(mail!) });
    expect(again.status).toBe(422);
  });

  it('W10: a code serves once, also when it comes four times at once', async () => {
    const client = site.visitor();
    const [mail] = await askForCode(client, person.email);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => client.send(urls.signInCode(), { code: codeIn(mail!) })),
    );
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  });

  it('W10: the fifth wrong guess was the last, even for the right code', async () => {
    const client = site.visitor();
    const [mail] = await askForCode(client, person.email);
    const right = codeIn(mail!).replace(' ', '');
    const wrong = right === '11111111' ? '22222222' : '11111111';
    await Promise.all(
      Array.from({ length: 5 }, () => client.send(urls.signInCode(), { code: wrong })),
    );
    await client.post(urls.signInCode(), { code: right });
    expect(client.status).toBe(422);
  });

  it('W10: a code is over after fifteen minutes', async () => {
    const client = site.visitor();
    const [mail] = await askForCode(client, person.email);
    site.travel('15 minutes');
    await client.post(urls.signInCode(), { code: codeIn(mail!) });
    expect(client.status).toBe(422);
    site.travel(null);
  });

  it('W10: a code counts in the browser that asked for it, and for its own account', async () => {
    const other = await makePerson(site);
    const [mine, theirs] = [site.visitor(), site.visitor()];
    const [mail] = await askForCode(mine, person.email);
    const [otherMail] = await askForCode(theirs, other.email);
    await mine.post(urls.signInCode(), { code: codeIn(otherMail!) });
    expect(mine.status).toBe(422);
    await site.visitor().post(urls.signInCode(), { code: codeIn(mail!) });
    await theirs.post(urls.signInCode(), { code: codeIn(otherMail!) });
    expect(theirs.html).toContain(other.nickname);
  });

  it('W10: the same mailbox cannot be flooded, whatever its spelling', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const courriel = person.email.replace('@', `+${tries}@`);
      statuses.push((await site.visitor().send(urls.signInByCode(), { courriel })).status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });

  it('W9, W14: takes a megabyte, letters or nothing for what they are', async () => {
    const client = site.visitor();
    await askForCode(client, person.email);
    for (const code of [
      '',
      'abcdefgh',
      '1234567',
      '123456789',
      '１２３４５６７８',
      '\u0000'.repeat(8),
      '1'.repeat(200_000),
    ]) {
      await client.post(urls.signInCode(), { code });
      expect(client.status, code.slice(0, 20)).toBe(422);
    }
    expect((await client.send(urls.signInCode(), { code: '1'.repeat(1_000_000) })).status).toBe(
      413,
    );
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
    const [mail] = await askForCode(client, person.email);
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
