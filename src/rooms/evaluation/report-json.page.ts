import * as m from '../../paraglide/messages.js';
import type { Cell, Chapter, Unit } from './chapter.ts';
import { bare } from './report-rows.page.ts';

/** Why a figure is no number: too few people, or it would tell of them; or nobody knows it (yet). */
type Reason = 'non-communique' | 'non-connu';

const UNIT_KEYS: Record<Unit, string> = {
  number: 'nombre',
  percent: 'pourcentage',
  money: 'euro',
  days: 'jour',
};

/** Fields of a figure, each with what it holds. Names and keys do not change with the language (decision 074); words do. */
const FIELDS = [
  ['chapitre', m.evaluation_json_chapter],
  ['chapitre_titre', m.evaluation_meaning_chapter],
  ['tableau', m.evaluation_json_part],
  ['tableau_titre', m.evaluation_meaning_part],
  ['ligne', m.evaluation_json_line],
  ['ligne_titre', m.evaluation_meaning_line],
  ['mesure', m.evaluation_json_measure],
  ['mesure_titre', m.evaluation_meaning_measure],
  ['valeur', m.evaluation_json_value],
  ['unite', m.evaluation_json_unit],
  ['motif', m.evaluation_json_reason],
] as const;

type Figure = Record<(typeof FIELDS)[number][0], string | number | null>;

interface Of {
  organisation: string;
  /** Its slug. */
  edition: string;
  title: string;
  /** null: a draft. */
  publishedAt: Date | null;
  /** Of the words. */
  locale: string;
}

/** The report for programs: its fields explained, then the very figures that the page shows, in its order. */
export const writeReportJson = (chapters: readonly Chapter[], of: Of) => ({
  organisation: of.organisation,
  edition: of.edition,
  titre: of.title,
  publie_le: of.publishedAt?.toISOString() ?? null,
  langue: of.locale,
  champs: FIELDS.map(([nom, meaning]) => ({ nom, sens: meaning() })),
  chiffres: chapters.flatMap((chapter) =>
    chapter.parts.flatMap((part) =>
      part.lines.flatMap((line) =>
        line.cells.map(
          (cell, at): Figure => ({
            chapitre: chapter.id,
            chapitre_titre: chapter.title,
            tableau: part.id,
            tableau_titre: part.title,
            ligne: line.key,
            ligne_titre: line.label,
            mesure: part.measures[at] ?? null,
            mesure_titre: part.heads[at] ?? null,
            valeur: tell(cell),
            unite: UNIT_KEYS[cell.unit],
            motif: reasonOf(cell),
          }),
        ),
      ),
    ),
  ),
});

/** A figure that is held back is no number, whatever else the cell holds. */
function tell(cell: Cell): number | null {
  const value = cell.hidden ? '' : bare(cell);
  return value === '' ? null : value;
}

function reasonOf({ hidden, value }: Cell): Reason | null {
  if (hidden) return 'non-communique';
  return value === null ? 'non-connu' : null;
}
