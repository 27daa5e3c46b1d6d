import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import { StateBadge } from '../../ui/tag.tsx';
import {
  currentStage,
  type HaltKind,
  isBehind,
  type Realisation,
  type Stage,
} from './realisation.ts';

export const stageWords: Record<Stage, () => string> = {
  'to-launch': m.delivery_stage_to_launch,
  study: m.delivery_stage_study,
  procurement: m.delivery_stage_procurement,
  works: m.delivery_stage_works,
  delivered: m.delivery_stage_delivered,
  inaugurated: m.delivery_stage_inaugurated,
};

export const haltWords: Record<HaltKind, () => string> = {
  suspended: m.delivery_halt_suspended,
  abandoned: m.delivery_halt_abandoned,
};

export function StageBadge({ stage }: { stage: Stage }) {
  const over = stage === 'delivered' || stage === 'inaugurated';
  return (
    <StateBadge tone={over ? 'success' : stage === 'to-launch' ? 'neutral' : 'now'}>
      {stageWords[stage]()}
    </StateBadge>
  );
}

/** Where a realisation stands, and whether it is halted or late: in words, each with its icon. */
export function StandingBadges({
  realisation,
  today,
}: {
  realisation: Realisation;
  today: string;
}) {
  const { halt } = realisation;
  return (
    <>
      <StageBadge stage={currentStage(realisation)} />
      {halt && (
        <>
          {' '}
          <StateBadge tone={halt.kind === 'abandoned' ? 'danger' : 'warning'}>
            {haltWords[halt.kind]()}
          </StateBadge>
        </>
      )}
      {isBehind(realisation, today) && (
        <>
          {' '}
          <StateBadge tone="warning" icon="clock">
            {m.delivery_behind()}
          </StateBadge>
        </>
      )}
    </>
  );
}

/** A day `YYYY-MM-DD` in words, or the month alone where no more is known: noon is the same day in all of Europe. */
export function sayDay(on: string | null, isMonth = false): string {
  if (on === null) return m.delivery_no_day();
  return formatDate(new Date(`${on}T12:00:00Z`), isMonth ? 'month' : 'day');
}
