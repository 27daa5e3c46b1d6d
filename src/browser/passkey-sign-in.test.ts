import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { type MadePerson, makePerson } from '../../tests/make/people.ts';
import { openSession } from '../rooms/identity/index.ts';
import { urls } from '../urls.ts';

/** A phone whose device keeps passkeys, and answers in place of a finger (CDP WebAuthn). */
interface Phone {
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  authenticatorId: string;
}

const OFFER = 'Me connecter avec ma clé d’accès';

describe.skipIf(!hasChromium)('signing in by a passkey alone', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  async function openPhone({ keeps = true } = {}): Promise<Phone> {
    const context = await site.open();
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: keeps,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { context, page, cdp, authenticatorId };
  }

  /** Adds a passkey from the account's page of security, then signs out of everything. */
  async function addPasskey({ context, page }: Phone, person: MadePerson): Promise<void> {
    const value = await openSession(site.db, site.organisationId, person.id, 'Firefox · Android');
    await context.addCookies([{ name: 'palabre', value, url: site.origin }]);
    await page.goto(urls.accountNewPasskey());
    await page.getByLabel('Nom de cette clé').fill('Téléphone');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vos codes de secours' }).waitFor();
    await context.clearCookies();
  }

  /** The device's answer, held back from its own browser: others send it in its place. */
  async function holdAnswer({ page }: Phone): Promise<string> {
    const sent: string[] = [];
    await page.route(`**${urls.signInByPasskey()}*`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      sent.push(new URLSearchParams(route.request().postData() ?? '').get('cle') ?? '');
      await route.abort();
    });
    await page.goto(urls.signInByPasskey());
    await page.getByRole('button', { name: OFFER }).click();
    await expect.poll(() => sent.length).toBe(1);
    return sent[0]!;
  }

  async function sendAs(cookies: Record<string, string>, cle: string): Promise<Response> {
    const client = site.visitor();
    for (const [name, value] of Object.entries(cookies)) client.cookies.set(name, value);
    const { origin } = site;
    return client.send(urls.signInByPasskey(), { cle }, { origin, host: new URL(origin).host });
  }

  const cookiesOf = async ({ context }: Phone) =>
    Object.fromEntries((await context.cookies()).map(({ name, value }) => [name, value]));

  it('W11 opens the account, then the office, under a session of its own, and nothing is typed', async () => {
    const officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
    const phone = await openPhone();
    const { page, context } = phone;
    await addPasskey(phone, officer);
    const planted = 'a'.repeat(64);
    await context.addCookies([{ name: 'palabre', value: planted, url: site.origin }]);
    await page.goto(urls.signIn({ vers: urls.adminJournal() }));
    await page.getByRole('button', { name: OFFER }).click();
    await page.waitForURL((url) => url.pathname === urls.adminJournal());
    expect((await cookiesOf(phone)).palabre).not.toBe(planted);
    await page.goto(urls.accountFactors());
    await page.getByText('Ouvre aussi votre compte sans mot de passe.').waitFor();
    expect(await site.db.selectFrom('sign_in_challenge').selectAll().execute()).toEqual([]);
    await context.close();
  });

  it('W4 an answer counts once, in the browser that asked for it', async () => {
    const phone = await openPhone();
    await addPasskey(phone, await makePerson(site));
    const cle = await holdAnswer(phone);
    const { cle: secret } = await cookiesOf(phone);
    const status = async (cookies: Record<string, string>) => (await sendAs(cookies, cle)).status;
    expect(await status({}), 'no browser').toBe(422);
    expect(await status({ cle: 'b'.repeat(64) }), 'another browser').toBe(422);
    const twice = [status({ cle: secret! }), status({ cle: secret! })];
    expect((await Promise.all(twice)).sort(), 'twice at once').toEqual([303, 422]);
    await phone.context.close();
  });

  it('W4 a challenge is over after five minutes', async () => {
    const phone = await openPhone();
    await addPasskey(phone, await makePerson(site));
    const cle = await holdAnswer(phone);
    const { cle: secret } = await cookiesOf(phone);
    site.travel('6 minutes');
    const { status } = await sendAs({ cle: secret! }, cle);
    site.travel(null);
    expect(status).toBe(422);
    await phone.context.close();
  });

  it('W11 a device that has not verified its holder opens nothing', async () => {
    const phone = await openPhone();
    const { page, cdp, authenticatorId } = phone;
    await addPasskey(phone, await makePerson(site));
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.goto(urls.signIn());
    await page.getByRole('button', { name: OFFER }).click();
    await page.getByText('Votre appareil n’a donné aucune clé').waitFor();
    // a browser that was made to ask for less gets an answer; the site refuses it
    await page.route(`**${urls.signInByPasskeyAsk()}`, async (route) => {
      const response = await route.fetch();
      const json = { ...(await response.json()), userVerification: 'discouraged' };
      await route.fulfill({ response, json });
    });
    await page.getByRole('button', { name: OFFER }).click();
    await page.getByText('votre appareil n’a pas vérifié que c’est bien vous').first().waitFor();
    expect((await cookiesOf(phone)).palabre).toBeUndefined();
    await phone.context.close();
  });

  it('W11 a removed key opens nothing', async () => {
    const person = await makePerson(site);
    const phone = await openPhone();
    const { page } = phone;
    await addPasskey(phone, person);
    await site.db.deleteFrom('passkey').where('person_id', '=', person.id).execute();
    await page.goto(urls.signIn());
    await page.getByRole('button', { name: OFFER }).click();
    await page.getByText('Cette clé n’ouvre pas de compte ici').first().waitFor();
    expect((await cookiesOf(phone)).palabre).toBeUndefined();
    await phone.context.close();
  });

  it('W11 a key that keeps no account stays a second factor, and does not sign in', async () => {
    const person = await makePerson(site);
    const phone = await openPhone({ keeps: false });
    await addPasskey(phone, person);
    const keys = site.db.selectFrom('passkey').select('discoverable');
    expect(await keys.where('person_id', '=', person.id).execute()).toEqual([
      { discoverable: false },
    ]);
    await phone.context.close();
  });

  it('W10 W14 asks the same of everybody, names no account, and refuses the rest in words', async () => {
    const client = site.visitor();
    const asked = await client.send(urls.signInByPasskeyAsk(), {});
    const options = (await asked.json()) as Record<string, unknown>;
    expect(options).toMatchObject({ userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const handle = (userHandle: unknown) =>
      JSON.stringify({
        id: 'a',
        rawId: 'a',
        type: 'public-key',
        response: { clientDataJSON: 'a', userHandle },
      });
    for (const cle of [
      'x',
      '{}',
      'null',
      '{"__proto__":{"id":"a"}}',
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      handle('a'),
      handle(1),
      handle('\u0000'),
      handle('a'.repeat(9000)),
    ]) {
      await client.send(urls.signInByPasskeyAsk(), {});
      await client.post(urls.signInByPasskey(), { cle });
      expect(client.status, cle.slice(0, 40)).toBe(422);
      expect(client.html).toContain('Cette clé n’ouvre pas de compte ici');
    }
  });

  it('is offered only where the browser can: without scripts the page is what it was', async () => {
    const context = await site.open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urls.signIn());
    expect(await page.getByRole('button', { name: OFFER }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Recevoir un code' }).isVisible()).toBe(true);
    await page.goto(urls.signInByPasskey());
    await page.getByText('Sans eux, connectez-vous autrement').waitFor();
    await context.close();
  });
});
