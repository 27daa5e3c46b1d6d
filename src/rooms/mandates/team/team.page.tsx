import type { ComponentProps } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import { GENDERS, type Gender, type TeamRequest, WORDS_LENGTH } from './team.ts';

/** Those of a team by what they are called. */
export interface NamedTeam {
  leads: readonly string[];
  members: readonly string[];
  vacancies: number;
}

interface Props {
  frame: Omit<ComponentProps<typeof SpaceFrame>, 'children' | 'current'>;
  team: NamedTeam;
  /** How the visitor stands: who leads answers requests, who is in it may leave, the others may ask. */
  own: {
    leads: boolean;
    isOfTeam: boolean;
    request: TeamRequest | null;
    gender: Gender | null;
  };
  isOpen: boolean;
  isPublic: boolean;
  lacksParity: boolean;
  requests: readonly (TeamRequest & { name: string })[];
  typed: string;
  problems: Problems;
}

const genderWords: Record<Gender, () => string> = {
  woman: m.groups_gender_woman,
  man: m.groups_gender_man,
  other: m.groups_gender_other,
};

/** Who leads a network and who helps them, and how one joins them (R153). */
export function TeamPage(props: Props) {
  const { frame, team, own, isOpen, problems } = props;
  return (
    <SpaceFrame {...frame} current="equipe">
      <Stack>
        <ErrorSummary problems={problems} />
        <PageHeader title={m.team_title()} lead={m.team_lead()} />
        {own.leads && props.lacksParity && (
          <Notice tone="info" title={m.team_parity_title()}>
            <p>{m.team_parity_hint()}</p>
          </Notice>
        )}
        <TeamNames team={team} />
        {own.leads && <Requests {...props} />}
        {!own.isOfTeam && isOpen && <Joining {...props} />}
        {own.isOfTeam && <Leaving {...props} />}
        {own.leads && <Settings {...props} />}
      </Stack>
    </SpaceFrame>
  );
}

/** The pair of leads, the places of it that are vacant, and the others of the team. */
export function TeamNames({ team, level = 2 }: { team: NamedTeam; level?: 2 | 3 }) {
  const { vacancies } = team;
  return (
    <>
      <Section title={m.team_leads()} level={level}>
        {team.leads.length > 0 && <Names names={team.leads} />}
        {vacancies > 0 && <p>{m.team_vacancy({ count: vacancies })}</p>}
      </Section>
      {team.members.length > 0 && (
        <Section title={m.team_members()} level={level}>
          <Names names={team.members} />
        </Section>
      )}
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Requests({ frame, requests }: Props) {
  return (
    <Section title={m.team_requests()}>
      {requests.length === 0 ? (
        <p>{m.team_requests_none()}</p>
      ) : (
        <List look="rows" label={m.team_requests()}>
          {requests.map(({ id, name, words, askedAt }) => {
            const at = { space: frame.space.slug, request: id };
            return (
              <Stack key={id}>
                <p>
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                  , {m.team_asked_on({ date: formatDate(askedAt, 'day') })}
                </p>
                <p>
                  <bdi>{words}</bdi>
                </p>
                <Actions>
                  <ButtonForm size="small" action={urls.teamRequestAccept(at)} about={name}>
                    {m.team_accept()}
                  </ButtonForm>
                  <ButtonForm
                    kind="quiet"
                    size="small"
                    action={urls.teamRequestDecline(at)}
                    about={name}
                  >
                    {m.team_decline()}
                  </ButtonForm>
                </Actions>
              </Stack>
            );
          })}
        </List>
      )}
    </Section>
  );
}

function Joining({ frame, own, typed, problems }: Props) {
  const at = { space: frame.space.slug };
  if (own.request)
    return (
      <Section title={m.team_join()}>
        <p>{m.team_waits({ date: formatDate(own.request.askedAt, 'day') })}</p>
        <p>
          <bdi>{own.request.words}</bdi>
        </p>
        <ButtonForm kind="secondary" action={urls.teamRequestWithdraw(at)}>
          {m.team_withdraw()}
        </ButtonForm>
      </Section>
    );
  return (
    <Section title={m.team_join()} lead={m.team_join_lead()}>
      <Form action={urls.spaceTeam(at)}>
        <TextArea
          name="mots"
          label={m.team_words()}
          hint={m.team_words_hint()}
          value={typed}
          rows={4}
          limit={WORDS_LENGTH}
          problems={problems}
          required
        />
        <SubmitButton>{m.team_join()}</SubmitButton>
      </Form>
    </Section>
  );
}

function Leaving({ frame, own, team }: Props) {
  const isLast = own.leads && team.leads.length === 1;
  return (
    <Section title={m.team_leave_title()} lead={isLast ? m.team_leave_last() : m.team_leave_lead()}>
      {!isLast && (
        <ButtonForm kind="danger" action={urls.teamLeave({ space: frame.space.slug })}>
          {m.team_leave()}
        </ButtonForm>
      )}
    </Section>
  );
}

function Settings({ frame, own, isPublic }: Props) {
  const at = { space: frame.space.slug };
  return (
    <>
      <Section title={m.team_show_title()}>
        <Form action={urls.teamShow(at)}>
          <Checkbox
            name="public"
            label={m.team_show()}
            hint={m.team_show_hint()}
            checked={isPublic}
          />
          <SubmitButton kind="secondary">{m.team_save()}</SubmitButton>
        </Form>
      </Section>
      {own.isOfTeam && (
        <Section title={m.team_parity_own()} lead={m.team_parity_lead()}>
          <Form action={urls.teamParity(at)}>
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
            <SubmitButton kind="secondary">{m.team_save()}</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  );
}
