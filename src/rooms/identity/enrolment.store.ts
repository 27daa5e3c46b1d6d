import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { hashPassword } from '../../platform/secrets/password.ts';
import { confirmPerson, insertPerson, saveDeclaredIdentity } from './person.store.ts';
import { readSignUp, type SignUpFields, type SignUpRefusals } from './sign-up.ts';

export interface Enrolment {
  organisationId: string;
  organisationName: string;
  name: string;
  nickname: string;
  email: string;
  /** Left out: the person signs in with codes sent by mail. */
  password?: string;
  locale?: Locale;
  /** `YYYY-MM-DD`. */
  birthDate?: string;
  /** Where the person lives; null: declared to live elsewhere; left out: not asked yet. */
  residence?: string | null;
}

export type EnrolmentResult =
  | { ok: true; id: string }
  | { ok: false; refusals: SignUpRefusals | { email: 'email-taken' } };

/**
 * Makes an account whose address counts as proven, under the same checks as sign-up: for the
 * installation, seeds and tests. The charter in force is accepted with it.
 */
export async function enrolPerson(db: Db, enrolment: Enrolment): Promise<EnrolmentResult> {
  const read = checkSignUp(
    { ...enrolment, password: enrolment.password ?? null, acceptsCharter: true },
    enrolment.organisationName,
  );
  if (!read.ok) return read;
  const { organisationId, password } = enrolment;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return inTransaction(db, async (tx): Promise<EnrolmentResult> => {
    const inserted = await insertPerson(tx, organisationId, {
      ...read.signUp,
      passwordHash,
      locale: enrolment.locale ?? 'fr',
    });
    if (!inserted.ok) {
      return inserted.taken === 'nickname'
        ? { ok: false, refusals: { nickname: 'nickname-taken' } }
        : { ok: false, refusals: { email: 'email-taken' } };
    }
    await confirmPerson(tx, organisationId, inserted.id);
    if (enrolment.birthDate !== undefined) {
      await saveDeclaredIdentity(tx, organisationId, inserted.id, {
        birthDate: enrolment.birthDate,
        residence: enrolment.residence ?? null,
      });
    }
    return inserted;
  });
}

/** The rules of sign-up with the list of throw-away domains. */
export function checkSignUp(
  fields: SignUpFields,
  organisationName: string,
): ReturnType<typeof readSignUp> {
  return readSignUp(fields, { organisationName, isDisposable: isDisposableEmailDomain });
}
