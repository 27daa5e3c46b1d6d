import * as m from '../../../paraglide/messages.js';
import { BallotBar } from '../../../ui/ballot-bar.tsx';
import { ButtonLink, ErrorSummary, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import { ExtensionNotices } from '../extension.page.tsx';
import { VotePointsLink } from '../points/points.page.tsx';
import { Protection } from '../protection.page.tsx';
import { PublicVoteBanner } from '../public-vote.page.tsx';
import { ReminderBox } from '../reminders/reminder.page.tsx';
import type { ReminderOffer } from '../reminders/reminder.ts';
import { NeedsScripts } from '../sealed/sealed-review.page.tsx';
import { Turnout } from '../turnout.page.tsx';
import { anchorOf, type Ballot, fieldOf } from './ballot-entry.page.tsx';
import { BallotFilters } from './ballot-filters.page.tsx';
import { givesPoints } from './ballot-frame.ts';
import { HowItCounts, leadWords } from './ballot-lead.page.tsx';
import { BallotLimits } from './ballot-limits.page.tsx';
import { BallotParts } from './ballot-parts.page.tsx';
import { measureBallot, summariseBallot } from './ballot-progress.ts';
import { BallotSections } from './ballot-sections.page.tsx';
import { type BallotView, listShown } from './ballot-view.ts';
import { BasketNotice } from './basket-notice.page.tsx';
import { sayScopedState, sayValue } from './counted-words.ts';
import { DistrictChoice } from './district-choice.page.tsx';

interface Props {
  now: Date;
  ballot: Ballot;
  view: BallotView;
  voters: number;
  /** Whether one can also vote in person, at points of vote. */
  inPerson: boolean;
  /** Whether this voter has a ballot in the box. */
  hasVoted: boolean;
  reminder: ReminderOffer;
}

/** The ballot to fill in, with what is done and missing at the foot of the screen. */
export function VotePage(props: Props) {
  const { ballot, view } = props;
  const { edition, poll, frame, words, basket } = ballot;
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={props.now} current="vote">
      <ballot-basket
        data-path={urls.edition(at)}
        data-keep={poll.settings.sealing ? 'here' : undefined}
        data-frame={JSON.stringify(frame)}
        data-words={JSON.stringify(words)}
      >
        <Stack>
          <ErrorSummary problems={summaryOf(ballot)} />
          <PageHeader
            title={m.polls_vote_title()}
            lead={leadWords(poll, frame)}
            meta={<Deadline words={m.polls_vote_until({ date: formatDateTime(poll.closesAt) })} />}
          />
          <PublicVoteBanner edition={edition.slug} poll={poll} />
          {poll.settings.sealing && (
            <div data-plain>
              <NeedsScripts edition={edition.slug} inPerson={props.inPerson} />
            </div>
          )}
          <ExtensionNotices extensions={poll.extensions} />
          {props.hasVoted && <Notice tone="success">{m.polls_vote_already()}</Notice>}
          <div data-slot="notice">
            {basket.length > 0 && <BasketNotice edition={edition.slug} chosen={basket.length} />}
          </div>
          <HowItCounts poll={poll} frame={frame} />
          <DistrictChoice ballot={ballot} view={view} />
          {view.leavingFor === null && <BallotLimits ballot={ballot} district={view.district} />}
          {view.leavingFor === null && <Paper {...props} />}
          <ReminderBox edition={edition.slug} offer={props.reminder} from="liste" />
          {props.inPerson && <VotePointsLink edition={edition.slug} />}
          <Turnout voters={props.voters} />
          <Protection poll={poll} />
        </Stack>
        <BallotParts ballot={ballot} />
      </ballot-basket>
    </EditionFrame>
  );
}

/** Answers that are written stand in one form, whose every button sends them all. */
function Paper(props: Props) {
  const { ballot, view } = props;
  const inForm = givesPoints(ballot.frame.screen);
  const own = listShown(ballot.all, ballot.frame, { ...view, category: '', zone: '' });
  const shown = listShown(ballot.all, ballot.frame, view);
  const parts = (
    <>
      <BallotFilters
        ballot={ballot}
        view={view}
        shown={shown.length}
        total={own.length}
        inForm={inForm}
      />
      <BallotSections ballot={ballot} view={view} entries={shown} />
      <Foot ballot={ballot} inForm={inForm} />
    </>
  );
  if (!inForm) return <div class="stack">{parts}</div>;
  return (
    <form method="post" action={ballot.action} class="stack ballot-form" id="bulletin" noValidate>
      {/* what the Enter key presses: nothing but saving */}
      <button type="submit" hidden>
        {m.ballot_save()}
      </button>
      {parts}
    </form>
  );
}

function Foot({ ballot, inForm }: { ballot: Ballot; inForm: boolean }) {
  const { frame, words, basket, edition } = ballot;
  const { count, left, gauge } = summariseBallot(frame, measureBallot(frame, basket));
  const state = left.state === 'over' || left.state === 'missing' ? left.state : 'other';
  return (
    <BallotBar
      count={sayValue(words, count)}
      left={sayScopedState(words, left)}
      state={state}
      {...(gauge && { gauge })}
      {...(basket.length > 0 && { warning: m.polls_vote_unsaved_title() })}
      action={
        inForm ? (
          <>
            <SubmitButton size="large" name="vers" value="bulletin">
              {m.polls_vote_review_button()}
            </SubmitButton>
            <span data-plain>
              <SubmitButton kind="quiet">{m.ballot_save()}</SubmitButton>
            </span>
          </>
        ) : (
          <ButtonLink href={urls.voteReview({ edition: edition.slug })} size="large">
            {m.polls_vote_review_button()}
          </ButtonLink>
        )
      }
    />
  );
}

/** Each problem leads to where it is. */
function summaryOf({ problems, frame }: Ballot): Problems {
  const place = frame.screen === 'points' ? fieldOf : anchorOf;
  return Object.fromEntries(
    [...problems].map(([key, words]) => [key === '' ? 'form' : place(key), words]),
  );
}

function Deadline({ words }: { words: string }) {
  return (
    <p class="deadline">
      <Icon name="clock" />
      <span>{words}</span>
    </p>
  );
}
