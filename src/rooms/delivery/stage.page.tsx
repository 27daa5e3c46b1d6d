import * as m from '../../paraglide/messages.js';
import { StateBadge } from '../../ui/tag.tsx';
import type { Stage } from './realisation.ts';

export const stageWords: Record<Stage, () => string> = {
  'to-launch': m.delivery_stage_to_launch,
  study: m.delivery_stage_study,
  procurement: m.delivery_stage_procurement,
  works: m.delivery_stage_works,
  delivered: m.delivery_stage_delivered,
  inaugurated: m.delivery_stage_inaugurated,
};

export function StageBadge({ stage }: { stage: Stage }) {
  const over = stage === 'delivered' || stage === 'inaugurated';
  return (
    <StateBadge tone={over ? 'success' : stage === 'to-launch' ? 'neutral' : 'now'}>
      {stageWords[stage]()}
    </StateBadge>
  );
}
