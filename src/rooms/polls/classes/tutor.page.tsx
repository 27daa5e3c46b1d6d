import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Column, Section, Stack } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { type ClassSession, classState } from './class-session.ts';

interface Props {
  edition: Edition;
  session: ClassSession;
  token: string;
  now: Date;
  /** Whether votes are taken now. */
  voteOpen: boolean;
  /** Full address of the page where pupils type the code. */
  address: string;
}

/** What a tutor does: open the session, write the code on the board, close it. */
export function TutorPage({ edition, session, token, now, voteOpen, address }: Props) {
  const state = classState(session, now);
  return (
    <Column>
      <Stack>
        <PageHeader title={session.name} kicker={edition.title} lead={m.classes_tutor_lead()} />
        {!voteOpen && <Notice>{m.classes_tutor_vote_closed()}</Notice>}
        {voteOpen && state !== 'open' && (
          <NextStep
            title={m.classes_tutor_open_title()}
            actions={
              <ButtonForm action={urls.tutorOpen({ token })} size="large">
                {m.classes_tutor_open()}
              </ButtonForm>
            }
          >
            <p>{m.classes_tutor_open_words({ places: session.places })}</p>
          </NextStep>
        )}
        {voteOpen && state === 'open' && (
          <>
            <NextStep
              title={
                <span class="class-code" translate={false}>
                  {session.code}
                </span>
              }
              kicker={m.classes_tutor_code()}
              deadline={m.classes_tutor_until({ date: formatDateTime(session.openUntil!) })}
              actions={
                <>
                  <ButtonLink href={urls.tutor({ token })} kind="secondary">
                    {m.classes_tutor_refresh()}
                  </ButtonLink>
                  <ButtonForm action={urls.tutorClose({ token })} kind="secondary">
                    {m.classes_tutor_close()}
                  </ButtonForm>
                </>
              }
            >
              <p>{m.classes_tutor_code_words({ address })}</p>
              <p>
                {m.classes_tutor_taken({
                  taken: formatNumber(session.taken),
                  places: formatNumber(session.places),
                })}
              </p>
            </NextStep>
            <QrCode text={address} alternative={m.classes_tutor_qr({ address })} />
          </>
        )}
        <Section title={m.classes_tutor_how()}>
          <ol>
            <li>{m.classes_tutor_step_1()}</li>
            <li>{m.classes_tutor_step_2()}</li>
            <li>{m.classes_tutor_step_3()}</li>
            <li>{m.classes_tutor_step_4()}</li>
          </ol>
          <p>{m.classes_tutor_secret()}</p>
        </Section>
      </Stack>
    </Column>
  );
}
