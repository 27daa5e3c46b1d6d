/** What a public vote (profile P0) says on every page that has to do with it. */
import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { ButtonLink, type Problems } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { findAct, type Poll } from './poll.ts';

/** Name of the box to tick in the casting form. */
export const ACCEPTS_PUBLIC = 'public';

interface BannerProps {
  /** Slug of the edition. */
  edition: string;
  poll: Pick<Poll, 'profile' | 'acts'>;
  /** true on the list of votes itself. */
  onList?: boolean;
}

/** Nothing for a secret poll. */
export function PublicVoteBanner({ edition, poll, onList }: BannerProps) {
  if (poll.profile !== 'P0') return null;
  const at = { edition };
  if (findAct(poll, 'published')) {
    return (
      <Notice
        tone="warning"
        title={m.public_banner_done_title()}
        actions={
          !onList && (
            <ButtonLink href={urls.publicVotes(at)} kind="secondary">
              {m.public_votes_title()}
            </ButtonLink>
          )
        }
      >
        <p>{m.public_banner_done()}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={m.public_banner_title()}>
      <p>
        {m.public_banner()} <a href={`${urls.vote(at)}#protection`}>{m.public_banner_why()}</a>
      </p>
    </Notice>
  );
}

interface ConsentProps {
  poll: Pick<Poll, 'profile'>;
  /** Of whoever is about to vote. */
  nickname: string;
  checked: boolean;
  problems: Problems;
}

/** The box without which a public vote is not cast; nothing for a secret poll. */
export function PublicVoteConsent({ poll, nickname, checked, problems }: ConsentProps) {
  if (poll.profile !== 'P0') return null;
  return (
    <Checkbox
      name={ACCEPTS_PUBLIC}
      label={m.public_accept()}
      hint={m.public_accept_hint({ nickname })}
      problems={problems}
      checked={checked}
      required
    />
  );
}
