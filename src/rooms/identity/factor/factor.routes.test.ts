import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  codeFor,
  keyOn,
  makeApp,
  recoveryCodesOn,
  setUpApp,
} from '../../../../tests/make/factors.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import {
  type MadePerson,
  makePerson,
  openBrowser,
  PASSWORD,
  signIn,
} from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { runResetSecondFactor } from '../../../cli/reset-second-factor.ts';
import { urls } from '../../../urls.ts';
import { holdsSecondFactor } from '../index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  officer = await makePerson(site, { roles: ['officer'], password: PASSWORD, factorProven: false });
});

const statusOf = async (client: SiteClient, path: string, fields?: Record<string, string>) =>
  (await client.send(path, fields)).status;
const mayEnter = async (client: SiteClient) => (await statusOf(client, urls.admin())) === 200;
const verify = (client: SiteClient, code: string) =>
  client.post(urls.verification({ vers: urls.admin() }), { code });

const otherBrowser = () => openBrowser(site, officer.email);

describe('W11 a role without a second factor', () => {
  it('opens nothing: a page leads to setting one up, a form is refused in words', async () => {
    const { client } = officer;
    await client.get(urls.adminJournal());
    expect(client.path).toBe(urls.accountFactors({ vers: urls.adminJournal() }));
    expect(client.html).toContain('À faire avant d’utiliser vos droits');
    await client.post(urls.adminNewEdition(), { titre: 'Une édition' });
    expect(client.status).toBe(403);
    expect(client.html).toContain('Rien n’a été enregistré');
    expect(client.html).toContain(urls.verification());
  });

  it('leads back to where the person was going, once it is set up: session under a new token', async () => {
    const { client } = officer;
    await client.get(urls.adminJournal());
    const before = client.cookies.get('palabre')!;
    const next = { vers: urls.adminJournal() };
    await client.post(urls.accountAppStart(next));
    const key = keyOn(client);
    await client.post(urls.accountApp(next), {
      code: await codeFor(site, key),
      'mot-de-passe-actuel': PASSWORD,
    });
    recoveryCodesOn(client);
    expect(client.headers.get('cache-control')).toContain('no-store');
    expect(client.html).toContain(`href="${urls.adminJournal()}"`);
    expect(client.cookies.get('palabre')).not.toBe(before);
    expect(await mayEnter(client)).toBe(true);
    client.cookies.set('palabre', before);
    expect(await statusOf(client, urls.account())).toBe(303);
  });

  it('is said by identity’s door', async () => {
    const holds = () => holdsSecondFactor(site.db, site.organisationId, officer.id);
    expect(await holds()).toBe(false);
    await officer.client.post(urls.accountAppStart());
    expect(await holds(), 'not while it is being set up').toBe(false);
    await makeApp(site, officer.email);
    expect(await holds()).toBe(true);
  });

  it('the way to the back office stays in the header, and leads through the proof', async () => {
    await makeApp(site, officer.email);
    await officer.client.get('/');
    expect(officer.client.html).toContain(`href="${urls.admin()}"`);
    await officer.client.get(urls.admin());
    expect(officer.client.path).toBe(urls.verification({ vers: urls.admin() }));
  });
});

describe('setting up an application', () => {
  it('asks for the password with the first factor, and for a code that comes from it', async () => {
    const { client } = officer;
    await client.post(urls.accountAppStart());
    const key = keyOn(client);
    await client.post(urls.accountApp(), { code: await codeFor(site, key) });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Ce n’est pas votre mot de passe actuel.');
    for (const code of ['000000', '', 'abcde-fgh23', await codeFor(site, key, 300)]) {
      await client.post(urls.accountApp(), { code, 'mot-de-passe-actuel': PASSWORD });
      expect(client.status, code).toBe(422);
      expect(keyOn(client), 'the same key as before').toBe(key);
    }
    expect(await mayEnter(client)).toBe(false);
  });

  it('draws another key each time, and keeps none in the clear', async () => {
    const { client } = officer;
    await client.post(urls.accountAppStart());
    const first = keyOn(client);
    await client.get(urls.accountApp());
    expect(keyOn(client)).toBe(first);
    await client.post(urls.accountAppStart());
    const second = keyOn(client);
    expect(second).not.toBe(first);
    const { rows } = await site.pool.query('select * from authenticator_app');
    expect(JSON.stringify(rows)).not.toContain(second);
  });

  it('is told by mail and in the journal, which says nothing but that', async () => {
    const mails = await mailsOf(site, () => setUpApp(site, officer.client, PASSWORD));
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [officer.email, 'Une application protège votre compte · Fleury'],
    ]);
    const { rows } = await site.pool.query(
      `select kind, actor_id, subject_id, detail from fact where kind like 'second-factor%' and actor_id = $1`,
      [officer.id],
    );
    expect(rows).toEqual([
      {
        kind: 'second-factor.added',
        actor_id: officer.id,
        subject_id: officer.id,
        detail: { factor: 'app' },
      },
    ]);
  });

  it('W11 a stolen password adds no factor to an account that has one', async () => {
    await makeApp(site, officer.email);
    const thief = await otherBrowser();
    for (const path of [
      urls.accountAppStart(),
      urls.accountApp(),
      urls.accountNewPasskey(),
      urls.accountNewPasskeyAsk(),
    ])
      expect(await statusOf(thief, path, { 'mot-de-passe-actuel': PASSWORD }), path).toBe(403);
    await thief.get(urls.accountNewPasskey());
    expect(thief.path).toContain(urls.verification());
  });
});

describe('recovery codes', () => {
  it('serve once each, and are kept as keyed hashes', async () => {
    const { codes } = await setUpApp(site, officer.client, PASSWORD);
    const { rows } = await site.pool.query('select * from recovery_code where person_id = $1', [
      officer.id,
    ]);
    expect(rows).toHaveLength(10);
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''));
    const [one, two] = [await otherBrowser(), await otherBrowser()];
    await verify(one, codes[0]!.toUpperCase());
    expect(one.path).toBe(urls.admin());
    await verify(two, codes[0]!);
    expect(two.status).toBe(422);
    await verify(two, codes[1]!);
    expect(two.path).toBe(urls.admin());
    await two.get(urls.accountFactors());
    expect(two.html).toContain('Il vous en reste 8.');
  });

  it('are replaced for a proof only, and the old ones are worth nothing', async () => {
    const { key, codes } = await setUpApp(site, officer.client, PASSWORD);
    await officer.client.post(urls.accountRecoveryCodes(), {});
    expect(officer.client.status).toBe(422);
    await officer.client.post(urls.accountRecoveryCodes(), { code: await codeFor(site, key, 30) });
    const fresh = recoveryCodesOn(officer.client);
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    const other = await otherBrowser();
    await verify(other, codes[0]!);
    expect(other.status).toBe(422);
    await verify(other, fresh[0]!);
    expect(other.path).toBe(urls.admin());
  });
});

describe('removing a factor', () => {
  const removal = urls.accountRemoveFactor({ factor: 'application' });

  it('asks for it once more, ends what was proven, takes the codes along, and is told', async () => {
    const { key, codes } = await setUpApp(site, officer.client, PASSWORD);
    await officer.client.get(removal);
    expect(officer.client.html).toContain('C’est votre dernière');
    await officer.client.post(removal, { code: '' });
    expect(officer.client.status).toBe(422);
    expect(await mayEnter(officer.client)).toBe(true);
    const mails = await mailsOf(site, async () =>
      officer.client.post(removal, { code: await codeFor(site, key, 30) }),
    );
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Une protection de votre compte a été retirée · Fleury',
    ]);
    expect(await mayEnter(officer.client)).toBe(false);
    await officer.client.get(urls.admin());
    expect(officer.client.path).toBe(urls.accountFactors({ vers: urls.admin() }));
    await verify(officer.client, codes[0]!);
    expect(officer.client.status).toBe(422);
  });

  it('is for a session that has proven one', async () => {
    await makeApp(site, officer.email);
    await officer.client.get(removal);
    expect(officer.client.path).toContain(urls.verification());
    expect(await statusOf(officer.client, removal, { code: '123456' })).toBe(403);
  });

  it('knows nothing that is not there', async () => {
    await setUpApp(site, officer.client, PASSWORD);
    for (const factor of ['autre', 'ffffffff-ffff-4fff-8fff-ffffffffffff', '%00'])
      expect(
        await statusOf(officer.client, `/compte/double-authentification/retirer/${factor}`),
      ).toBe(404);
  });
});

describe('an administrator', () => {
  let admin: MadePerson;
  let code: () => Promise<string>;
  beforeEach(async () => {
    admin = await makePerson(site, { roles: ['administrator'] });
    code = await makeApp(site, admin.email);
  });
  const resetOf = (person: MadePerson) => urls.adminResetFactors({ person: person.id });

  it('sees who has a role, and whether it opens anything', async () => {
    await makeApp(site, officer.email);
    await admin.client.get(urls.adminAccess());
    expect(admin.client.html).toContain(resetOf(officer));
    expect(admin.client.html).not.toContain(resetOf(admin));
  });

  it('resets another’s factors with a proof: all is gone, devices closed, told by mail and in the journal', async () => {
    await makeApp(site, officer.email);
    await signIn(site, officer.client, officer.id);
    await admin.client.post(resetOf(officer), { code: '000000' });
    expect(admin.client.status).toBe(422);
    expect(await mayEnter(officer.client)).toBe(true);
    const mails = await mailsOf(site, async () =>
      admin.client.post(resetOf(officer), { code: await code() }),
    );
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [officer.email, 'Votre double authentification a été réinitialisée · Fleury'],
    ]);
    expect(await statusOf(officer.client, urls.account()), 'signed out').toBe(303);
    expect(await holdsSecondFactor(site.db, site.organisationId, officer.id)).toBe(false);
    await admin.client.get(urls.adminJournal());
    expect(admin.client.main).toContain('a réinitialisé la double authentification de');
  });

  it('W3 does not reset their own that way, nor somebody’s who has none', async () => {
    for (const person of [admin, officer])
      expect(await statusOf(admin.client, resetOf(person), { code: await code() })).toBe(404);
    const chief = await makePerson(site, { roles: ['officer'] });
    await makeApp(site, officer.email);
    expect(await statusOf(chief.client, resetOf(officer), { code: '123456' })).toBe(403);
  });

  it('who is the only one, and has lost everything, is helped from the machine', async () => {
    const said: string[] = [];
    const output = {
      out: (words: string) => said.push(words),
      err: (words: string) => said.push(words),
    };
    const run = (email: string) =>
      runResetSecondFactor([email, '--organisation', 'fleury'], site.db, output);
    expect(await run('personne@exemple.fr')).toBe(2);
    const mails = await mailsOf(site, async () => expect(await run(admin.email)).toBe(0));
    expect(mails.map(({ to }) => to)).toEqual([admin.email]);
    expect(await holdsSecondFactor(site.db, site.organisationId, admin.id)).toBe(false);
    expect(await run(admin.email), 'nothing left').toBe(2);
  });
});
