import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../../tests/browser.ts';
import { mailsOf } from '../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../tests/make/people.ts';
import { openSession } from '../rooms/identity/index.ts';
import { urls } from '../urls.ts';

/** A phone with a device that answers in place of a finger (CDP WebAuthn). */
interface Phone {
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  authenticatorId: string;
}

describe.skipIf(!hasChromium)('passkeys', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  async function openPhone(person: MadePerson, javaScriptEnabled = true): Promise<Phone> {
    const context = await site.open({ javaScriptEnabled });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await signIn(context, person);
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { context, page, cdp, authenticatorId };
  }

  /** The password alone: what somebody has who signs in again. */
  async function signIn(context: BrowserContext, { id }: MadePerson): Promise<void> {
    const value = await openSession(site.db, site.organisationId, id, 'Firefox · Android');
    await context.addCookies([{ name: 'palabre', value, url: site.origin }]);
  }

  const officerOf = () => makePerson(site, { roles: ['officer'] });

  /** Adds a passkey from the back office's closed door, and goes on into it. */
  async function addPasskey({ page }: Phone, name: string): Promise<void> {
    await page.goto(urls.admin());
    await page.getByRole('link', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByLabel('Nom de cette clé').fill(name);
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vos codes de secours' }).waitFor();
    await page.getByRole('link', { name: 'Je les ai notés, continuer' }).click();
    await page.waitForURL((url) => url.pathname === urls.admin());
  }

  it('W11 opens the back office: added once, proven at the next session, told by mail', async () => {
    const officer = await officerOf();
    const phone = await openPhone(officer);
    const mails = await mailsOf(site, () => addPasskey(phone, 'Téléphone'));
    expect(mails[0]!.text).toContain('La clé d’accès «\u202fTéléphone\u202f»');
    await phone.context.clearCookies();
    await signIn(phone.context, officer);
    await phone.page.goto(urls.adminJournal());
    expect(new URL(phone.page.url()).pathname).toBe(urls.verification());
    await phone.page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
    await phone.page.waitForURL((url) => url.pathname === urls.adminJournal());
    await phone.context.close();
  });

  it('is renamed, then removed by proving it once more', async () => {
    const phone = await openPhone(await officerOf());
    const { page } = phone;
    await addPasskey(phone, 'Téléphone');
    await page.goto(urls.accountFactors());
    await page.getByRole('link', { name: 'Renommer' }).click();
    await page.getByLabel('Nom de cette clé').fill('Téléphone de service');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Le nouveau nom est enregistré.').waitFor();
    await page.getByRole('link', { name: 'Retirer Téléphone de service' }).click();
    await page.getByText('C’est votre dernière').waitFor();
    await page.getByRole('button', { name: 'Retirer avec ma clé d’accès' }).click();
    await page.getByText('C’est retiré.').waitFor();
    await page.goto(urls.admin());
    expect(new URL(page.url()).pathname).toBe(urls.accountFactors());
    await phone.context.close();
  });

  it('is not added twice from the same device, and a refusal is said in words', async () => {
    const phone = await openPhone(await officerOf());
    const { page, cdp, authenticatorId } = phone;
    await addPasskey(phone, 'Téléphone');
    await page.goto(urls.accountNewPasskey());
    await page.getByLabel('Nom de cette clé').fill('Le même');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await page.getByText('Votre navigateur n’a pas donné de clé').waitFor();
    await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    expect(new URL(page.url()).pathname).toBe(urls.accountNewPasskey());
    await phone.context.close();
  });

  it('W4 an answer counts once, in the session that asked for it, for its own purpose', async () => {
    const officer = await officerOf();
    const phone = await openPhone(officer);
    await addPasskey(phone, 'Téléphone');
    const { page, context } = phone;
    await context.clearCookies();
    await signIn(context, officer);
    await page.goto(urls.verification());
    const sent: string[] = [];
    // the browser's own request is held back: its answer is sent by others first
    await page.route(`**${urls.verification()}*`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      sent.push(new URLSearchParams(route.request().postData() ?? '').get('cle') ?? '');
      await route.abort();
    });
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
    await expect.poll(() => sent.length).toBe(1);
    const cle = sent[0]!;
    const mine = site.visitor();
    mine.cookies.set(
      'palabre',
      (await context.cookies()).find(({ name }) => name === 'palabre')!.value,
    );
    const another = site.visitor();
    another.cookies.set('palabre', await openSession(site.db, site.organisationId, officer.id, ''));
    const stranger = await makePerson(site, { roles: ['officer'], factorProven: false });
    const post = async (client: typeof mine, fields: Record<string, string>) =>
      (
        await client.send(urls.verification(), fields, {
          origin: site.origin,
          host: new URL(site.origin).host,
        })
      ).status;
    expect(await post(another, { cle }), 'another session').toBe(422);
    expect(await post(stranger.client, { cle }), 'another person').toBe(422);
    expect(
      (await Promise.all([post(mine, { cle }), post(mine, { cle })])).sort(),
      'twice at once',
    ).toEqual([303, 422]);
    await context.close();
  });

  it('W14 whatever else comes in its place is refused in words', async () => {
    const officer = await officerOf();
    const phone = await openPhone(officer);
    await addPasskey(phone, 'Téléphone');
    const client = site.visitor();
    client.cookies.set('palabre', await openSession(site.db, site.organisationId, officer.id, ''));
    for (const cle of [
      'x',
      '{}',
      '[]',
      'null',
      '{"__proto__":{"id":"a"},"constructor":1}',
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      '{"id":"\\u0000","rawId":"","type":"","response":{"clientDataJSON":""}}',
      '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"a"}}',
      `"${'a'.repeat(9000)}"`,
    ]) {
      expect((await client.send(urls.verificationAsk(), {})).status).toBe(200);
      await client.post(urls.verification(), { cle });
      expect(client.status, cle.slice(0, 40)).toBe(422);
      expect(client.html).toContain('Cette clé n’a pas pu être vérifiée.');
    }
    await phone.context.close();
  });

  it('without scripts the page says so, and a code does it', async () => {
    const officer = await officerOf();
    const phone = await openPhone(officer);
    await addPasskey(phone, 'Téléphone');
    await phone.context.close();
    const plain = await openPhone(officer, false);
    await plain.page.goto(urls.verification());
    await plain.page.getByText('Votre clé d’accès demande JavaScript').waitFor();
    expect(
      await plain.page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).isVisible(),
    ).toBe(false);
    expect(await plain.page.getByLabel('Code de secours').isVisible()).toBe(true);
    await plain.context.close();
  });
});
