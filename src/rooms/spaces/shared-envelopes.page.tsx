import * as m from '../../paraglide/messages.js';
import { formatMoney } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import type { Edition } from './edition.ts';
import { envelopeName } from './envelope-words.page.ts';

/** How the money is shared out, where it is: each envelope with what it pays for (R67). */
export function SharedEnvelopes({ edition }: { edition: Edition }) {
  if (edition.envelopes.length < 2) return null;
  return (
    <Section title={m.setup_shared_title()} lead={m.setup_shared_lead()} id="enveloppes">
      <DescriptionList
        items={edition.envelopes.map((envelope) => ({
          term: envelopeName(envelope),
          detail: envelopeFacts(envelope, edition.currency),
        }))}
      />
    </Section>
  );
}

/** « 40 000 € · 20 000 € au plus par projet » */
export function envelopeFacts(
  { amount, projectCap, projectFloor }: Edition['envelopes'][number],
  currency: string,
): string {
  return [
    formatMoney(amount, currency),
    projectCap === null ? '' : m.setup_cap_of({ amount: formatMoney(projectCap, currency) }),
    projectFloor === null ? '' : m.setup_floor_of({ amount: formatMoney(projectFloor, currency) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
