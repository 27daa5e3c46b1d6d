import * as m from '../../paraglide/messages.js';
import { ButtonForm } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, VisuallyHidden } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Session } from './device.ts';
import type { Person } from './person.ts';

interface AccountPageProps {
  person: Person;
  hasPassword: boolean;
  organisationName: string;
  devices: number;
  /** Whether an application or a passkey is in use. */
  secondFactor: boolean;
  /** Whether they receive reminders of votes. */
  reminders: boolean;
  /** Names of the providers that open this account; null: the organisation has none to offer. */
  linked: readonly string[] | null;
}

/** All that the organisation knows of the person, each line with its gesture. */
export function AccountPage(props: AccountPageProps) {
  const { person, hasPassword, organisationName, devices, reminders, linked, secondFactor } = props;
  const items = [
    { term: m.identity_nickname(), detail: <bdi>{person.nickname}</bdi> },
    { term: m.identity_name(), detail: <bdi>{person.name}</bdi> },
    {
      term: m.identity_email(),
      detail: (
        <Changeable href={urls.accountEmail()} about={m.identity_account_change_email()}>
          {person.email}
        </Changeable>
      ),
    },
    {
      term: m.identity_password(),
      detail: (
        <Changeable href={urls.accountPassword()} about={m.identity_account_change_password()}>
          {hasPassword ? m.identity_account_password_set() : m.identity_account_password_none()}
        </Changeable>
      ),
    },
    ...(linked
      ? [
          {
            term: m.providers_linked_title(),
            detail: (
              <Changeable href={urls.linkedAccounts()} about={m.providers_linked_about()}>
                {linked.join(', ') || m.providers_linked_none()}
              </Changeable>
            ),
          },
        ]
      : []),
    {
      term: m.factor_title(),
      detail: (
        <Changeable href={urls.accountFactors()} about={m.factor_about()}>
          {secondFactor ? m.factor_state_on() : m.factor_state_off()}
        </Changeable>
      ),
    },
    {
      term: m.identity_account_birth(),
      detail: person.birthDate ? dayText(person.birthDate) : m.identity_account_not_asked(),
    },
    {
      term: m.identity_account_residence(),
      detail: (
        <Changeable href={urls.accountIdentity()} about={m.identity_account_change_identity()}>
          {residenceText(person, organisationName)}
        </Changeable>
      ),
    },
    {
      term: m.reminders_setting_title(),
      detail: (
        <Changeable href={urls.accountReminders()} about={m.reminders_setting_about()}>
          {reminders ? m.reminders_setting_on() : m.reminders_setting_off()}
        </Changeable>
      ),
    },
    {
      term: m.myspace_title(),
      detail: <a href={urls.mySpace()}>{m.myspace_all()}</a>,
    },
    {
      term: m.letters_preferences_title(),
      detail: <a href={urls.accountLetters()}>{m.letters_preferences_lead()}</a>,
    },
    {
      term: m.profiles_own_title(),
      detail: <a href={urls.ownProfile()}>{m.profiles_account_line()}</a>,
    },
    {
      term: m.personal_title(),
      detail: <a href={urls.ownData()}>{m.personal_account_link()}</a>,
    },
    {
      term: m.identity_account_devices(),
      detail: (
        <>
          {devices} · <a href={urls.accountSessions()}>{m.identity_account_see_devices()}</a>
        </>
      ),
    },
  ];
  return (
    <Column>
      <PageHeader
        title={m.identity_account_title()}
        lead={m.identity_account_lead({ nickname: person.nickname })}
      />
      <DescriptionList items={items} />
      <ButtonForm kind="secondary" icon="sign-out" action={urls.signOut()}>
        {m.ui_sign_out()}
      </ButtonForm>
    </Column>
  );
}

function Changeable(props: { href: string; about: string; children: string }) {
  return (
    <>
      <bdi>{props.children}</bdi> ·{' '}
      <a href={props.href}>
        {m.identity_account_change()}
        <VisuallyHidden> {props.about}</VisuallyHidden>
      </a>
    </>
  );
}

function residenceText(person: Person, organisationName: string): string {
  if (person.residence) return person.residence;
  return person.residenceDeclaredOn
    ? m.identity_account_elsewhere({ place: organisationName })
    : m.identity_account_not_asked();
}

interface SessionsPageProps {
  sessions: readonly Session[];
  currentId: string;
}

/** One's devices, and closing them. */
export function SessionsPage({ sessions, currentId }: SessionsPageProps) {
  const others = sessions.some((session) => session.id !== currentId);
  return (
    <Column>
      <PageHeader
        title={m.identity_devices_title()}
        lead={m.identity_devices_lead()}
        breadcrumb={[{ label: m.identity_account_back(), href: urls.account() }]}
      />
      <List label={m.identity_devices_list()}>
        {sessions.map((session) => (
          <DeviceLine key={session.id} session={session} current={session.id === currentId} />
        ))}
      </List>
      {others ? (
        <ButtonForm kind="danger" action={urls.accountSessions()}>
          {m.identity_devices_close_others()}
        </ButtonForm>
      ) : (
        <p>{m.identity_devices_alone()}</p>
      )}
    </Column>
  );
}

function DeviceLine({ session, current }: { session: Session; current: boolean }) {
  const name = session.device || m.identity_device_unknown();
  return (
    <div class="card-words">
      <p>
        <strong>{name}</strong>{' '}
        {current && <StateBadge tone="now">{m.identity_device_current()}</StateBadge>}
        <br />
        {m.identity_device_opened({ day: dayText(session.openedOn) })},{' '}
        {m.identity_device_seen({ day: dayText(session.seenOn) })}
      </p>
      {!current && (
        <ButtonForm
          kind="secondary"
          size="small"
          action={urls.closeSession({ session: session.id })}
          about={name}
        >
          {m.identity_device_close()}
        </ButtonForm>
      )}
    </div>
  );
}

/** A day of the calendar: noon in UTC is that day in Paris too. */
function dayText(day: string): string {
  return formatDate(new Date(`${day}T12:00:00Z`), 'day');
}
