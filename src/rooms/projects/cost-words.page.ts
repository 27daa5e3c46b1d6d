import * as m from '../../paraglide/messages.js';
import { formatMoney } from '../../ui/format.ts';
import { envelopeName, findEnvelope } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { refuseProjectCost } from './project.ts';

/** What is wrong with a project's cost, with the limit and the envelope that sets it; null: nothing. */
export function costWarning(
  project: { cost: number; district: string; categoryId: string | null },
  edition: Edition,
): string | null {
  const refusal = refuseProjectCost(project, edition);
  if (refusal === null) return null;
  const category = edition.categories.find(({ id }) => id === project.categoryId)?.name ?? null;
  const envelope = findEnvelope(edition.envelopes, { district: project.district, category });
  if (refusal === 'cost-without-envelope' || !envelope) return m.setup_cost_without_envelope();
  const money = (cents: number | null) => formatMoney(cents ?? 0, edition.currency);
  const name = envelopeName(envelope);
  return refusal === 'cost-over-cap'
    ? m.setup_cost_over_cap({ envelope: name, cap: money(envelope.projectCap) })
    : m.setup_cost_under_floor({ envelope: name, floor: money(envelope.projectFloor) });
}
