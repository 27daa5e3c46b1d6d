import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Poll } from '../poll.ts';
import { countInvalid } from './opened-ballot.ts';

/** Ballots of a sealed box that could not be counted: said wherever its result is, never passed over. */
export function InvalidBallots({ poll }: { poll: Pick<Poll, 'acts'> }) {
  const count = countInvalid(poll) ?? 0;
  if (count === 0) return null;
  return (
    <Notice tone="warning" title={m.sealed_invalid_title()}>
      <p>{m.sealed_invalid({ count, number: formatNumber(count) })}</p>
    </Notice>
  );
}
