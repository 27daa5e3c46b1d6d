import * as m from '../paraglide/messages.js';
import { notFound } from '../platform/http/refused.ts';
import { get, type Route } from '../platform/http/route.ts';
import { page, type Visit } from '../platform/http/visit.ts';
import { openKeys } from '../platform/keys/keys.ts';
import { findAppCode, findPerson, listRoleHolders } from '../rooms/identity/index.ts';
import { urls } from '../urls.ts';
import { type DemoCode, DemoCodesPage } from './demo-codes.page.tsx';

/** The second factor of a demo's accounts: read on the machine itself, by whoever tries it out, as its mails are. */
export const demoCodesRoutes: readonly Route[] = [
  get(urls.demoCodes, 'this-machine', async (visit) => {
    if (visit.demoCodesAddress() === null) throw notFound('demo');
    return page({
      title: m.factor_demo_title(),
      body: <DemoCodesPage codes={await listDemoCodes(visit)} />,
      headers: { 'cache-control': 'private, no-store' },
    });
  }),
];

/** Invented people have addresses that nobody can have (RFC 2606): a real account's code is never shown. */
async function listDemoCodes({ db, config, organisation }: Visit): Promise<DemoCode[]> {
  const key = openKeys(config.keysFolder).factorKey();
  const holders = await listRoleHolders(db, organisation.id);
  const codes = holders.map(async (id) => {
    const person = await findPerson(db, organisation.id, id);
    if (!person?.email.endsWith('.example')) return [];
    const code = await findAppCode(db, key, organisation.id, person.mailbox);
    return code ? [{ email: person.email, code }] : [];
  });
  return (await Promise.all(codes)).flat().sort((a, b) => a.email.localeCompare(b.email));
}
