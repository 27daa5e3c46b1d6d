import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeIn, mailsOf } from '../../../tests/make/mails.ts';
import { isSignedIn, type MadePerson, makePerson, PASSWORD } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
let person: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  person = await makePerson(site, { password: PASSWORD });
});

/** Asks for a code and returns the mails that came of it. */
const askForCode = (client: SiteClient, courriel: string, next?: string) =>
  mailsOf(site, () => client.post(urls.signInByCode({ vers: next }), { courriel }));

describe('signing in by code', () => {
  it('A4: one plain field that takes the code as pasted', async () => {
    const client = site.visitor();
    const [mail] = await askForCode(client, person.email, urls.account());
    expect(mail!.to).toBe(person.email);
    expect(client.path).toBe(urls.signInCode({ vers: urls.account() }));
    expect(client.main.match(/<input/g)).toHaveLength(1);
    expect(client.html).toContain('autocomplete="one-time-code"');
    await client.post(client.path, { code: `\u00a0${codeIn(mail!)} ` });
    expect(client.path).toBe(urls.account());
    expect(isSignedIn(client)).toBe(true);
  });

  it('W10: an unknown address gets the same pages, and no mail', async () => {
    const [known, unknown] = [site.visitor(), site.visitor()];
    await askForCode(known, person.email);
    expect(await askForCode(unknown, 'inconnue@exemple.fr')).toEqual([]);
    expect(unknown.main).toBe(known.main);
    expect([...unknown.cookies.keys()]).toEqual([...known.cookies.keys()]);
    await known.post(urls.signInCode(), { code: '00000000' });
    await unknown.post(urls.signInCode(), { code: '00000000' });
    expect(unknown.status).toBe(422);
    expect(unknown.main).toBe(known.main);
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
