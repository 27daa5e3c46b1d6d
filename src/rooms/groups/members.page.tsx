import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Group } from './group.ts';
import { genderWords, roleWords } from './group-words.page.ts';
import {
  GENDERS,
  GROUP_ROLES,
  type GroupRight,
  type Membership,
  mayRemove,
  TREASURERS_NEEDED,
} from './membership.ts';

interface Props {
  group: Group;
  own: Membership;
  right: GroupRight;
  members: readonly Membership[];
  nicknames: ReadonlyMap<string, string>;
  /** Empty for who does not manage the group. */
  requests: readonly { personId: string; words: string; askedAt: Date }[];
  invitations: readonly { id: string; email: string; expiresAt: Date }[];
  typedEmail: string;
  problems: Problems;
}

/** Who is in a group, for its members; who comes in and who is what, for those who run it. */
export function MembersPage(props: Props) {
  const { group, own, right, members, requests, problems } = props;
  const at = { group: group.slug };
  const treasurers = members.filter(({ isTreasurer }) => isTreasurer).length;
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.groups_members_title()}
        lead={m.groups_members_lead()}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group(at) },
        ]}
      />
      {treasurers < TREASURERS_NEEDED && (
        <Notice tone="info" title={m.groups_treasurers_title()}>
          <p>{m.groups_treasurers_missing()}</p>
        </Notice>
      )}
      {requests.length > 0 && <Requests {...props} />}
      <Section title={m.groups_members()}>
        <List look="rows" label={m.groups_members()}>
          {members.map((member) => (
            <Member key={member.personId} member={member} {...props} />
          ))}
        </List>
      </Section>
      {right.manages && <Invitations {...props} />}
      <Section title={m.groups_gender_title()} lead={m.groups_gender_lead()}>
        <Form action={urls.groupGender(at)}>
          <Radios
            name="genre"
            label={m.groups_gender()}
            look="row"
            value={own.gender ?? ''}
            options={[
              ...GENDERS.map((gender) => ({
                value: gender as string,
                label: genderWords[gender](),
              })),
              { value: '', label: m.groups_gender_none() },
            ]}
          />
          <SubmitButton kind="secondary">{m.groups_save()}</SubmitButton>
        </Form>
      </Section>
    </Stack>
  );
}

function Requests({ group, requests, nicknames }: Props) {
  return (
    <Section title={m.groups_requests()}>
      <List look="rows" label={m.groups_requests()}>
        {requests.map(({ personId, words, askedAt }) => {
          const nickname = nicknames.get(personId) ?? '';
          const action = urls.groupRequestAnswer({ group: group.slug, person: personId });
          return (
            <div key={personId}>
              <p>
                <strong>
                  <bdi>{nickname}</bdi>
                </strong>{' '}
                <span class="hint">{formatDate(askedAt)}</span>
              </p>
              {words && (
                <p>
                  <bdi>{words}</bdi>
                </p>
              )}
              <Actions>
                <ButtonForm action={action} values={{ reponse: 'oui' }} about={nickname}>
                  {m.groups_request_accept()}
                </ButtonForm>
                <ButtonForm
                  kind="secondary"
                  action={action}
                  values={{ reponse: 'non' }}
                  about={nickname}
                >
                  {m.groups_request_decline()}
                </ButtonForm>
              </Actions>
            </div>
          );
        })}
      </List>
    </Section>
  );
}

function Member({ member, group, own, right, nicknames }: Props & { member: Membership }) {
  const nickname = nicknames.get(member.personId) ?? m.groups_somebody();
  const at = { group: group.slug, person: member.personId };
  const isSelf = member.personId === own.personId;
  return (
    <div>
      <p>
        <strong>
          <bdi>{nickname}</bdi>
        </strong>{' '}
        {isSelf && <>({m.groups_yourself()}) </>}
        <StateBadge tone={member.role === 'lead' ? 'info' : 'neutral'} icon="user">
          {roleWords[member.role]()}
        </StateBadge>{' '}
        {member.isTreasurer && (
          <StateBadge tone="info" icon="money">
            {m.groups_treasurer()}
          </StateBadge>
        )}{' '}
        <span class="hint">
          {m.groups_member_since({ date: formatDate(member.joinedAt) })}
          {right.leads && member.gender && <> · {genderWords[member.gender]()}</>}
        </span>
      </p>
      {right.leads && (member.role !== 'lead' || isSelf) && (
        <Form action={urls.groupMemberRole(at)} label={m.groups_role_of({ nickname })}>
          <div class="field-beside">
            <Select
              name="role"
              id={`role-${member.personId}`}
              label={m.groups_role_of({ nickname })}
              width="medium"
              value={member.role}
              options={GROUP_ROLES.map((role) => ({ value: role, label: roleWords[role]() }))}
            />
            <SubmitButton kind="secondary" about={nickname}>
              {m.groups_role_save()}
            </SubmitButton>
          </div>
        </Form>
      )}
      <Actions>
        {right.manages && (
          <ButtonForm
            kind="quiet"
            size="small"
            action={urls.groupMemberTreasurer(at)}
            values={{ tresorerie: member.isTreasurer ? 'non' : 'oui' }}
            about={nickname}
          >
            {member.isTreasurer ? m.groups_treasurer_unmark() : m.groups_treasurer_mark()}
          </ButtonForm>
        )}
        {!isSelf && mayRemove(right, member) && (
          <ButtonForm
            kind="quiet"
            size="small"
            action={urls.groupMemberRemove(at)}
            about={nickname}
          >
            {m.groups_member_remove()}
          </ButtonForm>
        )}
      </Actions>
    </div>
  );
}

function Invitations({ group, invitations, typedEmail, problems }: Props) {
  const at = { group: group.slug };
  return (
    <Section title={m.groups_invite_title()} lead={m.groups_invite_lead()}>
      <Form action={urls.groupInvite(at)}>
        <Field
          name="courriel"
          type="email"
          label={m.groups_invite_email()}
          value={typedEmail}
          problems={problems}
          required
        />
        <SubmitButton kind="secondary">{m.groups_invite()}</SubmitButton>
      </Form>
      {invitations.length > 0 && (
        <List label={m.groups_invitations()}>
          {invitations.map(({ id, email, expiresAt }) => (
            <div key={id}>
              <p>
                <bdi>{email}</bdi>{' '}
                <span class="hint">
                  {m.groups_invitation_until({ date: formatDate(expiresAt) })}
                </span>
              </p>
              <ButtonForm
                kind="quiet"
                size="small"
                action={urls.groupInvitationWithdraw({ ...at, invitation: id })}
                about={email}
              >
                {m.groups_invitation_withdraw()}
              </ButtonForm>
            </div>
          ))}
        </List>
      )}
    </Section>
  );
}
