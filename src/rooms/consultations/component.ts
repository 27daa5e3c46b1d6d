/**
 * A component (« composante ») of a space: where people do something, with its own settings and dates (R98–R101, R104).
 * Several of one kind may stand in a theme, in order.
 */
export const COMPONENT_KINDS = [
  'ideas',
  'official-proposals',
  'contributions',
  'needs',
  'events',
  'pages',
  'survey',
  'vote',
  // of a network of elected members (R140–R157), each served by a room of its own
  'directory',
  'library',
  'reports',
  'methods',
  'solutions',
  'positions',
  'tools',
  'statutes',
  'dossiers',
  'requests',
  'topics',
  'mailing-list',
  'mobilisations',
  'assemblies',
] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

/** Kinds whose contents are ideas: deposited, supported, commented on. */
export const IDEA_KINDS = ['ideas', 'official-proposals', 'contributions', 'needs'] as const;
export type IdeaKind = (typeof IDEA_KINDS)[number];
export const isIdeaKind = (kind: string): kind is IdeaKind =>
  (IDEA_KINDS as readonly string[]).includes(kind);

export interface WrittenComponent {
  title: string;
  introduction: string;
  /** null: of the whole space. */
  themeId: string | null;
  /** null: as long as the space is open. */
  opensAt: Date | null;
  closesAt: Date | null;
  settings: ComponentSettings;
}

export interface Component extends WrittenComponent {
  id: string;
  spaceId: string;
  kind: ComponentKind;
  slug: string;
  version: number;
  isHidden: boolean;
}

/** What may be said under its contents (R99, R128–R130). */
interface CommentSettings {
  /** Whether comments say « pour », « contre » or neither. */
  aligned: boolean;
  /** How deep replies go: 1 to 3. */
  depth: number;
  /** Whether comments are rated. */
  rated: boolean;
}

/** A little of it; about a third of its meaning; nearly the same. */
export const LIKENESSES = ['broad', 'usual', 'strict'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface ComponentSettings {
  /** Whether contents are supported (R99, R100). */
  supports: boolean;
  /** How many contents one person may support; null: as many as they like (R100). */
  mostSupports: number | null;
  /** null: no comments. */
  comments: CommentSettings | null;
  /** Whether who deposits is shown what is alike first (R113). */
  compares: boolean;
  /** How much of a draft must stand in an idea for it to be shown then (R113). */
  likeness: Likeness;
  /** Minutes in which an idea may still be corrected, as long as nobody supports it (R115). */
  editMinutes: number;
  /** Whether an author may withdraw what they published; it stays in sight as such (R116). */
  mayWithdraw: boolean;
  /** How many ideas one person may deposit; null: as many as they like. */
  mostIdeas: number | null;
  /** Whether ideas say where they lie. */
  places: 'none' | 'optional';
  /** Whether participants propose events, and not its team alone (R120). */
  openToProposals: boolean;
}

export const USUAL_SETTINGS: ComponentSettings = {
  supports: true,
  mostSupports: null,
  comments: { aligned: true, depth: 3, rated: true },
  compares: true,
  likeness: 'usual',
  editMinutes: 15,
  mayWithdraw: false,
  mostIdeas: null,
  places: 'none',
  openToProposals: true,
};

const MOST_EDIT_MINUTES = 24 * 60;
/** Of supports and ideas of one person in a component. */
const HIGHEST_MAXIMUM = 100;
const DEEPEST_REPLY = 3;

/** Settings that a kind of component has; the others are not asked for. */
export const SETTINGS_OF: Record<ComponentKind, readonly (keyof ComponentSettings)[]> = {
  ideas: [
    'supports',
    'mostSupports',
    'comments',
    'compares',
    'likeness',
    'editMinutes',
    'mayWithdraw',
    'mostIdeas',
    'places',
  ],
  'official-proposals': ['supports', 'mostSupports', 'comments', 'editMinutes'],
  contributions: ['supports', 'comments', 'editMinutes'],
  needs: ['supports', 'comments', 'compares', 'likeness', 'editMinutes', 'mayWithdraw', 'places'],
  events: ['openToProposals', 'comments'],
  pages: [],
  survey: [],
  vote: [],
  directory: [],
  library: ['comments'],
  reports: ['comments'],
  methods: ['comments'],
  solutions: ['comments'],
  positions: ['comments'],
  tools: [],
  statutes: ['comments'],
  // what is said in them is all they are for: always open, never for or against
  dossiers: [],
  requests: [],
  topics: [],
  'mailing-list': [],
  mobilisations: ['openToProposals'],
  assemblies: [],
};

const OF_TEAM: readonly ComponentKind[] = [
  'official-proposals',
  'contributions',
  'pages',
  'statutes',
  'assemblies',
];
/** Whether its contents come from its team alone (R100, R101, R157). */
export const isOfTeam = (kind: ComponentKind): boolean => OF_TEAM.includes(kind);

/** Kinds that stand as long as their space: no dates are asked for. */
const LASTING: readonly ComponentKind[] = [
  'pages',
  'directory',
  'library',
  'reports',
  'methods',
  'solutions',
  'tools',
  'statutes',
  'dossiers',
  'requests',
  'topics',
  'mailing-list',
  'assemblies',
];
export const isLasting = (kind: ComponentKind): boolean => LASTING.includes(kind);

/** Whether its dates are set with what it holds, by the room that serves it. */
export const isDatedByContent = (kind: ComponentKind): boolean =>
  kind === 'survey' || kind === 'vote';

export type ComponentState = 'before' | 'open' | 'closed';

/** Where it stands, by the dates of its space and its own (database time). */
export function stateOf(
  component: Pick<Component, 'opensAt' | 'closesAt'>,
  space: { isOpen: boolean; closedAt: Date | null },
  now: Date,
): ComponentState {
  if (space.closedAt) return 'closed';
  if (!space.isOpen || (component.opensAt && component.opensAt > now)) return 'before';
  return component.closesAt && component.closesAt <= now ? 'closed' : 'open';
}

export type ComponentRefusal =
  | 'title-missing'
  | 'text-too-long'
  | 'dates-wrong'
  | 'maximum-wrong'
  | 'minutes-wrong'
  | 'depth-wrong';
export type ComponentField =
  | 'title'
  | 'introduction'
  | 'closesAt'
  | 'mostSupports'
  | 'mostIdeas'
  | 'editMinutes'
  | 'depth';

/** What is wrong with dates and settings, by field; words are checked by `checkTexts`. */
export function checkComponent({
  opensAt,
  closesAt,
  settings,
}: WrittenComponent): Partial<Record<ComponentField, ComponentRefusal>> {
  const refusals: Partial<Record<ComponentField, ComponentRefusal>> = {};
  if (opensAt && closesAt && closesAt <= opensAt) refusals.closesAt = 'dates-wrong';
  for (const field of ['mostSupports', 'mostIdeas'] as const)
    if (settings[field] !== null && !isWithin(settings[field], 1, HIGHEST_MAXIMUM))
      refusals[field] = 'maximum-wrong';
  if (!isWithin(settings.editMinutes, 0, MOST_EDIT_MINUTES)) refusals.editMinutes = 'minutes-wrong';
  if (settings.comments && !isWithin(settings.comments.depth, 1, DEEPEST_REPLY))
    refusals.depth = 'depth-wrong';
  return refusals;
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
