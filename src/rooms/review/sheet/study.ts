import { addFigures, FIGURES, type Figure, type Figures, NO_FIGURES } from './figures.ts';
import type { Opinion } from './opinion.ts';

/** What the règlement asks of an idea before it is studied further. */
export interface Criterion {
  id: string;
  name: string;
  help: string;
}

const CRITERION_ANSWERS = ['met', 'unmet'] as const;
export type CriterionAnswer = (typeof CRITERION_ANSWERS)[number];
export const isCriterionAnswer = (value: string): value is CriterionAnswer =>
  (CRITERION_ANSWERS as readonly string[]).includes(value);

/** What the office says of an idea (R42). */
export interface StudyContent extends Figures {
  /** By criterion; one that is not there was not looked at. */
  criteria: Readonly<Record<string, CriterionAnswer>>;
  /** null: not said yet. */
  admissible: boolean | null;
  admissibilityNote: string;
}

export interface Study extends StudyContent {
  ideaId: string;
  editionId: string;
  /** Counts the savings: what a form was made from. */
  version: number;
  savedBy: string | null;
  /** null: nobody wrote on it yet. */
  savedAt: Date | null;
}

const EMPTY_STUDY: StudyContent = {
  ...NO_FIGURES,
  criteria: {},
  admissible: null,
  admissibilityNote: '',
};

/** The sheet of an idea that nobody wrote on. */
export const blankStudy = (ideaId: string, editionId: string): Study => ({
  ...EMPTY_STUDY,
  ideaId,
  editionId,
  version: 1,
  savedBy: null,
  savedAt: null,
});

export const contentOf = (study: StudyContent): StudyContent => ({
  criteria: study.criteria,
  admissible: study.admissible,
  admissibilityNote: study.admissibilityNote,
  capitalCost: study.capitalCost,
  yearlyCost: study.yearlyCost,
  delayMonths: study.delayMonths,
});

export const LONGEST_NOTE = 2000;

export type StudyRefusal = 'too-long' | 'note-missing';

/** What stands in the way of saving a sheet; null: nothing does. A refusal is told to somebody: it says why. */
export function checkStudy(content: StudyContent): StudyRefusal | null {
  if ([...content.admissibilityNote].length > LONGEST_NOTE) return 'too-long';
  const saysWhy =
    content.admissibilityNote !== '' || Object.values(content.criteria).includes('unmet');
  return content.admissible === false && !saysWhy ? 'note-missing' : null;
}

/** Where an idea stands, for whoever wants to write on its sheet. */
export interface Standing {
  collectionBegun: boolean;
  archived: boolean;
  listFrozen: boolean;
  /** A decision on it was published. */
  decided: boolean;
}

export type ClosedStudy = 'study-not-begun' | 'edition-archived' | 'list-frozen' | 'idea-decided';

/** Whether a sheet may be written on: from the first day of the collection to the freeze; null: yes. */
export function refuseStudy(standing: Standing): ClosedStudy | null {
  if (standing.archived) return 'edition-archived';
  if (standing.listFrozen) return 'list-frozen';
  if (standing.decided) return 'idea-decided';
  return standing.collectionBegun ? null : 'study-not-begun';
}

/** What departments and office say that does not go together, for the officer to sort out. */
export type Contradiction =
  | 'verdicts-differ'
  | 'favourable-not-feasible'
  | 'admissible-with-unmet-criterion'
  | 'inadmissible-yet-favourable';

export interface SheetSummary {
  given: readonly Opinion[];
  /** Asked and not given yet. */
  missing: readonly Opinion[];
  /** Given back: another department must be asked, or none. */
  returned: readonly Opinion[];
  /** Of the departments that gave theirs, together. */
  total: Figures;
  /** Where the office says something else than its departments together. */
  differing: readonly Figure[];
  contradictions: readonly Contradiction[];
}

export function summariseSheet(study: StudyContent, opinions: readonly Opinion[]): SheetSummary {
  const inState = (state: Opinion['state']) => opinions.filter((one) => one.state === state);
  const given = inState('given');
  const total = addFigures(given);
  return {
    given,
    missing: inState('asked'),
    returned: inState('returned'),
    total,
    differing: FIGURES.filter(
      (figure) =>
        study[figure] !== null && total[figure] !== null && study[figure] !== total[figure],
    ),
    contradictions: listContradictions(study, given),
  };
}

function listContradictions(study: StudyContent, given: readonly Opinion[]): Contradiction[] {
  const found: Contradiction[] = [];
  const favourable = given.filter(({ verdict }) => verdict === 'favourable');
  if (favourable.length > 0 && given.some(({ verdict }) => verdict === 'unfavourable'))
    found.push('verdicts-differ');
  if (favourable.some((one) => [one.technical, one.legal, one.financial].includes('no')))
    found.push('favourable-not-feasible');
  if (study.admissible === true && Object.values(study.criteria).includes('unmet'))
    found.push('admissible-with-unmet-criterion');
  if (study.admissible === false && favourable.length > 0)
    found.push('inadmissible-yet-favourable');
  return found;
}

/** What a project takes over: the office's word where it has one, that of the departments together otherwise. */
export function settleFigures(study: Figures, opinions: readonly Opinion[]): Figures {
  const total = addFigures(opinions.filter(({ state }) => state === 'given'));
  return {
    capitalCost: study.capitalCost ?? total.capitalCost,
    yearlyCost: study.yearlyCost ?? total.yearlyCost,
    delayMonths: study.delayMonths ?? total.delayMonths,
  };
}
