import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeFor, makeApp, setUpApp } from '../../../../tests/make/factors.ts';
import {
  type MadePerson,
  makePerson,
  openBrowser,
  PASSWORD,
  signIn,
} from '../../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { grantRole, revokeRole } from '../index.ts';

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

describe('proving it', () => {
  it('W11 opens this session alone, under a new token', async () => {
    const code = await makeApp(site, officer.email);
    const other = await otherBrowser();
    const { client } = officer;
    const before = client.cookies.get('palabre');
    await verify(client, await code());
    expect(client.path).toBe(urls.admin());
    expect(client.cookies.get('palabre')).not.toBe(before);
    expect(await mayEnter(other)).toBe(false);
    const { rows } = await site.pool.query(
      'select second_factor_on::text as day from session where person_id = $1 order by 1',
      [officer.id],
    );
    expect(rows.map(({ day }) => day)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/), null]);
  });

  it('never takes a code twice, even twenty times at the same instant', async () => {
    const code = await (await makeApp(site, officer.email))();
    const browsers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = site.visitor();
        await signIn(site, client, officer.id, { factorProven: false });
        return client;
      }),
    );
    const answers = await Promise.all(
      browsers.map((client) => statusOf(client, urls.verification(), { code })),
    );
    expect(answers.sort()).toEqual([303, ...Array(7).fill(422)]);
  });

  it('takes the step before and the step after, and not the same one again', async () => {
    const { key } = await setUpApp(site, officer.client, PASSWORD);
    site.travel('10 minutes');
    const code = await codeFor(site, key);
    site.travel('10 minutes 30 seconds');
    const late = await otherBrowser();
    await verify(late, code);
    expect(late.status, 'thirty seconds late').toBe(200);
    const again = await otherBrowser();
    await verify(again, code);
    expect(again.status, 'used already').toBe(422);
    site.travel('20 minutes');
    const old = await codeFor(site, key);
    site.travel('22 minutes');
    await verify(again, old);
    expect(again.status, 'two minutes old').toBe(422);
  });

  it('W10 limits guesses by session and by account, across browsers', async () => {
    const code = await makeApp(site, officer.email);
    const guess = async (client: SiteClient, times: number) => {
      const statuses: number[] = [];
      for (let time = 0; time < times; time += 1)
        statuses.push(await statusOf(client, urls.verification(), { code: '000001' }));
      return statuses;
    };
    expect(await guess(await otherBrowser(), 7)).toEqual([...Array(6).fill(422), 429]);
    expect(await guess(await otherBrowser(), 5)).toEqual([422, 422, 422, 422, 429]);
    await verify(officer.client, await code());
    expect(officer.client.status, 'the right one waits as well').toBe(429);
    site.travel('16 minutes');
    await verify(officer.client, await code());
    expect(officer.client.status).toBe(200);
  });

  it('leaves nothing that tells when: used codes and challenges are forgotten', async () => {
    const code = await makeApp(site, officer.email);
    await verify(officer.client, await code());
    await site.pool.query(`update graphile_worker._private_jobs set run_at = now()`);
    await site.runJobs();
    const { rows } = await site.pool.query('select * from spent_code where person_id = $1', [
      officer.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('W4 a proof goes back to an address of ours only', async () => {
    const code = await makeApp(site, officer.email);
    const answer = await officer.client.send(urls.verification({ vers: '//ailleurs.example/' }), {
      code: await code(),
    });
    expect(answer.headers.get('location')).toBe('/');
  });

  it('W3 another’s application proves nothing', async () => {
    await makeApp(site, officer.email);
    const other = await makePerson(site, { roles: ['administrator'] });
    const theirs = await makeApp(site, other.email);
    await verify(officer.client, await theirs());
    expect(officer.client.status).toBe(422);
  });
});

describe('W11 what was proven ends', () => {
  beforeEach(async () => {
    await signIn(site, officer.client, officer.id);
    expect(await mayEnter(officer.client)).toBe(true);
  });
  const grant = {
    role: 'administrator' as const,
    grantedBy: null,
  };

  it('with a role granted, so that a longer reach is proven anew', async () => {
    await makeApp(site, officer.email);
    await grantRole(site.db, {
      ...grant,
      organisationId: site.organisationId,
      personId: officer.id,
    });
    expect(await mayEnter(officer.client)).toBe(false);
    await officer.client.get(urls.admin());
    expect(officer.client.path).toContain(urls.verification());
  });

  it('with the role removed in the middle of a session: refused at the next request', async () => {
    await revokeRole(site.db, {
      organisationId: site.organisationId,
      personId: officer.id,
      role: 'officer',
      revokedBy: null,
    });
    expect(await statusOf(officer.client, urls.admin())).toBe(403);
    expect(await statusOf(officer.client, urls.adminNewEdition(), {})).toBe(403);
  });

  it('with the end of an officer’s time, at that minute', async () => {
    const guest = await makePerson(site);
    await grantRole(site.db, {
      organisationId: site.organisationId,
      personId: guest.id,
      role: 'officer',
      grantedBy: null,
      endsAt: new Date(Date.now() + 3_600_000),
    });
    await signIn(site, guest.client, guest.id);
    expect(await mayEnter(guest.client)).toBe(true);
    site.travel('61 minutes');
    expect(await statusOf(guest.client, urls.admin())).toBe(403);
  });

  it('with a new password, in this browser too', async () => {
    await makeApp(site, officer.email);
    await officer.client.post(urls.accountPassword(), {
      'mot-de-passe-actuel': PASSWORD,
      'mot-de-passe': 'une glycine sur le vieux pont',
    });
    expect(officer.client.status).toBe(200);
    expect(await mayEnter(officer.client)).toBe(false);
  });

  it('with signing out: the old token is worth nothing', async () => {
    const token = officer.client.cookies.get('palabre')!;
    await officer.client.post(urls.signOut());
    officer.client.cookies.set('palabre', token);
    expect(await mayEnter(officer.client)).toBe(false);
    expect(await statusOf(officer.client, urls.account())).toBe(303);
  });
});
