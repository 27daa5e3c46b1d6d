import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { ButtonForm, ButtonLink, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Panel } from '../../ui/layout.tsx';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TrapField } from '../../ui/trap.tsx';
import { urls } from '../../urls.ts';
import type { Meeting } from './meeting.ts';
import { meetingSegment, placeWords, profileWords, timeWords } from './meeting-words.page.ts';
import {
  KEPT_DAYS,
  type NameRefusal,
  PROFILES,
  type Registration,
  registrationStateOf,
} from './registration.ts';

/** Names of the form's fields, as they are sent. */
export const FIELDS = { name: 'nom', email: 'courriel', profile: 'profil' } as const;

export interface TypedRegistration {
  name: string;
  email: string;
  profile: string;
}

export interface RegistrationProps {
  /** null: nobody is signed in. */
  nickname: string | null;
  /** The reader's own. */
  own: Registration | null;
  /** Where one signs in and comes back. */
  signInHref: string;
  typed: TypedRegistration;
  problems: Problems;
}

export const nameProblems: Record<NameRefusal, () => string> = {
  'name-missing': m.meetings_problem_name,
  'name-too-long': m.meetings_problem_name_long,
};

/** How one registers, or what became of one's registration. */
export function RegistrationPanel(props: RegistrationProps & { meeting: Meeting; now: Date }) {
  const { meeting, now, own } = props;
  const state = registrationStateOf(meeting, now);
  const at = { meeting: meetingSegment(meeting) };
  if (own?.confirmedAt)
    return (
      <Panel tone="brand" title={own.seatedAt ? m.meetings_own_seated() : m.meetings_own_waiting()}>
        <p>{own.seatedAt ? m.meetings_own_seated_words() : m.meetings_own_waiting_words()}</p>
        {state !== 'closed' && (
          <ButtonForm kind="secondary" action={urls.meetingWithdraw(at)}>
            {m.meetings_withdraw()}
          </ButtonForm>
        )}
      </Panel>
    );
  if (state === 'closed')
    return (
      <Panel title={m.meetings_register()}>
        <p>{m.meetings_registration_closed()}</p>
      </Panel>
    );
  return <RegistrationForm {...props} full={state === 'full'} />;
}

function RegistrationForm(props: RegistrationProps & { meeting: Meeting; full: boolean }) {
  const { meeting, nickname, typed, problems, full, signInHref } = props;
  const left = meeting.capacity === null ? null : meeting.capacity - meeting.seated;
  return (
    <Panel title={m.meetings_register()}>
      <div id="inscription" class="stack">
        {full ? (
          <Notice tone="warning" title={m.meetings_full()}>
            {m.meetings_full_words()}
          </Notice>
        ) : (
          left !== null && <p>{m.meetings_left({ count: left })}</p>
        )}
        <Form
          action={`${urls.meetingRegister({ meeting: meetingSegment(meeting) })}`}
          label={m.meetings_register()}
        >
          {nickname === null ? (
            <>
              <Field
                name={FIELDS.name}
                label={m.meetings_name()}
                value={typed.name}
                autocomplete="name"
                problems={problems}
                required
              />
              <Field
                name={FIELDS.email}
                type="email"
                label={m.meetings_email()}
                hint={m.meetings_email_hint()}
                value={typed.email}
                autocomplete="email"
                problems={problems}
                required
              />
              <TrapField label={m.contact_trap()} />
            </>
          ) : (
            <p>
              {meeting.hostId === null
                ? m.meetings_register_as({ nickname })
                : m.meetings_register_as_hosted({ nickname })}
            </p>
          )}
          <Radios
            name={FIELDS.profile}
            label={m.meetings_profile()}
            value={typed.profile}
            problems={problems}
            required
            options={PROFILES.map((profile) => ({
              value: profile,
              label: profileWords[profile](),
            }))}
          />
          <p class="hint">{m.meetings_kept({ days: KEPT_DAYS })}</p>
          <SubmitButton size="large">
            {full ? m.meetings_join_waiting() : m.meetings_register_submit()}
          </SubmitButton>
        </Form>
        {nickname === null && (
          <p>
            <a href={signInHref}>{m.meetings_sign_in()}</a>
          </p>
        )}
      </div>
    </Panel>
  );
}

interface LinkProps {
  token: string;
  meeting: Meeting;
}

export function ConfirmRegistrationPage({ token, meeting }: LinkProps) {
  return (
    <ConfirmPage
      question={m.meetings_confirm_question()}
      form={
        <Form action={urls.registrationConfirm({ token })}>
          <SubmitButton size="large">{m.meetings_confirm_submit()}</SubmitButton>
        </Form>
      }
      cancelHref={urls.meeting({ meeting: meetingSegment(meeting) })}
      cancelLabel={m.meetings_back()}
    >
      <Which meeting={meeting} />
    </ConfirmPage>
  );
}

export function WithdrawRegistrationPage({ token, meeting }: LinkProps) {
  return (
    <ConfirmPage
      question={m.meetings_withdraw_question()}
      form={
        <Form action={urls.registrationWithdraw({ token })}>
          <SubmitButton size="large" kind="danger">
            {m.meetings_withdraw()}
          </SubmitButton>
        </Form>
      }
      cancelHref={urls.meeting({ meeting: meetingSegment(meeting) })}
      cancelLabel={m.meetings_withdraw_not()}
    >
      <Which meeting={meeting} />
      <p>{m.meetings_withdraw_words()}</p>
    </ConfirmPage>
  );
}

function Which({ meeting }: { meeting: Meeting }) {
  return (
    <p>
      <strong>
        <bdi>{meeting.title}</bdi>
      </strong>
      <br />
      {timeWords(meeting)}
      <br />
      <bdi>{placeWords(meeting)}</bdi>
    </p>
  );
}

/** What became of a link's act. */
export function SettledPage(props: { title: string; words: string; meeting: Meeting | null }) {
  const { title, words, meeting } = props;
  return (
    <Column>
      <PageHeader title={title} lead={words} />
      <p>
        <ButtonLink
          kind="secondary"
          href={meeting ? urls.meeting({ meeting: meetingSegment(meeting) }) : urls.agenda()}
        >
          {meeting ? m.meetings_back() : m.meetings_all()}
        </ButtonLink>
      </p>
    </Column>
  );
}
