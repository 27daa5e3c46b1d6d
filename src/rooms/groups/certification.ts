/**
 * What a group must fulfil to be certified: « Certification of a group », part 2.1 of the requirements, after
 * `agir/groups/utils/certification.py` of actionpopulaire.fr. Each criterion is asked or not, with its number, as the
 * movement decides.
 */

/**
 * - leads: at least so many leads, of two genders at least as they declare them (« animation paritaire »)
 * - age: days since the group was founded (31)
 * - members: people in it (3: « plus de trois » in the text, three in the code, which is followed)
 * - actions: public actions held in the last 62 days (3)
 * - elsewhere: how many of its leads, at most, lead another certified group of the same kind (0, and never more)
 */
export const CRITERIA = ['leads', 'age', 'members', 'actions', 'elsewhere'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What is asked; null: not asked. */
export type Criteria = Readonly<Record<Criterion, number | null>>;

export const USUAL_CRITERIA: Criteria = { leads: 2, age: 31, members: 3, actions: 3, elsewhere: 0 };

/** What may be asked. */
export const BOUNDS: Readonly<Record<Criterion, readonly [least: number, most: number]>> = {
  leads: [2, 20],
  age: [1, 3650],
  members: [1, 1000],
  actions: [1, 100],
  elsewhere: [0, 0],
};

/** Days, the one of the check included, in which public actions count (part 2.1). */
export const ACTIONS_WINDOW_DAYS = 62;
/** Days between the warning and the loss (part 2.1). */
export const WARNING_DAYS = 31;

/** How a group stands. */
export interface Figures {
  leads: number;
  /** Different ones that its leads declare. */
  genders: number;
  /** Whole days since it was founded. */
  ageDays: number;
  members: number;
  /** Public actions of the last `ACTIONS_WINDOW_DAYS` days. */
  actions: number;
  /** Leads who lead another certified group of the same kind, and the names of those groups. */
  elsewhere: number;
  otherGroups: readonly string[];
}

export interface Assessed {
  criterion: Criterion;
  needed: number;
  figure: number;
  isMet: boolean;
  /** What the figure counts, where it has a name: the other groups that leads lead. */
  names: readonly string[];
}

/** Every criterion that is asked, met or not, in their order. */
export function assess(criteria: Criteria, figures: Figures): Assessed[] {
  const figureOf: Record<Criterion, number> = {
    leads: figures.leads,
    age: figures.ageDays,
    members: figures.members,
    actions: figures.actions,
    elsewhere: figures.elsewhere,
  };
  return CRITERIA.flatMap((criterion) => {
    const needed = criteria[criterion];
    if (needed === null) return [];
    const figure = figureOf[criterion];
    const isMet =
      criterion === 'elsewhere'
        ? figure <= needed
        : figure >= needed && (criterion !== 'leads' || figures.genders >= 2);
    const names = criterion === 'elsewhere' ? figures.otherGroups : [];
    return [{ criterion, needed, figure, isMet, names }];
  });
}

export const listUnmet = (assessed: readonly Assessed[]): Criterion[] =>
  assessed.filter(({ isMet }) => !isMet).map(({ criterion }) => criterion);

export type ActKind =
  | 'requested'
  | 'granted'
  | 'refused'
  | 'warned'
  | 'lifted'
  | 'lost'
  | 'withdrawn';

export interface CertificationAct {
  id: string;
  kind: ActKind;
  /** '' where none is asked. */
  reason: string;
  unmet: readonly Criterion[];
  /** null: the date did it. */
  byPersonId: string | null;
  at: Date;
}

export interface Standing {
  certifiedAt: Date | null;
  requestedAt: Date | null;
  losesAt: Date | null;
}

/**
 * What the daily round does with a certified group: warns it once, lifts the warning when it is in order again, takes
 * the certification away when the time it was told is over. null: nothing.
 */
export function reviewStep(
  standing: Standing,
  unmet: readonly Criterion[],
  now: Date,
): 'warn' | 'lift' | 'lose' | null {
  if (standing.certifiedAt === null) return null;
  if (unmet.length === 0) return standing.losesAt === null ? null : 'lift';
  if (standing.losesAt === null) return 'warn';
  return standing.losesAt <= now ? 'lose' : null;
}

export type RequestRefusal =
  | 'charter-not-accepted'
  | 'criteria-unmet'
  | 'certified-already'
  | 'requested-already';

/** Whether a group may ask to be certified now. */
export function refuseRequest(
  standing: Standing,
  unmet: readonly Criterion[],
  charterAccepted: boolean,
): RequestRefusal | null {
  if (standing.certifiedAt !== null) return 'certified-already';
  if (standing.requestedAt !== null) return 'requested-already';
  if (unmet.length > 0) return 'criteria-unmet';
  return charterAccepted ? null : 'charter-not-accepted';
}

export type DecisionRefusal = 'not-requested' | 'criteria-unmet' | 'not-certified';

/** A request is granted while the group still meets what is asked. */
export function refuseGrant(
  standing: Standing,
  unmet: readonly Criterion[],
): DecisionRefusal | null {
  if (standing.requestedAt === null) return 'not-requested';
  return unmet.length > 0 ? 'criteria-unmet' : null;
}
