import * as m from '../../../paraglide/messages.js';
import type { Role } from '../../../platform/http/roles.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { PERSON_FIELDS, roleWords } from '../../identity/index.page.ts';
import type { GrantedRole } from '../../identity/index.ts';
import type { Places } from './access.page.tsx';
import { EndField, ROLE_FIELDS, RoleFields, type TypedRole } from './role-fields.page.tsx';

export interface TypedGift extends TypedRole {
  email: string;
  name: string;
}

const breadcrumb = () => [
  { label: m.admin_title(), href: urls.admin() },
  { label: m.access_title(), href: urls.adminAccess() },
];

/** Gives a role by an address: at once to an account, by an invitation to somebody who has none. */
export function GiveRolePage(props: {
  /** That the organisation may give. */
  roles: readonly Role[];
  typed: TypedGift;
  problems: Problems;
  editions: readonly { id: string; title: string }[];
  departments: readonly { id: string; name: string }[];
}) {
  const { typed, problems } = props;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.access_give()} lead={m.access_give_lead()} breadcrumb={breadcrumb()} />
      <Form action={urls.adminGrantRole()}>
        <Field
          name={PERSON_FIELDS.email}
          type="email"
          label={m.access_email()}
          hint={m.access_email_hint()}
          value={typed.email}
          autocomplete="off"
          problems={problems}
          required
        />
        <Field
          name={PERSON_FIELDS.name}
          label={m.access_name()}
          hint={m.access_name_hint()}
          value={typed.name}
          autocomplete="off"
          problems={problems}
        />
        <RoleFields
          roles={props.roles}
          typed={typed}
          problems={problems}
          editions={props.editions}
          departments={props.departments}
        />
        <SubmitButton size="large">{m.access_give_submit()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.adminInviteMany()}>{m.access_many_link()}</a>
      </p>
    </Column>
  );
}

interface Props {
  grant: GrantedRole;
  places: Places;
  end: TypedRole['end'];
  isReferent: boolean;
  /** Of the version that is being changed. */
  mark: string;
  problems: Problems;
  /** true: somebody saved another version meanwhile; `problems` then say what they saved. */
  conflict: boolean;
}

export const grantTitle = ({ role, name }: GrantedRole): string =>
  m.access_grant_title({ role: roleWords[role].name(), name });

/** One role held: another last day, or no longer. */
export function GrantPage({ grant, places, end, isReferent, mark, problems, conflict }: Props) {
  const at = { grant: grant.id };
  const edition =
    grant.editionId && (places.editions.get(grant.editionId) ?? m.setup_fact_edition_gone());
  const department = grant.departmentId && places.departments.get(grant.departmentId);
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.access_conflict() })} />
      <PageHeader title={grantTitle(grant)} breadcrumb={breadcrumb()} />
      <DescriptionList
        items={[
          { term: m.access_email(), detail: <bdi>{grant.email}</bdi> },
          { term: m.access_edition(), detail: <bdi>{edition || m.access_edition_all()}</bdi> },
          ...(department ? [{ term: m.access_department(), detail: <bdi>{department}</bdi> }] : []),
        ]}
      />
      <Form action={urls.adminGrant(at)}>
        <Hidden name="mark" value={mark} />
        {grant.role === 'agent' && (
          <Checkbox
            name={ROLE_FIELDS.referent}
            label={m.access_referent_label()}
            hint={m.access_referent_hint()}
            checked={isReferent}
            problems={problems}
          />
        )}
        <EndField typed={end} problems={problems} />
        <SubmitButton>{m.access_save()}</SubmitButton>
      </Form>
      <Section title={m.access_revoke_title()} lead={m.access_revoke_lead()}>
        <ButtonForm kind="danger" action={urls.adminRevokeGrant(at)}>
          {m.access_revoke()}
        </ButtonForm>
      </Section>
    </Column>
  );
}
