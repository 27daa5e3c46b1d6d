import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Select, TextArea } from '../../../ui/field.tsx';
import type { Problems } from '../../../ui/form.tsx';
import type { Department } from '../../organisations/index.ts';
import { REQUEST_LENGTH } from './assignment.ts';
import { departmentOptions } from './words.page.tsx';

/** What an officer types to ask a department. */
export interface TypedAsk {
  service: string;
  day: string;
  month: string;
  year: string;
  demande: string;
}

/** Value of the department of each idea's category. */
export const BY_CATEGORY = 'categorie';

interface Props {
  departments: readonly Department[];
  typed: TypedAsk;
  problems: Problems;
  /** Offers to send each idea to the department of its category. */
  byCategory?: boolean;
  /** Tells these fields from others of the page. */
  prefix?: string;
  dueHint?: string | undefined;
  /** Without a text: where one line must do. */
  short?: boolean;
}

/** Which department, until when, with which words. */
export function AskFields(props: Props) {
  const { departments, typed, problems, byCategory, prefix = '', dueHint, short } = props;
  return (
    <>
      <Select
        name="confier"
        id={`${prefix}confier`}
        label={m.assign_department()}
        options={[
          ...(byCategory ? [{ value: BY_CATEGORY, label: m.assign_by_category() }] : []),
          ...departmentOptions(departments),
        ]}
        value={typed.service}
        empty
        required
        width="medium"
        problems={problems}
      />
      <DateField
        name="echeance"
        id={`${prefix}echeance`}
        label={m.assign_due()}
        value={typed}
        hint={dueHint}
        required
        problems={problems}
      />
      {!short && (
        <TextArea
          name="demande"
          id={`${prefix}demande`}
          label={m.assign_request()}
          hint={m.assign_request_hint()}
          value={typed.demande}
          rows={3}
          limit={REQUEST_LENGTH}
          problems={problems}
        />
      )}
    </>
  );
}
