import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address } from '../../src/platform/http/address.ts';
import { found, notFound } from '../../src/platform/http/refused.ts';
import { ROLES as EVERY_ROLE, type Role } from '../../src/platform/http/roles.ts';
import {
  get,
  holdsRight,
  mayIn,
  mayProveRight,
  type Right,
} from '../../src/platform/http/route.ts';
import type { Visitor } from '../../src/platform/http/visit.ts';
import { openSession } from '../../src/rooms/identity/index.ts';
import { insertOrganisation } from '../../src/rooms/organisations/index.ts';
import { type Edition, findEditionForOffice } from '../../src/rooms/spaces/index.ts';
import { routes } from '../../src/site.tsx';
import { urls } from '../../src/urls.ts';
import { makePerson } from '../make/people.ts';
import { makeTown, type Town } from '../make/town.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';
import { isRightOfEdition, refuseOtherScopes } from './edition-roles.ts';

/**
 * W3: every route × every role × the other tenant. The rows are written by hand in addresses.txt
 * (`METHOD pattern right`): a new route without a row fails, and so does an address that disappears.
 */
const rows = readFileSync('tests/addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as ['GET' | 'POST', string, Right]);

/** Every role of R33 that is granted, and who has none. */
const ROLES = ['resident', ...EVERY_ROLE] as const;
type RoleName = (typeof ROLES)[number];
const rolesOf = (name: RoleName): readonly Role[] => (name === 'resident' ? [] : [name]);

/** A route as the study has them: its right is held for one edition, and the load asks for which. */
const TRIAL = address('/administration/editions/:edition/essai-de-decision');
const trialRoute = get(TRIAL, 'decider', async ({ db, organisation, visitor, params }) => {
  const edition = found(await findEditionForOffice(db, organisation.id, params.edition));
  if (!mayIn('decider', visitor, edition.id)) throw notFound('edition');
  return new Response('ok');
});

let site: TestSite;
let town: Town;
let otherTown: Town;
const people: Record<string, string> = {};
let other: { id: string; name: string; host: string };

beforeAll(async () => {
  site = await openTestSite([trialRoute]);
  const otherId = await insertOrganisation(site.db, {
    slug: 'voisine',
    name: 'Voisine',
    host: 'voisine.localhost',
    kind: 'town',
    colour: '#1F3A8A',
    contactEmail: 'mairie@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });
  other = { id: otherId, name: 'Voisine', host: 'voisine.localhost' };
  town = await makeTown(site);
  otherTown = await makeTown(site, other);
  for (const role of ROLES) {
    const roles = rolesOf(role);
    const { spaceId } = town;
    people[role] = (await makePerson(site, { roles, spaceId })).id;
    const there = { organisation: other, spaceId: otherTown.spaceId };
    people[`other ${role}`] = (await makePerson(site, { roles, ...there })).id;
  }
}, 120_000);
afterAll(() => site.close());

async function clientOf(
  role: RoleName | 'anonymous',
  at: 'here' | 'other' = 'here',
  visiting = at,
  factorProven = true,
): Promise<SiteClient> {
  const client = site.visitor(visiting === 'here' ? 'localhost' : other.host);
  if (role === 'anonymous') return client;
  const organisationId = at === 'here' ? site.organisationId : other.id;
  const person = people[at === 'here' ? role : `other ${role}`]!;
  client.cookies.set(
    'palabre',
    await openSession(site.db, organisationId, person, 'essai', { factorProven }),
  );
  return client;
}

const visitorOf = (role: RoleName): Visitor => ({
  roles: rolesOf(role),
  held: rolesOf(role).map((one) => ({ role: one, editionId: null, departmentId: null })),
  id: '',
  nickname: '',
  locale: 'fr',
  sessionId: '',
  factorProven: true,
  charterAccepted: true,
});

/** Whether a right opens nothing to somebody who could prove a second factor, and has not. */
const asksForFactor = (right: Right) =>
  !holdsRight(right, { ...visitorOf('administrator'), factorProven: false });

/** What a denied caller gets: a page for the signed out (GET), 401 (POST), 403 for the wrong role. */
function isDenied(answer: Response): boolean {
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) return true;
  return answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/connexion');
}

const ask = (client: SiteClient, method: string, path: string) =>
  client.send(path, method === 'POST' ? {} : undefined);

describe('W3 the matrix of addresses', () => {
  it('has a row for each route, and a route for each row', () => {
    const declared = routes
      .map((route) => `${route.method} ${route.address.pattern} ${route.right}`)
      .sort();
    expect(rows.map((row) => row.join(' ')).sort()).toEqual(declared);
  });

  for (const [method, pattern, right] of rows) {
    it(`W3 R33 ${method} ${pattern} is for ${right} only`, async () => {
      const path = town.address(pattern);
      for (const role of ['anonymous', ...ROLES] as const) {
        const visitor = role === 'anonymous' ? null : visitorOf(role);
        if (holdsRight(right, visitor)) continue;
        const answer = await ask(await clientOf(role), method, path);
        expect(
          isDenied(answer),
          `${role}: ${answer.status} ${answer.headers.get('location') ?? ''}`,
        ).toBe(true);
        expect(answer.status === 404, `${role}: refused, not missing`).toBe(false);
      }
    });

    if (asksForFactor(right)) {
      it(`W11 ${method} ${pattern} refuses who has not proven a second factor`, async () => {
        const before = await town.fingerprint();
        for (const role of ['officer', 'administrator'] as const) {
          if (!mayProveRight(right, visitorOf(role))) continue;
          const client = await clientOf(role, 'here', 'here', false);
          const answer = await ask(client, method, town.address(pattern));
          const led = (answer.headers.get('location') ?? '').startsWith(urls.verification());
          const refused = method === 'GET' ? answer.status === 303 && led : answer.status === 403;
          expect(refused, `${role}: ${answer.status}`).toBe(true);
          const text = await answer.text();
          for (const secret of town.words) expect(text).not.toContain(secret);
        }
        expect(await town.fingerprint(), 'nothing was touched').toBe(before);
      });
    }

    if (isRightOfEdition(right) && pattern.includes(':')) {
      it(`W3 R33 ${method} ${pattern} is closed to roles of another edition, and to agents of another department`, async () => {
        await refuseOtherScopes(
          site,
          { method, pattern, right },
          {
            address: town.address(pattern, { ids: true }),
            otherEdition: town.preparing,
            fingerprint: () => town.fingerprint(),
          },
        );
      });
    }

    it(`W3 ${method} ${pattern} knows nobody from another organisation, and none of its objects`, async () => {
      if (right !== 'anyone' && right !== 'this-machine') {
        const stranger = await clientOf('administrator', 'other', 'here');
        const answer = await ask(stranger, method, town.address(pattern));
        expect(
          isDenied(answer) && answer.status !== 404,
          `a neighbour's administrator: ${answer.status}`,
        ).toBe(true);
      }
      if (!pattern.includes(':')) return;
      // the neighbour's own administrator asks at home for our objects
      const before = await town.fingerprint();
      const answer = await ask(
        await clientOf('administrator', 'other'),
        method,
        town.address(pattern, { ids: true }),
      );
      expect(answer.status, 'never an error').toBeLessThan(500);
      const text = await answer.text();
      for (const secret of town.words) expect(text, `${answer.status}`).not.toContain(secret);
      expect(await town.fingerprint(), 'nothing of ours was touched').toBe(before);
    });
  }

  it('W3 R33 what tells roles of another edition apart bites', async () => {
    const asked = { method: 'GET', pattern: TRIAL.pattern, right: 'decider' } as const;
    const scopes = (edition: Edition) => ({
      address: TRIAL({ edition: edition.slug }),
      otherEdition: town.preparing,
      fingerprint: () => town.fingerprint(),
    });
    await refuseOtherScopes(site, asked, scopes(town.collecting));
    // of their own edition they are let in, which the same check must notice
    await expect(refuseOtherScopes(site, asked, scopes(town.preparing))).rejects.toThrow(
      'a decider of another edition got 200',
    );
  });

  it('W3 a draft is its owner’s only, an officer included', async () => {
    const ofDrafts = rows.filter(([, at]) => at.includes(':draft'));
    for (const [method, pattern] of ofDrafts) {
      for (const role of ['anonymous', 'resident', 'officer', 'administrator'] as const) {
        const before = await town.fingerprint();
        const answer = await ask(await clientOf(role), method, town.address(pattern));
        // led elsewhere (to sign in, to begin) or told that nothing is here: nobody sees or touches it
        expect([303, 401, 404], `${role} ${method} ${pattern}`).toContain(answer.status);
        expect(await answer.text(), `${role} ${method} ${pattern}`).not.toContain(town.words[0]);
        expect(await town.fingerprint(), `${role} ${method} ${pattern}`).toBe(before);
      }
    }
  });

  it('W3 an allowed caller is not refused', async () => {
    const refused: string[] = [];
    for (const [method, pattern, right] of rows) {
      // a movement alone has a finance desk: movement-roles.test.ts asks for its addresses there
      if (right === 'this-machine' || right === 'finance') continue;
      const answer = await ask(
        // results are published by the mayor alone, where there is one; decisions by whoever decides
        await clientOf(['officer', 'decider'].includes(right) ? 'mayor' : 'administrator'),
        method,
        otherTown && town.address(pattern),
      );
      if (answer.status === 401 || answer.status === 403)
        refused.push(`${answer.status} ${method} ${pattern}`);
      expect(answer.status, `${method} ${pattern}`).toBeLessThan(500);
    }
    expect(refused).toEqual([]);
  });
});
