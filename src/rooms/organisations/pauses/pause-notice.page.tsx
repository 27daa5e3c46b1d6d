import * as m from '../../../paraglide/messages.js';
import { formatDate } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { PromotionPause } from './pause.ts';

/** Where something is off for now: what the law asks, until when, for which election. */
export function PromotionPauseNotice({ pause }: { pause: PromotionPause }) {
  return (
    <Notice title={m.pauses_notice_title({ day: sayDay(pause.endsOn) })}>
      <p>{m.pauses_notice({ reason: pause.reason })}</p>
    </Notice>
  );
}

/** A day `YYYY-MM-DD` in words: its noon is the same day in Paris. */
export const sayDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');
