import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeIn, linkIn } from '../../../tests/make/mails.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const PASSWORD = 'un platane devant la mairie';
let made = 0;

function someone() {
  made += 1;
  return {
    nom: 'Camille Durand',
    surnom: `Camille ${made}`,
    courriel: `camille.${made}@exemple.fr`,
    'mot-de-passe': PASSWORD,
    charte: 'oui',
  };
}

/** Signs up and returns the mail that came. */
async function signUp(client: SiteClient, fields: Record<string, string>, next?: string) {
  await client.post(urls.signUp({ vers: next }), fields);
  const before = site.mails.length;
  await site.runJobs();
  return site.mails.slice(before);
}

const isSignedIn = (client: SiteClient) => client.html.includes(urls.signOut());

describe('signing up', () => {
  it('R70: asks for nom, surnom, e-mail, mot de passe and the charter, and nothing else', async () => {
    const { html } = await site.visitor().get(urls.signUp());
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const names = [...main.matchAll(/<(?:input|select|textarea)[^>]*\bname="([^"]+)"/g)];
    expect(names.map((match) => match[1])).toEqual([
      'nom',
      'surnom',
      'courriel',
      'mot-de-passe',
      'charte',
    ]);
  });

  it('R34: the link of the mail confirms, signs in, and goes on to where the person was going', async () => {
    const client = site.visitor();
    const [mail] = await signUp(client, someone(), urls.charter());
    expect(client.path).toBe(urls.signUpSent({ vers: urls.charter() }));
    expect(mail).toMatchObject({ to: `camille.${made}@exemple.fr`, locale: 'fr' });
    await client.get(linkIn(mail!));
    expect(isSignedIn(client)).toBe(false);
    await client.post(linkIn(mail!));
    expect(client.path).toBe(urls.charter());
    expect(isSignedIn(client)).toBe(true);
  });
});
void makePerson;
void codeIn;
