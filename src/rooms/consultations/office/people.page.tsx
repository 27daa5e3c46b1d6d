import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, Select, TextArea } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { roleWords } from '../../identity/index.page.ts';
import type { GrantInSpace } from '../../identity/index.ts';
import type { CoOrganiser, Space } from '../space.ts';
import { officeCrumbs } from './space-crumbs.page.ts';

export const SPACE_ROLES = ['space-organiser', 'space-author', 'moderator'] as const;

/** Somebody to add to the team, as typed. */
export type TypedMate = Record<'courriel' | 'role' | 'co-organisateur', string>;

interface TeamProps {
  space: Space;
  coOrganisers: readonly CoOrganiser[];
  team: readonly GrantInSpace[];
  typed: TypedMate;
  problems: Problems;
}

/** Who works in a space, co-organiser by co-organiser (R93). */
export function TeamPage({ space, coOrganisers, team, typed, problems }: TeamProps) {
  const at = { space: space.slug };
  const groups = [
    { id: null, name: m.spaceoffice_of_organisation() },
    ...coOrganisers.map(({ id, name }) => ({ id, name })),
  ]
    .map((group) => ({ ...group, held: team.filter((one) => one.coOrganiserId === group.id) }))
    .filter(({ held }) => held.length > 0);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.spaceoffice_team()}
        lead={m.spaceoffice_team_lead()}
        breadcrumb={officeCrumbs(space)}
      />
      {groups.map(({ id, name, held }) => (
        <Section key={id ?? ''} title={<bdi>{name}</bdi>}>
          <List label={name}>
            {held.map((grant) => (
              <>
                <p>
                  <bdi>{grant.name}</bdi> (<bdi>{grant.email}</bdi>)
                  <br />
                  <span class="hint">{roleWords[grant.role].name()}</span>
                </p>
                <ButtonForm
                  action={urls.adminSpaceTeamRemove({ ...at, grant: grant.id })}
                  kind="quiet"
                  size="small"
                  icon="close"
                  about={grant.name}
                >
                  {m.spaceoffice_team_remove()}
                </ButtonForm>
              </>
            ))}
          </List>
        </Section>
      ))}
      <Section title={m.spaceoffice_team_add()}>
        <Form action={urls.adminSpaceTeam(at)}>
          <Field
            name="courriel"
            type="email"
            label={m.spaceoffice_email()}
            hint={m.spaceoffice_email_hint()}
            value={typed.courriel}
            autocomplete="off"
            problems={problems}
            required
          />
          <Radios
            name="role"
            label={m.spaceoffice_role()}
            value={typed.role}
            problems={problems}
            required
            options={SPACE_ROLES.map((role) => ({
              value: role,
              label: roleWords[role].name(),
              hint: roleWords[role].hint(),
            }))}
          />
          {coOrganisers.length > 0 && (
            <Select
              name="co-organisateur"
              label={m.spaceoffice_for_co_organiser()}
              empty={m.spaceoffice_of_organisation()}
              value={typed['co-organisateur']}
              options={coOrganisers.map(({ id, name }) => ({ value: id, label: name }))}
              problems={problems}
            />
          )}
          <SubmitButton size="large">{m.spaceoffice_team_add()}</SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}

interface MembersProps {
  space: Space;
  count: number;
  members: readonly { id: string; name: string; email: string }[];
  nextHref: string | undefined;
  typed: string;
  problems: Problems;
}

/** Who a private space is there for. */
export function MembersPage({ space, count, members, nextHref, typed, problems }: MembersProps) {
  const at = { space: space.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.spaceoffice_members()}
        lead={space.isPrivate ? m.spaceoffice_members_lead() : m.spaceoffice_members_public()}
        breadcrumb={officeCrumbs(space)}
      />
      {space.admission === 'mandate' ? (
        <p>{m.spaceoffice_network_members_hint()}</p>
      ) : (
        <Section title={m.spaceoffice_members_add()}>
          <Form action={urls.adminSpaceMembers(at)}>
            <TextArea
              name="courriels"
              label={m.spaceoffice_emails()}
              hint={m.spaceoffice_emails_hint()}
              value={typed}
              rows={5}
              problems={problems}
              required
            />
            <SubmitButton size="large">{m.spaceoffice_members_add()}</SubmitButton>
          </Form>
        </Section>
      )}
      <Section title={m.spaceoffice_members_count({ count })}>
        {members.length === 0 ? (
          <EmptyState title={m.spaceoffice_members_none()} level={3}>
            <p>{m.spaceoffice_members_none_words()}</p>
          </EmptyState>
        ) : (
          <List label={m.spaceoffice_members()}>
            {members.map(({ id, name, email }) => (
              <>
                <p>
                  <bdi>{name}</bdi> (<bdi>{email}</bdi>)
                </p>
                <ButtonForm
                  action={urls.adminSpaceMemberRemove({ ...at, person: id })}
                  kind="quiet"
                  size="small"
                  icon="close"
                  about={name}
                >
                  {m.spaceoffice_member_remove()}
                </ButtonForm>
              </>
            ))}
          </List>
        )}
        <Pagination nextHref={nextHref} />
      </Section>
    </Column>
  );
}
