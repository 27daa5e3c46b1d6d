import * as m from '../../../paraglide/messages.js';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { PERSON_FIELDS } from '../../identity/index.page.ts';
import { giveByAddress, readInvitee } from '../../identity/index.routes.ts';
import { type DepartmentRefusal, insertDepartment } from '../../organisations/index.ts';
import { ADDED_FIELDS, type AddedDepartment } from './departments.page.tsx';
import { actOf } from './office-visit.routes.ts';

const words: Record<DepartmentRefusal, () => string> = {
  missing: m.access_refused_department_name,
  'too-long': m.access_refused_department_long,
  'name-taken': m.access_refused_department_taken,
};

/** Undoes what was written, and says beside which field why. */
class NotDeclared extends Error {
  readonly field: string;
  constructor(field: string, words: string) {
    super(words);
    this.field = field;
  }
}

/** Declares a department together with its referent, where one is named: both or neither. */
export async function declareDepartment(
  visit: SignedInVisit,
  { name, email }: AddedDepartment,
): Promise<{ ok: true } | { ok: false; problems: Problems }> {
  const read = email === '' ? null : readInvitee(visit, { email, name: '' });
  if (read && !read.ok)
    return refuse(
      ADDED_FIELDS.email,
      read.problems[PERSON_FIELDS.email] ?? m.access_refused_email(),
    );
  try {
    return await inTransaction(visit.db, async (tx) => {
      const declared = await insertDepartment(tx, actOf(visit), { name });
      if (!declared.ok) throw new NotDeclared(ADDED_FIELDS.name, words[declared.refusal]());
      if (read) {
        const role = { role: 'agent', editionId: null, isReferent: true, endsAt: null } as const;
        const asked = { ...role, departmentId: declared.id };
        const giving = await giveByAddress(visit, read.invitee, asked, tx);
        if (typeof giving === 'object') throw new NotDeclared(ADDED_FIELDS.email, giving.words);
      }
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof NotDeclared) return refuse(error.field, error.message);
    throw error;
  }
}

const refuse = (field: string, problem: string) =>
  ({ ok: false, problems: { [field]: problem } }) as const;
