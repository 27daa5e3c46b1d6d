import * as m from '../../../paraglide/messages.js';
import { StateBadge } from '../../../ui/tag.tsx';
import { StageBadge } from '../stage.page.tsx';
import type { DelayBand, Followed, StandingSlug } from './followed-list.ts';

export const haltWords: Record<'suspended' | 'abandoned', () => string> = {
  suspended: m.programme_halted_suspended,
  abandoned: m.programme_halted_abandoned,
};

export const standingWords: Record<StandingSlug, () => string> = {
  'en-retard': m.programme_late,
  suspendu: m.programme_halted_suspended,
  abandonne: m.programme_halted_abandoned,
};

export const delayWords: Record<DelayBand, () => string> = {
  'on-time': m.programme_delay_on_time,
  'half-year': m.programme_delay_half_year,
  year: m.programme_delay_year,
  'two-years': m.programme_delay_two_years,
  more: m.programme_delay_more,
};

/** Where one stands, and that it is late or halted: always in words. */
export function Standing({ followed }: { followed: Pick<Followed, 'stage' | 'halted' | 'late'> }) {
  if (followed.halted)
    return (
      <StateBadge tone={followed.halted === 'abandoned' ? 'neutral' : 'warning'}>
        {haltWords[followed.halted]()}
      </StateBadge>
    );
  return (
    <>
      <StageBadge stage={followed.stage} />
      {followed.late && (
        <>
          {' '}
          <StateBadge tone="warning" icon="clock">
            {m.programme_late()}
          </StateBadge>
        </>
      )}
    </>
  );
}
