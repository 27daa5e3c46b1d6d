/** A document as a voter sends it: looked through, kept, and put in the officers' queue. */
import { type Db, readNow } from '../../../platform/database/database.ts';
import { cleanUpload, openStorage, type Scanning } from '../../../platform/files/index.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import {
  type BirthRefusal,
  readBirthDate,
  readEmail,
  type TypedDate,
} from '../../identity/index.ts';
import { dayInParis, type Edition, findPhase } from '../../spaces/index.ts';
import { hashTypist } from '../codes/codes.crypto.ts';
import { checkNames, type NamesRefusal } from '../declared.ts';
import { networkOf } from '../phone/phone-code.ts';
import { type Applicant, insertProof } from './proof.store.ts';
import { checkAddress, KEPT_DAYS, type PROOF_FIELDS, type SendingRefusal } from './proof.ts';

export interface TypedProof {
  names: string;
  birth: TypedDate;
  address: string;
  /** '' where none is asked, or none given. */
  email: string;
}

type FileRefusal = Extract<Awaited<ReturnType<typeof cleanUpload>>, { ok: false }>['refusal'];
export type ProofRefusal = SendingRefusal | NamesRefusal | BirthRefusal | FileRefusal;

/** By field; `form`: of the whole. */
export type ProofRefusals = Partial<Record<keyof typeof PROOF_FIELDS | 'form', ProofRefusal>>;

/** Documents from one network: a residence, a family; each costs an officer minutes. */
const NETWORK_LIMIT = { hits: 20, seconds: 3600 };

export interface ProofVisit {
  db: Db;
  config: Parameters<typeof openStorage>[0] & Scanning & { keysFolder: string };
  organisation: { id: string };
  /** The caller's network address. */
  address: string;
  locale: Locale;
}

export async function sendProof(
  visit: ProofVisit,
  { edition, pollId }: { edition: Edition; pollId: string },
  applicant: Applicant,
  typed: TypedProof,
  file: File | null,
): Promise<{ ok: true } | { ok: false; refusals: ProofRefusals }> {
  const { db, config, organisation, locale } = visit;
  const refusals: ProofRefusals = {};
  const refuse = (field: keyof ProofRefusals, refusal: ProofRefusal | null) => {
    if (refusal) refusals[field] = refusal;
  };
  refuse('names', checkNames(typed.names));
  const birth = readBirthDate(typed.birth, dayInParis(await readNow(db)));
  if (typeof birth === 'string') refuse('birth', birth);
  refuse('address', checkAddress(typed.address));
  const email = typed.email === '' ? null : readEmail(typed.email);
  if (typeof email === 'string') refuse('email', 'email-unreadable');
  if (!file) refuse('file', 'file-missing');
  if (Object.keys(refusals).length > 0) return { ok: false, refusals };
  if (!(await mayLookAt(visit))) return { ok: false, refusals: { form: 'proof-too-often' } };
  // it may take seconds, and holds no connection meanwhile
  const cleaned = await cleanUpload(config, file!);
  if (!cleaned.ok) return { ok: false, refusals: { file: cleaned.refusal } };
  const place = { organisationId: organisation.id, editionId: edition.id, pollId };
  const inserted = await insertProof(db, openStorage(config), place, applicant, {
    names: typed.names,
    birthDate: (birth as { date: string }).date,
    address: typed.address,
    email: email === null || typeof email === 'string' ? null : email.email,
    locale,
    upload: cleaned.upload,
  });
  if (!inserted.ok) return { ok: false, refusals: { form: inserted.refusal } };
  await queueForgetting(db, place, findPhase(edition, 'vote')?.endsAt ?? null);
  return { ok: true };
}

async function mayLookAt({ db, config, address }: ProofVisit): Promise<boolean> {
  const network = hashTypist(openKeys(config.keysFolder).rollKey(), 'network', networkOf(address));
  try {
    await countHit(db, { key: `proof-from:${network}`, ...NETWORK_LIMIT });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 429) return false;
    throw error;
  }
}

/** Thirty days after the close by the calendar; the job looks again whether that has changed. */
export async function queueForgetting(
  db: Db,
  { organisationId, editionId }: { organisationId: string; editionId: string },
  voteEndsAt: Date | null,
): Promise<void> {
  if (!voteEndsAt) return;
  await queueJob(
    db,
    'forget-proofs',
    { organisationId, editionId },
    { key: `forget-proofs:${editionId}`, runAt: forgottenAt(voteEndsAt) },
  );
}

export function forgottenAt(voteEndsAt: Date): Date {
  return new Date(voteEndsAt.getTime() + KEPT_DAYS * 86_400_000);
}
