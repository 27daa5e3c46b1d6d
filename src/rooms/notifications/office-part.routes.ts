import { ROLES_OF, type Role } from '../../platform/http/roles.ts';
import type { OfficePart } from './letter.ts';

export const officeOf = (roles: readonly Role[]): OfficePart => ({
  isReader: roles.some((role) => (ROLES_OF.reader as readonly Role[]).includes(role)),
  isCabinet: roles.includes('cabinet'),
});
