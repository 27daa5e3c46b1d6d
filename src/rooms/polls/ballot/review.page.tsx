import * as m from '../../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { EligibilityRefusal } from '../box/eligibility.ts';
import type { Poll } from '../poll.ts';
import { PublicVoteBanner } from '../public-vote.page.tsx';
import { ReminderBox } from '../reminders/reminder.page.tsx';
import type { ReminderOffer } from '../reminders/reminder.ts';
import { SealedReview } from '../sealed/sealed-review.page.tsx';
import { checkBallot } from './ballot.ts';
import type { Ballot } from './ballot-entry.page.tsx';
import { takesBlank } from './ballot-frame.ts';
import { CastForm, type CastFormFields } from './cast-form.page.tsx';
import { writeEntry } from './entry.ts';
import { voteRefusalWords } from './refusal-words.page.ts';
import { ReviewedChoices } from './review-choices.page.tsx';

interface Props {
  now: Date;
  ballot: Ballot;
  /** null: nobody is signed in. */
  voter: {
    nickname: string;
    refusal: EligibilityRefusal | null;
    revision: number;
    onPaper: boolean;
    /** By a rule of the office: it may be contested (watch). */
    declaredInvalid: boolean;
    hasAccount: boolean;
    /** Somebody else voted with a proof that this voter gave. */
    markUsed: boolean;
    /** Whom to write to about it. */
    contact: string;
  } | null;
  /** What the form carries besides the choices. */
  form: CastFormFields;
  /** Of the form, in a sealed poll; '' otherwise. */
  token: string;
  /** Whether one can also vote in person, said where a sealed vote cannot be cast. */
  inPerson: boolean;
  problems: Problems;
  /** The answer to an earlier attempt was lost: pressing again is safe. */
  unknownOutcome?: boolean;
  reminder: ReminderOffer;
}

/** The choices once more, and one clear button. */
export function ReviewPage(props: Props) {
  const { ballot } = props;
  const { edition, basket, poll } = ballot;
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={props.now} current="vote">
      <Stack>
        <ErrorSummary problems={props.problems} />
        {props.unknownOutcome && (
          <Notice tone="danger" title={m.polls_unknown_title()}>
            <p>{m.polls_unknown()}</p>
          </Notice>
        )}
        <PageHeader title={m.polls_review_title()} lead={m.polls_review_lead()} />
        <PublicVoteBanner edition={edition.slug} poll={poll} />
        {poll.settings.sealing ? (
          <SealedReview
            ballot={ballot}
            sealing={poll.settings.sealing}
            token={props.token}
            inPerson={props.inPerson}
          >
            <WhatNow {...props} />
          </SealedReview>
        ) : basket.length === 0 && !takesBlank(poll) ? (
          <EmptyState
            icon="basket"
            title={m.polls_review_empty_title()}
            actions={<ButtonLink href={urls.vote(at)}>{m.ballot_review_back()}</ButtonLink>}
          >
            {m.ballot_review_empty({ subject: poll.settings.subject })}
          </EmptyState>
        ) : (
          <>
            <Section
              title={m.polls_review_choices()}
              action={<a href={urls.vote(at)}>{m.polls_review_change()}</a>}
            >
              {basket.length === 0 && <p>{m.adoption_blank()}</p>}
              <ReviewedChoices ballot={ballot} />
            </Section>
            <Notice tone="warning" title={m.polls_vote_unsaved_title()}>
              <p>{m.polls_vote_unsaved()}</p>
            </Notice>
            <WhatNow {...props} />
            <ReminderBox edition={edition.slug} offer={props.reminder} from="bulletin" />
          </>
        )}
      </Stack>
    </EditionFrame>
  );
}

/** The one thing to do next, according to who reads. */
function WhatNow({ ballot, voter, form, problems }: Props) {
  const { edition, poll, basket } = ballot;
  const here = urls.voteReview({ edition: edition.slug });
  const choices = basket.map(writeEntry);
  // a sealed ballot is checked in the browser, which alone has it
  const checked = poll.settings.sealing ? null : checkBallot(poll, choices);
  if (checked && !checked.ok) {
    return (
      <NextStep
        kicker={m.ballot_review_not_ready()}
        title={voteRefusalWords(checked.refusal, poll, checked.about, edition.currency)}
        actions={
          <ButtonLink href={urls.vote({ edition: edition.slug })}>
            {m.ballot_review_back()}
          </ButtonLink>
        }
      />
    );
  }
  if (!voter && poll.settings.admission.withoutAccount)
    return <ProveYourself edition={edition.slug} orSignIn={here} />;
  if (!voter) {
    return (
      <NextStep
        title={m.polls_review_sign_in_title()}
        actions={
          <>
            <ButtonLink href={urls.signIn({ vers: here })} size="large">
              {m.ui_sign_in()}
            </ButtonLink>
            <ButtonLink href={urls.signUp({ vers: here })} kind="secondary">
              {m.ui_sign_up()}
            </ButtonLink>
          </>
        }
      >
        <p>{m.polls_review_sign_in()}</p>
      </NextStep>
    );
  }
  if (voter.onPaper)
    return <Notice title={m.polls_already_title()}>{m.polls_review_paper()}</Notice>;
  if (voter.declaredInvalid)
    return (
      <Notice tone="warning" title={m.watch_voter_refused_title()}>
        <p>{m.watch_voter_refused({ contact: voter.contact })}</p>
      </Notice>
    );
  if (voter.markUsed)
    return (
      <Notice tone="warning" title={m.identify_used_title()}>
        <p>{m.identify_used({ contact: voter.contact })}</p>
      </Notice>
    );
  if (voter.refusal)
    return (
      <NotYet
        poll={poll}
        refusal={voter.refusal}
        here={here}
        edition={edition.slug}
        hasAccount={voter.hasAccount}
      />
    );
  return (
    <NextStep
      title={m.polls_review_cast_title()}
      actions={
        <CastForm
          edition={edition.slug}
          poll={poll}
          choices={choices}
          form={form}
          nickname={voter.nickname}
          problems={problems}
        />
      }
    >
      <p>
        {voter.revision > 0
          ? m.polls_review_replace_words()
          : m.polls_review_cast_words({ date: formatDateTime(poll.closesAt) })}
      </p>
    </NextStep>
  );
}

/** Choosing comes first; proving who one is comes after, and the choices wait. */
function ProveYourself({ edition, orSignIn }: { edition: string; orSignIn?: string }) {
  return (
    <NextStep
      title={m.identify_review_title()}
      actions={
        <>
          <ButtonLink href={urls.voteIdentity({ edition })} size="large">
            {m.identify_review_button()}
          </ButtonLink>
          {orSignIn && (
            <ButtonLink href={urls.signIn({ vers: orSignIn })} kind="secondary">
              {m.ui_sign_in()}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>{m.identify_review()}</p>
    </NextStep>
  );
}

/** Polite words for those who cannot vote, and what they can do about it. */
function NotYet(props: {
  poll: Poll;
  refusal: EligibilityRefusal;
  here: string;
  edition: string;
  hasAccount: boolean;
}) {
  const { poll, here } = props;
  const identity = props.hasAccount
    ? urls.accountIdentity({ vers: here })
    : urls.voteIdentity({ edition: props.edition });
  const pages: Record<EligibilityRefusal, () => ReturnType<typeof NextStep>> = {
    'account-not-confirmed': () => <NextStep title={m.polls_review_not_confirmed()} />,
    'identity-not-declared': () => (
      <NextStep
        title={m.polls_review_identity_title()}
        actions={
          <ButtonLink href={identity} size="large">
            {m.polls_review_identity_button()}
          </ButtonLink>
        }
      >
        <p>{m.polls_review_identity({ age: poll.minimumAge })}</p>
      </NextStep>
    ),
    'method-missing': () => <ProveYourself edition={props.edition} />,
    'too-young': () => (
      <NextStep title={m.polls_review_too_young_title()}>
        <p>{m.polls_review_too_young({ age: poll.minimumAge })}</p>
      </NextStep>
    ),
    'not-a-resident': () => (
      <NextStep
        title={m.polls_review_not_resident_title()}
        actions={
          <ButtonLink href={identity} kind="secondary">
            {m.polls_review_not_resident_button()}
          </ButtonLink>
        }
      >
        <p>{m.polls_review_not_resident()}</p>
      </NextStep>
    ),
  };
  return pages[props.refusal]();
}
