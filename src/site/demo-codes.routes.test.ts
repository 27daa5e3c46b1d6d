import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../tests/make/factors.ts';
import { type MadePerson, makePerson } from '../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { demoAccounts } from '../demo/accounts.ts';
import { insertOrganisation } from '../rooms/organisations/index.ts';
import { urls } from '../urls.ts';

const { email } = demoAccounts.find(({ role }) => role === 'administrator')!;

let site: TestSite;
let admin: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  const roles = ['administrator'] as const;
  admin = await makePerson(site, { email, roles, factorProven: false });
  await makeApp(site, email);
  // another account of the same town, which no newcomer signs in to
  await makeApp(site, (await makePerson(site, { roles })).email);
});
afterAll(() => site.close());

describe('/_code', () => {
  it('tells a newcomer the code that opens the back office of the demo', async () => {
    const { client } = admin;
    await client.get(urls.admin());
    expect(client.path).toBe(urls.verification({ vers: urls.admin() }));
    expect(client.html).toContain(`href="${urls.demoCodes()}"`);
    const back = client.path;
    await client.get(urls.demoCodes());
    const codes = [...client.main.matchAll(/<strong>(\d{6})<\/strong>/g)];
    expect(codes).toHaveLength(1);
    expect(client.main).toContain(email);
    await client.post(back, { code: codes[0]![1]! });
    expect(client.path).toBe(urls.admin());
    expect(client.status).toBe(200);
  });

  it('W3 says nothing away from this machine, nor in an organisation that is no demo', async () => {
    const away = { 'x-forwarded-for': '203.0.113.7' };
    expect((await admin.client.send(urls.demoCodes(), undefined, away)).status).toBe(404);
    const page = await admin.client.send(urls.verification(), undefined, away);
    expect(await page.text()).not.toContain(urls.demoCodes());
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
    expect((await site.visitor('autre.localhost').send(urls.demoCodes())).status).toBe(404);
  });
});
