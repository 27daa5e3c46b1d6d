import * as m from '../../../paraglide/messages.js';
import type { Role } from '../../../platform/http/roles.ts';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { OddLines } from './odd-lines.page.tsx';
import { RoleFields, type TypedRole } from './role-fields.page.tsx';

export const LINES_FIELD = 'lignes';

/** A line that was not taken, and why. */
export interface OddLine {
  line: number;
  text: string;
  words: string;
}

export interface ManyReport {
  invited: number;
  granted: number;
  alreadyHeld: number;
  odd: readonly OddLine[];
}

interface Props {
  /** That the organisation may give. */
  roles: readonly Role[];
  typed: TypedRole;
  /** What is left to be sent: after a first time, the odd lines only. */
  lines: string;
  problems: Problems;
  report: ManyReport | null;
  editions: readonly { id: string; title: string }[];
}

/** Several people at once, one on each line, all for the same role. */
export function InviteManyPage({ roles, typed, lines, problems, report, editions }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.access_many_title()}
        lead={m.access_many_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: m.access_title(), href: urls.adminAccess() },
          { label: m.access_invitations_title(), href: urls.adminInvitations() },
        ]}
      />
      {report && <Report report={report} />}
      <Form action={urls.adminInviteMany()}>
        <TextArea
          name={LINES_FIELD}
          label={m.access_many_lines()}
          hint={m.access_many_lines_hint()}
          value={lines}
          rows={8}
          problems={problems}
          required
        />
        <RoleFields
          roles={roles}
          typed={typed}
          problems={problems}
          editions={editions}
          departments={[]}
          withoutDepartment
        />
        <SubmitButton size="large">{m.access_many_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function Report({ report }: { report: ManyReport }) {
  const { invited, granted, alreadyHeld, odd } = report;
  return (
    <>
      <Notice tone={odd.length > 0 ? 'warning' : 'success'} title={m.access_many_done()}>
        <ul>
          <li>{m.access_many_invited({ count: invited })}</li>
          <li>{m.access_many_granted({ count: granted })}</li>
          {alreadyHeld > 0 && <li>{m.access_many_held({ count: alreadyHeld })}</li>}
        </ul>
      </Notice>
      <OddLines lines={odd} />
    </>
  );
}
