import * as m from '../../../paraglide/messages.js';
import type { ServiceGap } from './service-gaps.ts';

/** What is missing, with the names of what misses it. */
export function sayGap(gap: ServiceGap): string {
  switch (gap.kind) {
    case 'no-department':
      return m.assign_gap_no_department();
    case 'no-routing':
      return m.assign_gap_no_routing();
    case 'category-without':
      return sayNames(m.assign_without_title({ count: gap.names.length }), gap.names);
    case 'nobody-told':
      return sayNames(m.assign_silent_title({ count: gap.names.length }), gap.names);
  }
}

const sayNames = (what: string, names: readonly string[]) =>
  m.assign_gap_named({ what, names: names.join(', ') });
