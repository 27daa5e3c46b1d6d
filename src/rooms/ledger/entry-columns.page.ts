import * as m from '../../paraglide/messages.js';
import { column, euros } from '../../platform/sets/columns.ts';
import type { DataColumn } from '../../platform/sets/data-set.ts';
import type { RecordedEntry } from './book.ts';
import type { AccountKind } from './ledger.ts';
import { type Holders, kindWords, nameAccount } from './ledger-words.page.ts';

/** Columns of the file of entries: for spreadsheets. */
export const entryColumns = (
  numbers: Readonly<Record<AccountKind, string>>,
  holders: Holders,
): DataColumn<RecordedEntry>[] => [
  column('numero', 'integer', m.ledger_column_number, '42', ({ sequence }) => sequence),
  column('jour', 'day', m.ledger_column_day, '2026-11-23', ({ countedOn }) => ({ day: countedOn })),
  column(
    'enregistree_le',
    'instant',
    m.ledger_column_recorded,
    '2026-11-23T09:30:00.000Z',
    ({ at }) => at,
  ),
  column('nature', 'text', m.ledger_column_kind, 'Don fléché', ({ kind }) => kindWords[kind]()),
  column('de', 'text', m.ledger_column_from, 'Dons reçus', ({ from }) =>
    nameAccount(from, holders),
  ),
  column(
    'de_numero',
    'text',
    m.ledger_column_from_number,
    '7541',
    ({ from }) => numbers[from.kind],
  ),
  column('vers', 'text', m.ledger_column_to, 'Les Lilas · enveloppe', ({ to }) =>
    nameAccount(to, holders),
  ),
  column('vers_numero', 'text', m.ledger_column_to_number, '4671', ({ to }) => numbers[to.kind]),
  euros('montant_eur', m.ledger_column_amount, '40.00', ({ amount }) => amount),
  column(
    'libelle',
    'text',
    m.ledger_column_words,
    'Collecte de mars',
    ({ words }) => words || null,
  ),
  column('contre_passe', 'integer', m.ledger_column_reverses, '41', ({ reverses }) => reverses),
];

export const journalWords = {
  DON: m.ledger_journal_don,
  FON: m.ledger_journal_fon,
  DEP: m.ledger_journal_dep,
  OD: m.ledger_journal_od,
} as const;
