import { z } from 'zod';
import type { Visit } from '../../../platform/http/visit.ts';
import type { ProvenIdentity } from './claims.ts';
import { endOfWait, isOver, keepSealed, type Place, readSealed } from './sealed-cookie.crypto.ts';

const identityShape = z.object({
  identity: z.object({
    providerId: z.string(),
    issuer: z.string(),
    subject: z.string(),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    names: z.string().nullable(),
    birthDate: z.string().nullable(),
  }),
  /** What it was asked for: an account, or the page that wants to know. */
  purpose: z.string(),
  until: z.number(),
});

const IDENTITY = { name: 'identite', path: '/connexion/identite' } as const;
const PROOF = { name: 'preuve-identite', path: '/' } as const;

/** An identity that has no account yet, or a proof for one page, until the person has gone on. */
export async function keepIdentity(visit: Visit, identity: ProvenIdentity): Promise<void> {
  keepSealed(visit, IDENTITY, { identity, purpose: 'account', until: await endOfWait(visit) });
}

export const findIdentity = (visit: Visit) => findKept(visit, IDENTITY, 'account');
export const forgetIdentity = (visit: Visit) => visit.cookies.clear(IDENTITY.name, IDENTITY.path);

/** `page`: the address that asked; no other reads it. */
export async function keepProof(visit: Visit, page: string, identity: ProvenIdentity) {
  keepSealed(visit, PROOF, { identity, purpose: page, until: await endOfWait(visit) });
}

/** Once: reading it takes it away. */
export async function takeProof(visit: Visit, page: string): Promise<ProvenIdentity | null> {
  const proof = await findKept(visit, PROOF, page);
  if (visit.cookies.get(PROOF.name)) visit.cookies.clear(PROOF.name, PROOF.path);
  return proof;
}

async function findKept(visit: Visit, place: Place, purpose: string) {
  const kept = identityShape.safeParse(readSealed(visit, place));
  if (!kept.success || kept.data.purpose !== purpose) return null;
  return (await isOver(visit, kept.data.until)) ? null : kept.data.identity;
}
