import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson, PASSWORD, signIn } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
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

const NEXT = 'deux tilleuls derrière le lavoir';

async function signInWith(password: string, email = person.email): Promise<number> {
  const fields = { courriel: email, 'mot-de-passe': password };
  return (await site.visitor().send(urls.signIn(), fields)).status;
}

const askForPasswordLink = (email = person.email) =>
  mailsOf(site, () => site.visitor().post(urls.forgottenPassword(), { courriel: email }));

describe('a forgotten password', () => {
  it('is replaced through a link, which serves once and closes every device', async () => {
    const [mail] = await askForPasswordLink();
    const client = site.visitor();
    await client.get(linkIn(mail!));
    const told = await mailsOf(site, () => client.post(linkIn(mail!), { 'mot-de-passe': NEXT }));
    expect(client.html).toContain('Votre mot de passe est enregistré');
    expect(client.html).toContain(person.nickname);
    expect(told.map((one) => one.subject)).toEqual(['Votre mot de passe a changé · Fleury']);
    expect(await signInWith(PASSWORD)).toBe(422);
    expect(await signInWith(NEXT)).toBe(303);
    await person.client.get(urls.account());
    expect(person.client.path).toBe(urls.signIn({ vers: urls.account() }));
    expect((await client.post(linkIn(mail!), { 'mot-de-passe': PASSWORD })).status).toBe(410);
  });

  it('W10: says the same words for an unknown address, and sends it nothing', async () => {
    const [known, unknown] = [site.visitor(), site.visitor()];
    await known.post(urls.forgottenPassword(), { courriel: person.email });
    const mails = await mailsOf(site, () =>
      unknown.post(urls.forgottenPassword(), { courriel: 'inconnue@exemple.fr' }),
    );
    expect(mails).toEqual([]);
    expect(unknown.html).toBe(known.html);
  });

  it('a link is over after an hour; a refused password keeps it', async () => {
    const [mail] = await askForPasswordLink();
    const client = await site.visitor().post(linkIn(mail!), { 'mot-de-passe': 'court' });
    expect(client.status).toBe(422);
    await client.post(linkIn(mail!), { 'mot-de-passe': person.email });
    expect(client.status).toBe(422);
    site.travel('61 minutes');
    expect((await client.get(linkIn(mail!))).status).toBe(410);
    site.travel(null);
  });
});

describe('changing one’s password', () => {
  it('asks for the current one, closes other devices, keeps this one, and tells by mail', async () => {
    const elsewhere = site.visitor();
    await signIn(site, elsewhere, person.id, { device: 'Safari · iPhone' });
    const { client } = person;
    await client.post(urls.accountPassword(), {
      'mot-de-passe-actuel': 'faux',
      'mot-de-passe': NEXT,
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#mot-de-passe-actuel"');
    const told = await mailsOf(site, () =>
      client.post(urls.accountPassword(), {
        'mot-de-passe-actuel': PASSWORD,
        'mot-de-passe': NEXT,
      }),
    );
    expect(told.map((one) => one.to)).toEqual([person.email]);
    expect(client.path).toBe(urls.account());
    expect(await signInWith(NEXT)).toBe(303);
    await elsewhere.get(urls.account());
    expect(elsewhere.path).toBe(urls.signIn({ vers: urls.account() }));
  });

  it('an account without one chooses its first', async () => {
    const { client, email } = await makePerson(site);
    await client.get(urls.accountPassword());
    expect(client.html).not.toContain('mot-de-passe-actuel');
    await client.post(urls.accountPassword(), { 'mot-de-passe': NEXT });
    expect(await signInWith(NEXT, email)).toBe(303);
  });
});

describe('W4: a mailed link works for its own purpose only', () => {
  it('neither a password link, nor an address link, nor a confirmation opens the others', async () => {
    const [reset] = await askForPasswordLink();
    const [change] = await mailsOf(site, () =>
      person.client.post(urls.accountEmail(), {
        courriel: `w4-${person.id}@exemple.fr`,
        'mot-de-passe-actuel': PASSWORD,
      }),
    );
    const [confirm] = await mailsOf(site, () =>
      site.visitor().post(urls.signUp(), {
        nom: 'X Y',
        surnom: `W4 ${person.id.slice(0, 8)}`,
        courriel: `w4-confirm-${person.id}@exemple.fr`,
        'mot-de-passe': PASSWORD,
        charte: 'oui',
      }),
    );
    const token = (mail: { text: string } | undefined) =>
      /\/([0-9a-f]{64})\b/.exec(mail!.text)![1]!;
    const doors = {
      reset: (one: string) => urls.newPassword({ token: one }),
      change: (one: string) => urls.confirmEmail({ token: one }),
      confirm: (one: string) => urls.confirmAddress({ token: one }),
      install: (one: string) => urls.installation({ token: one }),
    };
    const keys = { reset: token(reset), change: token(change), confirm: token(confirm) };
    for (const [key, secret] of Object.entries(keys)) {
      for (const [door, open] of Object.entries(doors)) {
        if (door === key) continue;
        const { client } = person;
        await client.get(open(secret));
        expect(client.status, `${key} at ${door}`).toBe(410);
        await client.post(open(secret), { 'mot-de-passe': NEXT });
        expect(client.status, `${key} posted at ${door}`).toBe(410);
      }
    }
    // and each still opens its own
    expect((await person.client.get(doors.reset(keys.reset))).status).toBe(200);
  });
});
