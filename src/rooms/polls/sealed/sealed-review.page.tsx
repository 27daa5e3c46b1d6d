import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { Ballot } from '../ballot/ballot-entry.page.tsx';
import { listAnswers } from '../ballot/grade-line.page.tsx';
import type { Sealing } from './sealing.ts';

interface Props {
  ballot: Ballot;
  sealing: Sealing;
  /** Of the form that is shown; '' where the box is out of reach. */
  token: string;
  /** Whether one can also vote in person, at points of vote. */
  inPerson: boolean;
  /** What to do next: sign in, or cast. */
  children: ComponentChildren;
}

/**
 * The review of a sealed ballot. The choices are in the voter's browser only, so that its script shows and
 * checks them, and puts the ciphertext into the form; the server never has them.
 */
export function SealedReview({ ballot, sealing, token, inPerson, children }: Props) {
  const { edition, poll, frame, words, all } = ballot;
  const at = { edition: edition.slug };
  const { envelopes, groups, mentions } = poll.settings;
  const { kind, minimumChoices, maximumChoices } = poll;
  const terms = {
    ...{ kind, minimumChoices, maximumChoices },
    options: frame.options,
    settings: { envelopes, groups, mentions },
  };
  const { publicKey, size } = sealing;
  const answers = frame.topGrade === null ? [] : listAnswers(ballot);
  return (
    <seal-ballot
      data-path={urls.edition(at)}
      data-frame={JSON.stringify(frame)}
      data-words={JSON.stringify(words)}
      data-terms={JSON.stringify(terms)}
      data-sealing={JSON.stringify({ publicKey, size, manifestHash: poll.manifestHash, token })}
      data-titles={JSON.stringify(Object.fromEntries(all.map(({ key, title }) => [key, title])))}
      data-answers={JSON.stringify(
        Object.fromEntries(answers.map(({ value, label }) => [value, label])),
      )}
    >
      <div data-part="plain">
        <NeedsScripts edition={edition.slug} inPerson={inPerson} />
      </div>
      <div data-part="empty" hidden>
        <EmptyState
          icon="basket"
          title={m.polls_review_empty_title()}
          actions={<ButtonLink href={urls.vote(at)}>{m.ballot_review_back()}</ButtonLink>}
        >
          {m.ballot_review_empty({ subject: poll.settings.subject })}
        </EmptyState>
      </div>
      <div class="stack" data-part="filled" hidden>
        <Section
          title={m.polls_review_choices()}
          action={<a href={urls.vote(at)}>{m.polls_review_change()}</a>}
        >
          <ol class="list list-rows" data-part="choices" />
        </Section>
        <Notice tone="info">
          <p>{m.sealed_vote_here()}</p>
        </Notice>
        <div role="alert">
          <div data-part="failed" hidden>
            <Notice tone="danger">
              <p>{m.sealed_vote_failed()}</p>
            </Notice>
          </div>
          <div data-part="not-ready" hidden>
            <Notice
              tone="warning"
              actions={<ButtonLink href={urls.vote(at)}>{m.ballot_review_back()}</ButtonLink>}
            >
              <p>{m.sealed_vote_not_ready()}</p>
            </Notice>
          </div>
        </div>
        <div data-part="next" hidden>
          {children}
        </div>
      </div>
    </seal-ballot>
  );
}

/** Said plainly where scripts do not run: no other way in would be sealed (integrity part 0, point 2). */
export function NeedsScripts({ edition, inPerson }: { edition: string; inPerson: boolean }) {
  return (
    <Notice
      tone="warning"
      title={m.sealed_vote_plain_title()}
      {...(inPerson && {
        actions: <a href={urls.votePoints({ edition })}>{m.sealed_vote_plain_points()}</a>,
      })}
    >
      <p>{m.sealed_vote_plain()}</p>
    </Notice>
  );
}
