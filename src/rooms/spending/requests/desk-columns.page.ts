import * as m from '../../../paraglide/messages.js';
import { column, euros } from '../../../platform/sets/columns.ts';
import type { DataColumn } from '../../../platform/sets/data-set.ts';
import type { Request } from '../request.ts';
import { sourceWords, tellCategory, tellState, timingWords } from './words.page.ts';

/** Columns of the desk's file: neither bank details nor contacts. `groups`: names, by id. */
export const exportColumns = (groups: ReadonlyMap<string, string>): DataColumn<Request>[] => [
  column('numero', 'integer', m.requests_column_number, '12', ({ number }) => number),
  column('intitule', 'text', m.requests_name, 'Denrées du repas', ({ title }) => title),
  column('etat', 'text', m.requests_column_state, 'Payée', tellState),
  column(
    'groupe',
    'text',
    m.requests_column_group,
    'Les Lilas',
    ({ groupId }) => groups.get(groupId) ?? '',
  ),
  column('financement', 'text', m.requests_column_source, 'Fonds partagé', ({ source }) =>
    sourceWords[source](),
  ),
  column('categorie', 'text', m.requests_category, 'Déplacement', ({ category }) =>
    tellCategory(category),
  ),
  column('nature', 'text', m.requests_sheet_timing, 'Dépense passée', ({ timing }) =>
    timingWords[timing](),
  ),
  column('electorale', 'boolean', m.requests_campaign, 'false', ({ campaign }) => campaign),
  column('date_depense', 'day', m.requests_spent_on, '2026-11-15', ({ spentOn }) =>
    spentOn ? { day: spentOn } : null,
  ),
  euros('montant_demande_eur', m.requests_amount, '251.30', ({ amount }) => amount),
  euros('part_fonds_eur', m.requests_share_fund, '240.00', ({ fundAmount }) => fundAmount),
  euros('part_groupe_eur', m.requests_share_group, '11.30', ({ groupAmount }) => groupAmount),
  column(
    'envoyee_le',
    'instant',
    m.requests_column_sent,
    '2026-11-16T09:00:00.000Z',
    ({ sentAt }) => sentAt,
  ),
  column(
    'payee_le',
    'instant',
    m.requests_column_paid,
    '2026-11-20T09:00:00.000Z',
    ({ paidAt }) => paidAt,
  ),
];
