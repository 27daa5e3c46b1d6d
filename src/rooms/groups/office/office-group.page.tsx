import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Panel, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { CriteriaLines } from '../certification.page.tsx';
import type { Assessed, CertificationAct } from '../certification.ts';
import { History } from '../group.page.tsx';
import { type Group, LENGTHS } from '../group.ts';
import {
  genderWords,
  roleWords,
  standingOf,
  standingTones,
  standingWords,
} from '../group-words.page.ts';
import type { Membership } from '../membership.ts';

interface Props {
  group: Group;
  assessed: readonly Assessed[];
  acts: readonly CertificationAct[];
  /** Who runs the group. */
  leaders: readonly Membership[];
  nicknames: ReadonlyMap<string, string>;
  typedReason: string;
  typedEmail: string;
  problems: Problems;
}

/** One group before the office: what it meets, what is asked, what is decided. */
export function OfficeGroupPage(props: Props) {
  const { group, assessed, acts, leaders, nicknames, problems } = props;
  const standing = standingOf(group);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={group.name}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.groups_office_title(), href: urls.adminGroups() },
        ]}
        meta={<StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>}
        actions={
          <ButtonLink kind="quiet" icon="eye" href={urls.group({ group: group.slug })}>
            {m.groups_see()}
          </ButtonLink>
        }
      />
      {group.losesAt && (
        <Notice tone="warning" title={m.groups_warned_title()}>
          <p>{m.groups_warned_words({ date: formatDate(group.losesAt) })}</p>
        </Notice>
      )}
      <Section title={m.groups_criteria()}>
        <CriteriaLines assessed={assessed} />
      </Section>
      <Decision {...props} />
      {!leaders.some(({ role }) => role === 'lead') && <InviteLead {...props} />}
      <Section title={m.groups_leaders()}>
        <Table
          caption={m.groups_leaders()}
          captionHidden
          columns={[
            { key: 'name', label: m.groups_nickname() },
            { key: 'role', label: m.groups_role() },
            { key: 'gender', label: m.groups_gender_column() },
          ]}
          rows={leaders.map((one) => ({
            name: <bdi>{nicknames.get(one.personId) ?? m.groups_somebody()}</bdi>,
            role: roleWords[one.role](),
            gender: one.gender ? genderWords[one.gender]() : '–',
          }))}
        />
      </Section>
      <Section title={m.groups_history()}>
        <History acts={acts} />
      </Section>
    </Stack>
  );
}

/** A group that the office brought in, until somebody accepts to lead it. */
function InviteLead({ group, typedEmail, problems }: Props) {
  return (
    <Panel title={m.groups_lead_invite_title()}>
      <p>{m.groups_lead_invite_words()}</p>
      <Form action={urls.adminGroupInviteLead({ group: group.slug })}>
        <Field
          name="courriel"
          type="email"
          label={m.groups_import_email()}
          value={typedEmail}
          autocomplete="off"
          problems={problems}
          required
        />
        <SubmitButton kind="secondary">{m.groups_lead_invite()}</SubmitButton>
      </Form>
    </Panel>
  );
}

function Decision({ group, typedReason, problems }: Props) {
  const at = { group: group.slug };
  if (!group.requestedAt && !group.certifiedAt) return null;
  const reason = (
    <TextArea
      name="motif"
      label={m.groups_reason()}
      hint={m.groups_reason_hint()}
      value={typedReason}
      limit={LENGTHS.reason}
      rows={3}
      problems={problems}
      required
    />
  );
  if (group.certifiedAt)
    return (
      <Panel title={m.groups_withdraw_title()}>
        <Form action={urls.adminGroupWithdraw(at)}>
          {reason}
          <SubmitButton kind="secondary">{m.groups_withdraw()}</SubmitButton>
        </Form>
      </Panel>
    );
  return (
    <>
      <Panel tone="brand" title={m.groups_grant_title()}>
        <ButtonForm action={urls.adminGroupGrant(at)} icon="check">
          {m.groups_grant()}
        </ButtonForm>
      </Panel>
      <Panel title={m.groups_refuse_title()}>
        <Form action={urls.adminGroupRefuse(at)}>
          {reason}
          <SubmitButton kind="secondary">{m.groups_refuse()}</SubmitButton>
        </Form>
      </Panel>
    </>
  );
}
