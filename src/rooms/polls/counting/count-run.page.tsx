import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import type { CountStanding } from './count-run.store.ts';

const stageWords: Record<CountStanding['stage'], (steps: string) => string> = {
  waiting: m.opening_count_waiting,
  gathering: (steps) => m.opening_count_gathering({ steps }),
  counting: (steps) => m.opening_count_counting({ steps }),
  done: m.opening_count_waiting,
  cancelled: m.opening_count_waiting,
  failed: m.opening_count_waiting,
};

/** How far the count is; `fresh-part` reads it again by itself where scripts run, a link does otherwise. */
export function CountUnderWay({ edition, count }: { edition: string; count: CountStanding }) {
  const here = urls.adminPoll({ edition });
  return (
    <fresh-part data-seconds="1">
      <NextStep
        title={m.opening_count_title()}
        actions={
          <>
            <ButtonLink href={here} kind="secondary">
              {m.opening_count_refresh()}
            </ButtonLink>
            <ButtonForm action={urls.adminPollCancelCount({ edition })} kind="quiet" icon="close">
              {m.opening_count_cancel()}
            </ButtonForm>
          </>
        }
      >
        <p role="status">{stageWords[count.stage](formatNumber(count.steps))}</p>
        <p>{m.opening_count_words()}</p>
      </NextStep>
    </fresh-part>
  );
}
