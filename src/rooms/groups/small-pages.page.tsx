import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Group } from './group.ts';

/** Asks once more before somebody leaves; the last lead is told to hand over first. */
export function LeavePage({ group, isLast }: { group: Group; isLast: boolean }) {
  const at = { group: group.slug };
  return (
    <ConfirmPage
      question={m.groups_leave_question({ name: group.name })}
      cancelHref={urls.group(at)}
      cancelLabel={m.groups_stay()}
      form={
        isLast ? (
          <ButtonLink href={urls.groupMembers(at)}>{m.groups_hand_over()}</ButtonLink>
        ) : (
          <ButtonForm action={urls.groupLeave(at)}>{m.groups_leave()}</ButtonForm>
        )
      }
    >
      <p>{isLast ? m.groups_problem_last_lead() : m.groups_leave_words()}</p>
    </ConfirmPage>
  );
}

interface InvitedProps {
  group: Group;
  /** Invited to lead it. */
  leads: boolean;
  token: string;
  /** null: signed in. */
  signInHref: string | null;
  signUpHref: string;
}

/** What a mailed invitation leads to: before an account, the way to have one. */
export function InvitationPage({ group, leads, token, signInHref, signUpHref }: InvitedProps) {
  return (
    <Column>
      <PageHeader
        title={m.groups_invited_title({ name: group.name })}
        lead={signInHref ? m.groups_invited_sign_in() : m.groups_invited_words()}
        actions={
          signInHref ? (
            <>
              <ButtonLink href={signUpHref}>{m.groups_sign_up()}</ButtonLink>
              <ButtonLink kind="secondary" href={signInHref}>
                {m.groups_sign_in()}
              </ButtonLink>
            </>
          ) : (
            <ButtonForm action={urls.groupInvitation({ token })}>{m.groups_join()}</ButtonForm>
          )
        }
      />
      {leads && <p>{m.groups_invited_to_lead()}</p>}
      <p>
        <a href={urls.group({ group: group.slug })}>{m.groups_see()}</a>
      </p>
    </Column>
  );
}

/** An invitation that was used, taken back, or is too old. */
export function SpentPage() {
  return (
    <Column>
      <PageHeader
        title={m.groups_spent_title()}
        lead={m.groups_spent_words()}
        actions={<ButtonLink href={urls.groups()}>{m.groups_all()}</ButtonLink>}
      />
    </Column>
  );
}
