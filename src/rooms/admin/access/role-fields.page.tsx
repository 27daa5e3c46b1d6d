import * as m from '../../../paraglide/messages.js';
import type { Role } from '../../../platform/http/roles.ts';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Select } from '../../../ui/field.tsx';
import type { Problems } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { roleWords } from '../../identity/index.page.ts';

/** Names of the fields that say which role somebody is given. */
export const ROLE_FIELDS = {
  role: 'role',
  edition: 'edition',
  department: 'service',
  referent: 'referent',
  end: 'fin',
} as const;

export interface TypedRole {
  role: string;
  edition: string;
  department: string;
  referent: string;
  end: { day: string; month: string; year: string };
}

export const NOTHING_TYPED: TypedRole = {
  role: '',
  edition: '',
  department: '',
  referent: '',
  end: { day: '', month: '', year: '' },
};

export type RoleProblem =
  | 'role-missing'
  | 'edition-unknown'
  | 'edition-for-whole'
  | 'department-missing'
  | 'end-unreadable'
  | 'end-past';
export type RoleProblems = { -readonly [field in keyof typeof ROLE_FIELDS]?: RoleProblem };

const words: Record<RoleProblem, () => string> = {
  'role-missing': m.access_refused_role,
  'edition-unknown': m.access_refused_edition,
  'edition-for-whole': m.access_refused_edition_whole,
  'department-missing': m.access_refused_department,
  'end-unreadable': m.access_refused_end,
  'end-past': m.access_refused_end_past,
};

export const roleProblemWords = (problems: RoleProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      ROLE_FIELDS[field as keyof typeof ROLE_FIELDS],
      words[problem](),
    ]),
  );

interface Props {
  typed: TypedRole;
  problems: Problems;
  editions: readonly { id: string; title: string }[];
  departments: readonly { id: string; name: string }[];
  /** Where each line of a list says its service itself. */
  withoutDepartment?: boolean;
  /** That the organisation may give. */
  roles: readonly Role[];
}

/** Which role, for what, until when; what does not go with the role is left out of sight where the browser can. */
export function RoleFields({
  typed,
  problems,
  editions,
  departments,
  withoutDepartment = false,
  roles,
}: Props) {
  return (
    <>
      <Radios
        name={ROLE_FIELDS.role}
        label={m.access_role()}
        value={typed.role}
        problems={problems}
        options={roles.map((role) => ({
          value: role,
          label: roleWords[role].name(),
          hint: roleWords[role].hint(),
        }))}
        required
      />
      {!withoutDepartment && (
        <div class="only-for for-agent">
          <Stack>
            <Select
              name={ROLE_FIELDS.department}
              label={m.access_department()}
              hint={m.access_department_hint()}
              value={typed.department}
              problems={problems}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
              empty={m.access_department_none()}
              width="medium"
            />
            <Checkbox
              name={ROLE_FIELDS.referent}
              label={m.access_referent_label()}
              hint={m.access_referent_hint()}
              checked={typed.referent === 'oui'}
              problems={problems}
            />
          </Stack>
        </div>
      )}
      <div class="not-for-whole">
        <Select
          name={ROLE_FIELDS.edition}
          label={m.access_edition()}
          hint={m.access_edition_hint()}
          value={typed.edition}
          problems={problems}
          options={editions.map(({ id, title }) => ({ value: id, label: title }))}
          empty={m.access_edition_all()}
        />
      </div>
      <EndField typed={typed.end} problems={problems} />
    </>
  );
}

export function EndField({ typed, problems }: { typed: TypedRole['end']; problems: Problems }) {
  return (
    <DateField
      name={ROLE_FIELDS.end}
      label={m.access_end()}
      hint={m.access_end_hint()}
      value={typed}
      problems={problems}
    />
  );
}

/** « jusqu’au 31 décembre 2026 »: the last day, not the midnight after it. */
export const lastDayOf = (endsAt: Date): string =>
  formatDate(new Date(endsAt.getTime() - 1), 'day');
