import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions, Panel, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { meetingSegment, placeWords, timeWords } from '../meeting-words.page.ts';
import { type Place, type Session, standingOf } from './session.ts';
import { hoursWords, seatWords } from './session-words.page.ts';

interface Props {
  meeting: Meeting;
  now: Date;
  sessions: readonly Session[];
  /** Where the reader stands in each. */
  own: ReadonlyMap<string, Place>;
  /** null: nobody is signed in; the way to do so. */
  signInHref: string | null;
  /** Whether the reader makes the programme; whether they may read who signed up. */
  mayRun: boolean;
  mayList: boolean;
  problems: Problems;
}

const at = (meeting: Meeting) => ({ meeting: meetingSegment(meeting) });

/** The programme of a congress, by day and time, with what one signs up for. */
export function ProgrammePage(props: Props) {
  const { meeting, sessions, own, mayRun, problems } = props;
  const add = mayRun && (
    <ButtonLink kind="secondary" icon="plus" href={urls.newSession({ meeting: meeting.number })}>
      {m.congress_add()}
    </ButtonLink>
  );
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.congress_programme()}
        lead={[timeWords(meeting), placeWords(meeting)].join(' · ')}
        breadcrumb={[{ label: meeting.title, href: urls.meeting(at(meeting)) }]}
        actions={
          <>
            {own.size > 0 && (
              <ButtonLink icon="calendar" href={urls.ownProgramme(at(meeting))}>
                {m.congress_own()}
              </ButtonLink>
            )}
            {add}
          </>
        }
      />
      {props.signInHref && sessions.length > 0 && (
        <p>
          <a href={props.signInHref}>{m.congress_sign_in()}</a>
        </p>
      )}
      {sessions.length === 0 ? (
        <EmptyState icon="calendar-days" title={m.congress_none()}>
          <p>{mayRun ? m.congress_none_to_make() : m.congress_none_words()}</p>
        </EmptyState>
      ) : (
        <ProgrammeDays {...props} />
      )}
    </Stack>
  );
}

/** The reader's own sessions, in order, with the way to give one back. */
export function OwnProgrammePage(props: Props) {
  const { meeting, sessions } = props;
  return (
    <Stack>
      <PageHeader
        title={m.congress_own()}
        lead={m.congress_own_lead()}
        breadcrumb={[
          { label: meeting.title, href: urls.meeting(at(meeting)) },
          { label: m.congress_programme(), href: urls.programme(at(meeting)) },
        ]}
        {...(sessions.length > 0 && {
          actions: (
            <ButtonLink
              kind="secondary"
              icon="calendar"
              href={urls.ownProgrammeIcs(at(meeting))}
              download
            >
              {m.meetings_add_to_calendar()}
            </ButtonLink>
          ),
        })}
      />
      {sessions.length === 0 ? (
        <EmptyState
          icon="calendar-days"
          title={m.congress_own_none()}
          actions={<ButtonLink href={urls.programme(at(meeting))}>{m.congress_see()}</ButtonLink>}
        >
          <p>{m.congress_own_none_words()}</p>
        </EmptyState>
      ) : (
        <ProgrammeDays {...props} />
      )}
    </Stack>
  );
}

function ProgrammeDays(props: Props) {
  const days = [...Map.groupBy(props.sessions, ({ startsAt }) => dayInParis(startsAt)).entries()];
  return (
    <>
      {days.map(([day, sessions]) => (
        <Section key={day} id={`jour-${day}`} title={formatDate(sessions[0]!.startsAt)}>
          <Stack>
            {sessions.map((session) => (
              <SessionPanel key={session.id} {...props} session={session} />
            ))}
          </Stack>
        </Section>
      ))}
    </>
  );
}

function SessionPanel(props: Props & { session: Session }) {
  const { session, meeting, now, own } = props;
  const standing = standingOf(session, meeting, now);
  const place = own.get(session.id) ?? null;
  return (
    <Panel>
      <p class="hint">
        {[hoursWords(session), session.room].filter((part) => part !== '').join(' · ')}{' '}
        {standing === 'cancelled' && (
          <StateBadge tone="danger">{m.congress_cancelled()}</StateBadge>
        )}
        {place === 'seated' && <StateBadge tone="success">{m.congress_seated()}</StateBadge>}
        {place === 'waiting' && <StateBadge tone="warning">{m.congress_waiting()}</StateBadge>}
      </p>
      <h3>
        <bdi>{session.title}</bdi>
      </h3>
      {session.speakers && (
        <p>
          {m.congress_with()} <bdi>{session.speakers}</bdi>
        </p>
      )}
      {session.description && <Prose text={session.description} />}
      {standing === 'cancelled' ? (
        <Prose text={session.cancelMessage} />
      ) : (
        <p class="hint">{seatWords(session)}</p>
      )}
      <SessionActs {...props} standing={standing} place={place} />
    </Panel>
  );
}

function SessionActs(
  props: Props & { session: Session; standing: ReturnType<typeof standingOf>; place: Place },
) {
  const { session, meeting, standing, place, mayRun, mayList } = props;
  const of = { meeting: meeting.number, session: session.id };
  const isOpen = standing === 'open' || standing === 'full';
  const about = session.title;
  return (
    <Actions>
      {isOpen && place === null && props.signInHref === null && (
        <ButtonForm action={urls.sessionSignUp(of)} size="small" about={about}>
          {standing === 'full' ? m.congress_wait() : m.congress_sign_up()}
        </ButtonForm>
      )}
      {isOpen && place !== null && (
        <ButtonForm action={urls.sessionGiveUp(of)} kind="secondary" size="small" about={about}>
          {m.congress_give_up()}
        </ButtonForm>
      )}
      {mayRun && isOpen && (
        <>
          <ButtonLink kind="quiet" size="small" href={urls.changeSession(of)} about={about}>
            {m.congress_change()}
          </ButtonLink>
          <ButtonLink kind="quiet" size="small" href={urls.cancelSession(of)} about={about}>
            {m.congress_cancel()}
          </ButtonLink>
        </>
      )}
      {mayList && standing !== 'cancelled' && (
        <ButtonLink kind="quiet" size="small" href={urls.sessionPeople(of)} about={about}>
          {m.congress_people()}
        </ButtonLink>
      )}
    </Actions>
  );
}
