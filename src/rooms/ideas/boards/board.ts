/**
 * What ideas stand on (decision 086): an edition, or a component of a space whose contents are ideas. Its terms are called as
 * those of an edition are: rules and pages ask for the few they need, whichever of the two they come from.
 */
import {
  type Component,
  isOfTeam,
  type Likeness,
  type Space,
  stateOf,
  type ThemeCategory,
} from '../../consultations/index.ts';
import {
  type Category,
  type Edition,
  findPhase,
  isOpen,
  USUAL_SETTINGS,
} from '../../spaces/index.ts';

interface BoardTerms {
  id: string;
  title: string;
  /** In order; without any, nothing can be deposited. */
  categories: readonly BoardCategory[];
  ideaLength: number;
  editMinutes: number;
  /** null: as many as one likes. */
  maximumIdeas: number | null;
  ideaPlace: Edition['ideaPlace'];
  ideaHelp: Edition['ideaHelp'];
  criteria: Edition['criteria'];
  districts: readonly string[];
  minimumAgePropose: number;
  residenceRequired: boolean;
  /** Deposited by its team alone (R100, R101). */
  ofTeam: boolean;
  supported: boolean;
  /** How many of its ideas one person may support; null: as many as they like (R100). */
  mostSupports: number | null;
  /** Whether authors may withdraw what they published; it stays in sight as such (R116). */
  mayWithdraw: boolean;
  /** Whether who deposits is shown first what is alike (R113). */
  compares: boolean;
  /** How alike an idea must be for that. */
  likeness: Likeness;
}

/** `isWhole`: the only one of a theme that is not cut; there is nothing to choose, and nothing to show. */
export type BoardCategory = Category & { isWhole?: boolean };

export interface EditionBoard extends BoardTerms {
  kind: 'edition';
  edition: Edition;
}

export interface ComponentBoard extends BoardTerms {
  kind: 'component';
  space: Space;
  component: Component;
}

export type Board = EditionBoard | ComponentBoard;

export function boardOfEdition(edition: Edition): EditionBoard {
  return {
    kind: 'edition',
    edition,
    id: edition.id,
    title: edition.title,
    categories: edition.categories,
    ideaLength: edition.ideaLength,
    editMinutes: edition.editMinutes,
    maximumIdeas: edition.maximumIdeas,
    ideaPlace: edition.ideaPlace,
    ideaHelp: edition.ideaHelp,
    criteria: edition.criteria,
    districts: edition.districts,
    minimumAgePropose: edition.minimumAgePropose,
    residenceRequired: edition.residenceRequired,
    ofTeam: false,
    supported: true,
    mostSupports: null,
    // it is studied and decided: whoever gives up tells those who study it
    mayWithdraw: false,
    compares: true,
    likeness: 'usual',
  };
}

/** `categories`: of its theme, or of all themes of its space. Nothing asks for an age or a place of residence (R94). */
export function boardOfComponent(
  space: Space,
  component: Component,
  categories: readonly ThemeCategory[],
): ComponentBoard {
  const { settings } = component;
  return {
    kind: 'component',
    space,
    component,
    id: component.id,
    title: component.title,
    // among those of other themes, what holds a whole theme is a choice like another
    categories: categories.map((one) => ({
      ...one,
      isWhole: one.isWhole && categories.length === 1,
    })),
    ideaLength: USUAL_SETTINGS.ideaLength,
    editMinutes: settings.editMinutes,
    maximumIdeas: settings.mostIdeas,
    ideaPlace: settings.places === 'none' ? 'not-asked' : settings.places,
    ideaHelp: USUAL_SETTINGS.ideaHelp,
    criteria: [],
    districts: [],
    minimumAgePropose: 0,
    residenceRequired: false,
    ofTeam: isOfTeam(component.kind),
    supported: settings.supports,
    mostSupports: settings.supports ? settings.mostSupports : null,
    mayWithdraw: settings.mayWithdraw,
    compares: settings.compares,
    likeness: settings.likeness,
  };
}

/** Whether ideas may be deposited and corrected now, by whoever may. */
export const acceptsIdeas = (board: Board, now: Date): boolean =>
  board.kind === 'edition'
    ? isOpen(board.edition, 'collection', now)
    : board.categories.length > 0 && stateOf(board.component, board.space, now) === 'open';

/** Whether its ideas may be supported now (R99). */
export const takesSupports = (board: Board, now: Date): boolean =>
  board.supported && acceptsIdeas(board, now);

/** From when to when; null: no such end, or none yet. */
export function depositDates(board: Board): { opensAt: Date | null; closesAt: Date | null } {
  if (board.kind === 'component') {
    const { component, space } = board;
    return { opensAt: component.opensAt, closesAt: space.closedAt ?? component.closesAt };
  }
  const phase = findPhase(board.edition, 'collection');
  return { opensAt: phase?.startsAt ?? null, closesAt: phase?.endsAt ?? null };
}

/** Categories that a reader or a writer is asked about; none where there is nothing to choose. */
export const categoriesAsked = ({
  categories,
}: {
  categories: readonly BoardCategory[];
}): readonly BoardCategory[] => categories.filter(({ isWhole }) => !isWhole);
