import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES_OF, type Role, type RoleRight } from '../../src/platform/http/roles.ts';
import { urls } from '../../src/urls.ts';
import { type Commons, makeCommons } from '../make/commons.ts';
import { makePerson } from '../make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';
import { ofActions, ofCommitments, ofGroups, ofMoney, ofRequests } from './movement-rights.ts';

const rows = readFileSync('tests/addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as ['GET' | 'POST', string, string]);

/** Who is asked for: people of the group, of another group, and roles of the movement that are in no group. */
const ROLES = ['officer', 'administrator', 'action-reviewer', 'finance'] as const satisfies Role[];
const ALLOWED: Record<string, readonly string[]> = {
  ...ofGroups,
  ...ofActions,
  ...ofCommitments,
  ...ofMoney,
  ...ofRequests,
};

/** Of the office, of the reviewers and of the desk: their right says it all. */
const OFFICE =
  /^\/(examen-des-actions|finances|administration\/(groupes|fonds)|fonds\/:fund\/dotation)(\/|$)/;

let site: TestSite;
let ours: Commons;
const people = new Map<string, SiteClient>();
const unproven = new Map<string, SiteClient>();

beforeAll(async () => {
  site = await openTestSite();
  ours = await makeCommons(site);
  const { movement, made, other } = ours;
  const of = async (roles: Role[], factorProven = true) =>
    (await makePerson(site, { organisation: movement, roles, factorProven })).client;
  people.set('anonymous', site.visitor(movement.host));
  people.set('nobody', await of([]));
  people.set('member', made.members[0]!.client);
  people.set('treasurer', made.treasurers[0].client);
  people.set('manager', made.manager.client);
  people.set('lead', made.lead.client);
  people.set('other lead', other.lead.client);
  for (const role of ROLES) {
    people.set(role, await of([role]));
    unproven.set(role, await of([role], false));
  }
}, 120_000);
afterAll(() => site.close());

const ask = (client: SiteClient, method: string, pattern: string) =>
  client.send(ours.address(pattern), method === 'POST' ? { version: '1', motif: 'x' } : undefined);

/** Led to sign in, or refused. */
const isRefused = (answer: Response) =>
  [401, 403, 404].includes(answer.status) ||
  (answer.headers.get('location') ?? '').startsWith('/connexion');

describe('W3 R2 what a group does is its own', () => {
  it('W3 each address of a group has a row here', () => {
    const asked = rows
      .filter(
        ([, pattern, right]) =>
          right !== 'anyone' &&
          /^\/(groupes\/:group|actions\/:action|depenses|fonds\/:fund\/actions)\//.test(
            `${pattern}/`,
          ),
      )
      .map(([method, pattern]) => `${method} ${pattern}`);
    expect(Object.keys(ALLOWED).sort()).toEqual(asked.sort());
  });

  it.each(Object.entries(ALLOWED))('W3 R2 %s is for %j', async (row, allowed) => {
    const [method, pattern] = row.split(' ') as [string, string];
    if (allowed.includes('anybody')) return;
    const before = await ours.fingerprint();
    for (const [who, client] of people) {
      if (allowed.includes(who)) continue;
      const answer = await ask(client, method, pattern);
      expect(isRefused(answer), `${who}: ${answer.status}`).toBe(true);
      expect(await answer.text(), who).not.toContain(ours.mark);
    }
    expect(await ours.fingerprint(), 'nothing was touched').toBe(before);
    // no file stands behind the address of one here
    if (method !== 'GET' || pattern.includes(':file')) return;
    for (const who of allowed) {
      const answer = await ask(people.get(who)!, method, pattern);
      expect(isRefused(answer), `${who}: ${answer.status}`).toBe(false);
    }
  });
});

describe('W3 W11 the office, the reviewers and the desk', () => {
  it.each(rows.filter(([, pattern]) => OFFICE.test(pattern)))(
    'W3 W11 %s %s is for %s alone, and only once a second factor is proven',
    async (method, pattern, right) => {
      const before = await ours.fingerprint();
      const roles: readonly string[] = ROLES_OF[right as RoleRight];
      for (const [who, client] of people) {
        if (roles.includes(who)) continue;
        const answer = await ask(client, method, pattern);
        expect(isRefused(answer) && answer.status !== 404, `${who}: ${answer.status}`).toBe(true);
      }
      for (const [who, client] of unproven) {
        const answer = await ask(client, method, pattern);
        const led = (answer.headers.get('location') ?? '').startsWith(urls.verification());
        const asks = roles.includes(who) && method === 'GET';
        expect(asks ? led : answer.status === 403, `${who}: ${answer.status}`).toBe(true);
        expect(await answer.text(), who).not.toContain(ours.mark);
      }
      expect(await ours.fingerprint(), 'nothing was touched').toBe(before);
    },
  );
});
