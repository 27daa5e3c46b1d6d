import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Space } from '../../src/rooms/consultations/index.ts';
import { listBodies, saveBody } from '../../src/rooms/mandates/bodies/member-body.store.ts';
import type { WrittenBody } from '../../src/rooms/mandates/bodies/member-body.ts';
import { type BroughtIn, bringIn } from '../../src/rooms/mandates/import/import.store.ts';
import type { WrittenMandate } from '../../src/rooms/mandates/mandate.ts';
import { declareMandate, verifyMandate } from '../../src/rooms/mandates/mandate-writing.store.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';

const USUAL: WrittenMandate = {
  level: 'municipal',
  body: 'Conseil municipal de Fleury',
  territory: 'Fleury',
  code: '',
  office: 'Conseillère municipale',
  delegation: '',
  beganOn: '2020-07-04',
  endsOn: null,
};

/** Declares a mandate as its holder does. */
export async function declare(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  space: Space,
  personId: string,
  written: Partial<WrittenMandate> = {},
): Promise<string> {
  const act = { organisationId: site.organisationId, by: personId };
  const done = await declareMandate(site.db, act, space, { ...USUAL, ...written }, null);
  if (!done.ok) throw new Error(done.refusal);
  return done.id;
}

/** Verifies it as the team does. */
export async function verify(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  space: Space,
  id: string,
  by: string,
): Promise<void> {
  const act = { organisationId: site.organisationId, by };
  const done = await inTransaction(site.db, (tx) => verifyMandate(tx, act, space, id));
  if (!done.ok) throw new Error(done.refusal);
}

/** Somebody whose mandate is verified, and who is in the network by it. */
export async function makeElected(
  site: TestSite,
  space: Space,
  {
    written = {},
    ...person
  }: { written?: Partial<WrittenMandate> } & Parameters<typeof makePerson>[1] = {},
): Promise<MadePerson & { mandateId: string }> {
  const elected = await makePerson(site, { isKnown: true, ...person });
  const mandateId = await declare(site, space, elected.id, {
    territory: `Fleury-${randomUUID().slice(0, 6)}`,
    ...written,
  });
  await verify(site, space, mandateId, elected.id);
  return { ...elected, mandateId };
}

/** A mandate that the team brings in for an address without an account. */
export async function bringInLines(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  act: { organisationId: string; by: string },
  space: Space,
  email = `${randomUUID()}@example.org`,
): Promise<BroughtIn[]> {
  const lines = [{ row: 2, written: USUAL, email, mailbox: email }];
  const done = await inTransaction(site.db, (tx) => bringIn(tx, act, space, lines));
  if (!done.ok) throw new Error(done.faulty[0]!.refusal);
  return done.mandates;
}

/** A local authority that is a member of a network, and its id. */
export async function makeBody(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  space: Space,
  by: string,
  written: Partial<WrittenBody> = {},
): Promise<string> {
  const { organisationId } = site;
  const name = written.name ?? `Commune ${randomUUID().slice(0, 6)}`;
  const done = await saveBody(site.db, { organisationId, by }, space, null, {
    ...{ kind: 'commune', code: '', population: 1200, budget: 'no', leftOn: null },
    ...{ place: { longitude: 2.35, latitude: 48.85 }, joinedOn: '2021-03-01' },
    ...written,
    name,
  });
  if (!done.ok) throw new Error(done.refusal);
  const { bodies } = await listBodies(site.db, organisationId, space.id);
  return bodies.find((one) => one.name === name)!.id;
}
