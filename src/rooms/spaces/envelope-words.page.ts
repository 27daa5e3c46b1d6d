import * as m from '../../paraglide/messages.js';
import type { Envelope } from './edition.ts';

/** As its organisation calls it; otherwise after what it pays for. */
export function envelopeName({ name, kind, target }: Pick<Envelope, 'name' | 'kind' | 'target'>) {
  if (name !== '') return name;
  switch (kind) {
    case 'town':
      return m.setup_for_town();
    case 'district':
      return m.setup_for_district({ name: target });
    case 'priority':
      return m.setup_for_priority({ name: target });
    case 'category':
      return m.setup_for_category({ name: target });
  }
}
