import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../ui/form.tsx';
import { formatDateTime, formatMoney } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { categoryLook, EditionFrame, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { BallotEntry } from './ballot-entry.page.tsx';
import { CastForm, type CastFormFields } from './cast-form.page.tsx';
import type { EligibilityRefusal } from './eligibility.ts';
import type { Poll } from './poll.ts';
import { PublicVoteBanner } from './public-vote.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  chosen: readonly BallotEntry[];
  /** null: nobody is signed in. */
  voter: {
    nickname: string;
    refusal: EligibilityRefusal | null;
    revision: number;
    onPaper: boolean;
  } | null;
  /** What the form carries besides the choices. */
  form: CastFormFields;
  problems: Problems;
  /** The answer to an earlier attempt was lost: pressing again is safe. */
  unknownOutcome?: boolean;
}

/** The choices once more, and one clear button. */
export function ReviewPage(props: Props) {
  const { edition, now, chosen } = props;
  const at = { edition: edition.slug };
  const total = chosen.reduce((sum, entry) => sum + entry.cost, 0);
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <Stack>
        <ErrorSummary problems={props.problems} />
        {props.unknownOutcome && (
          <Notice tone="danger" title={m.polls_unknown_title()}>
            <p>{m.polls_unknown()}</p>
          </Notice>
        )}
        <PageHeader title={m.polls_review_title()} lead={m.polls_review_lead()} />
        <PublicVoteBanner edition={edition.slug} poll={props.poll} />
        {chosen.length === 0 ? (
          <EmptyState
            icon="basket"
            title={m.polls_review_empty_title()}
            actions={<ButtonLink href={urls.vote(at)}>{m.polls_review_back()}</ButtonLink>}
          >
            {m.polls_review_empty()}
          </EmptyState>
        ) : (
          <>
            <Section
              title={m.polls_review_choices()}
              action={<a href={urls.vote(at)}>{m.polls_review_change()}</a>}
            >
              <List look="cards" label={m.polls_review_choices()}>
                {chosen.map((entry) => (
                  <ChosenCard key={entry.key} edition={edition} entry={entry} />
                ))}
              </List>
              <p>{m.polls_review_total({ total: formatMoney(total) })}</p>
            </Section>
            <Notice tone="warning" title={m.polls_vote_unsaved_title()}>
              <p>{m.polls_vote_unsaved()}</p>
            </Notice>
            <WhatNow {...props} />
          </>
        )}
      </Stack>
    </EditionFrame>
  );
}

function ChosenCard({ edition, entry }: { edition: Edition; entry: BallotEntry }) {
  const at = { edition: edition.slug };
  const category = categoryLook(edition, entry.categoryId);
  return (
    <Card
      title={entry.title}
      href={urls.project({ ...at, project: numberedSegment(entry.number, entry.title) })}
      mark={String(entry.number)}
      {...(category && { category })}
      figure={<Money cents={entry.cost} />}
      action={
        <ButtonForm
          action={urls.voteBasket(at)}
          values={{ retirer: entry.key, vers: 'bulletin' }}
          kind="quiet"
          icon="close"
          about={m.polls_vote_about({ title: entry.title })}
        >
          {m.polls_vote_remove()}
        </ButtonForm>
      }
    />
  );
}

/** The one thing to do next, according to who reads. */
function WhatNow({ edition, poll, chosen, voter, form, problems }: Props) {
  const here = urls.voteReview({ edition: edition.slug });
  if (chosen.length < poll.minimumChoices) {
    return (
      <NextStep
        title={m.polls_review_more({ count: poll.minimumChoices })}
        actions={
          <ButtonLink href={urls.vote({ edition: edition.slug })}>
            {m.polls_review_back()}
          </ButtonLink>
        }
      />
    );
  }
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
  if (voter.refusal) return <NotYet poll={poll} refusal={voter.refusal} here={here} />;
  return (
    <NextStep
      title={m.polls_review_cast_title()}
      actions={
        <CastForm
          edition={edition.slug}
          poll={poll}
          choices={chosen.map((entry) => entry.key)}
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

/** Polite words for those who cannot vote, and what they can do about it. */
function NotYet(props: { poll: Poll; refusal: EligibilityRefusal; here: string }) {
  const { poll, here } = props;
  const identity = urls.accountIdentity({ vers: here });
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
