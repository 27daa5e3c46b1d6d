import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/platform/http/roles.ts';
import { type Commons, makeCommons } from '../make/commons.ts';
import { type MadeGroup, makeGroup, makeMovement } from '../make/group.ts';
import { makePerson } from '../make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';

/** The addresses of groups and of their shared money: a new one is asked without another word. */
const MONEY =
  /^\/(groupes|fonds|flux\/fonds|actions|examen-des-actions|finances|depenses|a|administration\/(groupes|fonds))(\/|$)/;
const rows = readFileSync('tests/addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as ['GET' | 'POST', string, string])
  .filter(([, pattern]) => MONEY.test(pattern));

/** What is named alike in each movement: the words of the other one are not in it. */
const OWN = /\/export(s|er)?\/:file$|\/invitations\/:token$/;

let site: TestSite;
let ours: Commons;
let theirs: MadeGroup;
const strangers: [string, SiteClient][] = [];

beforeAll(async () => {
  site = await openTestSite();
  ours = await makeCommons(site);
  const elsewhere = await makeMovement(site);
  theirs = await makeGroup(site, elsewhere, { certified: true });
  const of = async (...roles: Role[]) =>
    (await makePerson(site, { organisation: elsewhere, roles })).client;
  strangers.push(
    ['a lead', theirs.lead.client],
    ['a manager', theirs.manager.client],
    ['a treasurer', theirs.treasurers[0].client],
    ['a member', theirs.members[0]!.client],
    ['the desk', await of('finance')],
    ['a reviewer', await of('action-reviewer')],
    ['the office', await of('officer', 'action-reviewer', 'finance')],
    ['an administrator', await of('administrator')],
  );
}, 120_000);
afterAll(() => site.close());

describe('W3 nothing of a movement is in another one', () => {
  it('W3 each of its addresses leads to something at home', async () => {
    const { movement } = ours;
    const roles: Role[] = ['administrator', 'finance', 'action-reviewer'];
    const { client } = await makePerson(site, { organisation: movement, roles });
    const missing: string[] = [];
    for (const [method, pattern] of rows) {
      // the made paper of an expense has no bytes: money-uploads.test.ts sends and reads real ones
      if (method !== 'GET' || pattern.includes(':token') || pattern.includes('/fichiers/'))
        continue;
      const path = ours.address(pattern);
      const [treasurer] = ours.made.treasurers;
      const found = [];
      for (const one of [client, treasurer.client, ours.made.lead.client, ours.other.lead.client])
        found.push((await one.send(path)).status);
      if (!found.some((status) => status === 200 || status === 303))
        missing.push(`${path} ${found.join()}`);
    }
    expect(missing).toEqual([]);
  });

  it.each(rows.filter(([, pattern]) => pattern.includes(':')))(
    'W3 W15 %s %s is not there for any role of another movement',
    async (method, pattern) => {
      const before = await ours.fingerprint();
      for (const [who, client] of strangers) {
        const answer = await client.send(
          ours.address(pattern),
          method === 'POST'
            ? { motif: 'x', version: '1', certifie: 'oui', montant: '1' }
            : undefined,
        );
        if (OWN.test(pattern)) expect(answer.status, who).toBeLessThan(500);
        else expect([403, 404], `${who}: ${answer.status}`).toContain(answer.status);
        expect(await answer.text(), who).not.toContain(ours.mark);
      }
      expect(await ours.fingerprint(), 'nothing was touched').toBe(before);
    },
  );
});
