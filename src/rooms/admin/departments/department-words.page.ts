import * as m from '../../../paraglide/messages.js';
import type { DepartmentRefusal } from '../../organisations/index.ts';

export const departmentWords: Record<DepartmentRefusal, () => string> = {
  missing: m.access_refused_department_name,
  'too-long': m.access_refused_department_long,
  'name-taken': m.access_refused_department_taken,
};
