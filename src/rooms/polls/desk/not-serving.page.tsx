import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { VotePoint } from '../points/point.ts';

export type WhyNot = 'not-on-shift' | 'vote-not-open';

const words: Record<WhyNot, () => string> = {
  'not-on-shift': m.desk_not_on_shift,
  'vote-not-open': m.desk_vote_not_open,
};

/** The shift is over, or has not begun, or the vote has ended: nothing can be done here, and why. */
export function NotServingPage({ point, why }: { point: VotePoint; why: WhyNot }) {
  return (
    <Stack>
      <PageHeader
        title={m.desk_not_serving_title()}
        kicker={<bdi>{point.name}</bdi>}
        lead={words[why]()}
        actions={<ButtonLink href={urls.desks()}>{m.desk_today()}</ButtonLink>}
      />
    </Stack>
  );
}
