import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';

interface Props {
  /** Slug of the edition. */
  edition: string;
  chosen: number;
}

/** Says loudly that choices were made and nothing is cast: any page of the edition may show it. */
export function BasketNotice({ edition, chosen }: Props) {
  return (
    <Notice
      tone="warning"
      title={m.ballot_notice({ count: chosen, number: formatNumber(chosen) })}
      actions={
        <ButtonLink href={urls.voteReview({ edition })}>{m.polls_vote_review_button()}</ButtonLink>
      }
    >
      <p>{m.polls_vote_unsaved()}</p>
    </Notice>
  );
}
