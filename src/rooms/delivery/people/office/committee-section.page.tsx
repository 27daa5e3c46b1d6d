import * as m from '../../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../../../ui/format.ts';
import { Actions, Section } from '../../../../ui/layout.tsx';
import { List } from '../../../../ui/list.tsx';
import { StateBadge } from '../../../../ui/tag.tsx';
import { urls } from '../../../../urls.ts';
import type { Meeting } from '../../../meetings/index.ts';
import type { Volunteer } from '../help.ts';
import type { PeopleProps } from './people.page.tsx';

/** The monitoring committee: who asks to be of it, who is, and to which meetings they are invited. */
export function CommitteeSection(props: PeopleProps) {
  const { at, realisation, committee, meetings, isOfficer } = props;
  const members = committee.filter(({ acceptedAt }) => acceptedAt !== null).length;
  return (
    <Section
      title={m.together_committee_title()}
      lead={m.together_committee_office_lead()}
      id="comite"
    >
      <p>{m.together_committee_count({ count: members })}</p>
      {committee.length > 0 && (
        <List>
          {committee.map((one) => (
            <Person key={one.personId} {...props} one={one} />
          ))}
        </List>
      )}
      <Section
        level={3}
        title={m.together_invite_title()}
        {...(isOfficer && {
          action: (
            <a
              href={urls.adminNewMeeting({
                edition: at.edition,
                sujet: `realisation:${realisation.id}`,
              })}
            >
              {m.together_meeting_new()}
            </a>
          ),
        })}
      >
        {meetings.length === 0 ? (
          <p>{m.together_invite_none()}</p>
        ) : (
          <List>
            {meetings.map((meeting) => (
              <Invitation key={meeting.id} {...props} meeting={meeting} members={members} />
            ))}
          </List>
        )}
      </Section>
      <Actions>
        <ButtonLink kind="quiet" href={urls.deliveryTeam(at)}>
          {m.together_space_open()}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

function Person({ at, names, one }: PeopleProps & { one: Volunteer }) {
  const name = names.get(one.personId) || m.together_somebody();
  const action = urls.adminVolunteer({ ...at, person: one.personId });
  const waits = one.acceptedAt === null;
  return (
    <article class="stack">
      <p>
        <bdi>{name}</bdi>{' '}
        <StateBadge tone={waits ? 'now' : 'success'}>
          {waits
            ? m.together_volunteer_waits({ date: formatDate(one.volunteeredAt, 'day') })
            : m.together_volunteer_in()}
        </StateBadge>
      </p>
      <Actions>
        {waits && (
          <ButtonForm
            size="small"
            icon="check"
            action={action}
            values={{ act: 'accept' }}
            about={name}
          >
            {m.together_volunteer_accept()}
          </ButtonForm>
        )}
        <ButtonForm
          kind="quiet"
          size="small"
          action={action}
          values={{ act: 'decline' }}
          about={name}
        >
          {waits ? m.together_volunteer_decline() : m.together_volunteer_remove()}
        </ButtonForm>
      </Actions>
    </article>
  );
}

function Invitation({
  at,
  invited,
  meeting,
  members,
}: PeopleProps & { meeting: Meeting; members: number }) {
  const count = invited.get(meeting.id) ?? 0;
  return (
    <article class="stack">
      <p>
        <a href={urls.meeting({ meeting: String(meeting.number) })}>
          <bdi>{meeting.title}</bdi>
        </a>
        <br />
        <span class="hint">
          {formatDateTime(meeting.startsAt)} · <bdi>{meeting.place}</bdi>
        </span>
      </p>
      {count > 0 && <p>{m.together_invited({ count })}</p>}
      {members > count && (
        <ButtonForm
          kind="secondary"
          size="small"
          icon="mail"
          action={urls.adminInviteCommittee(at)}
          values={{ meeting: meeting.id }}
          about={meeting.title}
        >
          {m.together_invite()}
        </ButtonForm>
      )}
    </article>
  );
}
