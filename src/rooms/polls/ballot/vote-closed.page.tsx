import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { VotePointsLink } from '../points/points.page.tsx';
import type { Poll, PollState } from '../poll.ts';
import { Protection } from '../protection.page.tsx';
import { PublicVoteBanner } from '../public-vote.page.tsx';
import { Turnout } from '../turnout.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  /** null: no poll was opened yet. */
  poll: Poll | null;
  state: Exclude<PollState, 'open'>;
  /** When the vote begins, as far as it is known. */
  opensAt: Date | null;
  voters: number;
  /** Whether one will also vote in person. */
  inPerson: boolean;
}

/** The title of a page where nobody can vote: not yet, no more, or stopped. */
export function closedTitle(state: Props['state']): string {
  if (state === 'waiting') return m.polls_waiting_title();
  if (state === 'locked') return m.polls_locked_title();
  return state === 'published' ? m.polls_published_title() : m.polls_closed_title();
}

export function VoteClosedPage({ edition, now, poll, state, opensAt, voters, inPerson }: Props) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <Stack>
        <PageHeader
          title={closedTitle(state)}
          lead={leadWords(state, poll, opensAt)}
          actions={
            state === 'waiting' ? (
              edition.spaceId ? (
                <ButtonLink href={urls.edition(at)}>{m.adoption_to_text()}</ButtonLink>
              ) : (
                <ButtonLink href={urls.projects(at)}>{m.polls_waiting_projects()}</ButtonLink>
              )
            ) : state === 'published' ? (
              <ButtonLink href={urls.results(at)} size="large">
                {m.polls_results_link()}
              </ButtonLink>
            ) : (
              <ButtonLink href={urls.voteProof(at)} kind="secondary">
                {m.polls_receipt_check()}
              </ButtonLink>
            )
          }
        />
        {poll && <PublicVoteBanner edition={edition.slug} poll={poll} />}
        {state === 'locked' && <p>{m.polls_locked_what()}</p>}
        {(state === 'closed' || state === 'sealed' || state === 'counted') && (
          <Turnout voters={voters} />
        )}
        {inPerson && <VotePointsLink edition={edition.slug} />}
        {poll && state !== 'locked' && <Protection poll={poll} />}
      </Stack>
    </EditionFrame>
  );
}

function leadWords(state: Props['state'], poll: Poll | null, opensAt: Date | null): string {
  if (state === 'locked') return m.polls_locked();
  if (state !== 'waiting') return m.polls_closed({ date: formatDateTime(poll!.closesAt) });
  return opensAt
    ? m.polls_waiting_from({ date: formatDateTime(opensAt) })
    : m.polls_waiting_unknown();
}
