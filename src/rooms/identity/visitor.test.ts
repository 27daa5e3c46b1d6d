import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { insertOrganisation } from '../organisations/index.ts';
import { findVisitor, grantRole, openSession, revokeRole } from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('findVisitor', () => {
  it('knows the holder of a session, with nickname and language', async () => {
    const made = await makePerson(site, { nickname: 'Camille', locale: 'en' });
    const token = made.client.cookies.get('palabre')!;
    expect(await findVisitor(site.db, site.organisationId, token)).toMatchObject({
      id: made.id,
      nickname: 'Camille',
      locale: 'en',
      roles: [],
      charterAccepted: true,
    });
    expect(await findVisitor(site.db, site.organisationId, `${token}x`)).toBeNull();
  });

  it('W3: a session of one organisation is nobody in another', async () => {
    const made = await makePerson(site);
    const other = await insertOrganisation(site.db, {
      slug: 'autre',
      name: 'Autre',
      host: 'autre.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'contact@autre.example',
      tagline: '',
      charter: 'Respect.',
    });
    const token = made.client.cookies.get('palabre')!;
    expect(await findVisitor(site.db, other, token)).toBeNull();
  });

  it('W11: a role that was revoked or has ended is no role, in the same session', async () => {
    const made = await makePerson(site, { roles: ['officer'] });
    const { organisationId } = site;
    const token = made.client.cookies.get('palabre')!;
    const roles = async () => (await findVisitor(site.db, organisationId, token))?.roles;
    expect(await roles()).toEqual(['officer']);
    await revokeRole(site.db, {
      organisationId,
      personId: made.id,
      role: 'officer',
      revokedBy: null,
    });
    expect(await roles()).toEqual([]);
    await grantRole(site.db, {
      organisationId,
      personId: made.id,
      role: 'administrator',
      grantedBy: null,
      endsAt: new Date(Date.now() + 3_600_000),
    });
    expect(await roles()).toEqual(['administrator']);
    site.travel('2 hours');
    expect(await roles()).toEqual([]);
    site.travel(null);
  });

  it('W11: a session ends after thirty days', async () => {
    const made = await makePerson(site);
    const token = await openSession(site.db, site.organisationId, made.id, '');
    site.travel('29 days');
    expect(await findVisitor(site.db, site.organisationId, token)).not.toBeNull();
    site.travel('30 days');
    expect(await findVisitor(site.db, site.organisationId, token)).toBeNull();
    site.travel(null);
  });

  it('R96: a newer charter waits for its acceptance', async () => {
    const made = await makePerson(site);
    const token = made.client.cookies.get('palabre')!;
    await site.db
      .insertInto('charter_version')
      .values({ organisation_id: site.organisationId, version: 2, body: 'Nouvelle charte.' })
      .execute();
    expect((await findVisitor(site.db, site.organisationId, token))?.charterAccepted).toBe(false);
  });
});
