/** What an organisation decides about an edition, apart from its calendar, and what makes it hold. */
import { type CategoriesRefusal, checkCategories, USUAL_CATEGORIES } from './categories.ts';
import {
  type CriterionRefusal,
  type CriterionSetting,
  checkCriteria,
  USUAL_CRITERIA,
} from './criteria.ts';
import { checkDistricts, type DistrictsRefusal } from './districts.ts';
import {
  BALLOTS,
  type Edition,
  type IdeaHelp,
  type IdeaPlaceAsked,
  type IntendedBallot,
  NO_HELP,
} from './edition.ts';
import {
  checkEnvelopes,
  type EnvelopeField,
  type EnvelopeRefusal,
  type EnvelopeSetting,
  followWhole,
  MOST_ENVELOPES,
  MOST_MONEY,
  sumOf,
  wholeTown,
} from './envelopes.ts';

export interface EditionSettings {
  /** Its name in addresses: never changes once the edition is open (R80). */
  slug: string;
  title: string;
  summary: string;
  /** Cents: what all the envelopes make. */
  envelope: number;
  envelopes: readonly EnvelopeSetting[];
  /** Names, in order. */
  categories: readonly string[];
  /** Names, in order; empty: the whole town. */
  districts: readonly string[];
  minimumAgePropose: number;
  minimumAgeVote: number;
  residenceRequired: boolean;
  maximumIdeas: number;
  /** Characters as a person counts them. */
  ideaLength: number;
  /** Minutes. */
  editMinutes: number;
  /** Whether its ideas are commented (R99). */
  commentsOpen: boolean;
  intendedBallot: IntendedBallot;
  ideaPlace: IdeaPlaceAsked;
  minimumChoices: number;
  maximumChoices: number;
  criteria: readonly CriterionSetting[];
  /** What the organisation adds to the generated rules. */
  rulesText: string;
  councilDecision: string;
  /** `YYYY-MM-DD` */
  councilDecisionOn: string | null;
  /** Id of the kept file. */
  councilDecisionFile: string | null;
  responsibleOfficial: string;
  ideaHelp: IdeaHelp;
}

/** French defaults (requirements, part 2bis): envelope 100 000 €, 16 years, 5 ideas, 1500 characters, 3 votes. */
export const USUAL_SETTINGS: EditionSettings = {
  slug: '',
  title: '',
  summary: '',
  envelope: 100_000_00,
  envelopes: [wholeTown(100_000_00)],
  categories: USUAL_CATEGORIES,
  districts: [],
  minimumAgePropose: 16,
  minimumAgeVote: 16,
  residenceRequired: true,
  maximumIdeas: 5,
  ideaLength: 1500,
  editMinutes: 15,
  commentsOpen: true,
  intendedBallot: 'approval',
  ideaPlace: 'optional',
  minimumChoices: 1,
  maximumChoices: 3,
  criteria: USUAL_CRITERIA,
  rulesText: '',
  councilDecision: '',
  councilDecisionOn: null,
  councilDecisionFile: null,
  responsibleOfficial: '',
  ideaHelp: NO_HELP,
};

export function settingsOf(edition: Edition): EditionSettings {
  return {
    slug: edition.slug,
    title: edition.title,
    summary: edition.summary,
    envelope: edition.envelope,
    envelopes: edition.envelopes,
    categories: edition.categories.map((category) => category.name),
    districts: edition.districts,
    minimumAgePropose: edition.minimumAgePropose,
    minimumAgeVote: edition.minimumAgeVote,
    residenceRequired: edition.residenceRequired,
    maximumIdeas: edition.maximumIdeas,
    ideaLength: edition.ideaLength,
    editMinutes: edition.editMinutes,
    commentsOpen: edition.commentsOpen,
    intendedBallot: edition.intendedBallot,
    ideaPlace: edition.ideaPlace,
    minimumChoices: edition.minimumChoices,
    maximumChoices: edition.maximumChoices,
    criteria: edition.criteria,
    rulesText: edition.rulesText,
    councilDecision: edition.councilDecision,
    councilDecisionOn: edition.councilDecisionOn,
    councilDecisionFile: edition.councilDecisionFile,
    responsibleOfficial: edition.responsibleOfficial,
    ideaHelp: edition.ideaHelp,
  };
}

export type SettingsField =
  | keyof Omit<EditionSettings, 'ideaHelp'>
  | `ideaHelp-${keyof IdeaHelp}`
  | EnvelopeField
  // of one envelope for all
  | 'cap'
  | 'floor'
  | keyof ReturnType<typeof checkCriteria>;

export type SettingsRefusal =
  | CategoriesRefusal
  | DistrictsRefusal
  | EnvelopeRefusal
  | CriterionRefusal
  | 'envelopes-make-another-whole'
  | 'too-many-envelopes'
  | 'not-a-ballot'
  | 'has-an-envelope'
  | 'missing'
  | 'too-long'
  | 'not-a-slug'
  | 'slug-reserved'
  | 'slug-is-permanent'
  | 'out-of-range'
  | 'minimum-over-maximum'
  | 'vote-has-begun';

/** Addresses of the back office that an edition cannot take (/administration/editions/nouvelle). */
const RESERVED_SLUGS = ['nouvelle', 'nouveau', 'new'];

/** Characters at most, by field. */
export const LONGEST = {
  title: 120,
  summary: 600,
  rulesText: 20_000,
  councilDecision: 120,
  responsibleOfficial: 120,
  ideaHelp: 400,
} as const;

/** Whole numbers, both included, by field. */
export const RANGES = {
  minimumAgePropose: [0, 120],
  minimumAgeVote: [0, 120],
  maximumIdeas: [1, 1000],
  ideaLength: [100, 20_000],
  editMinutes: [0, 1440],
  minimumChoices: [1, 100],
  maximumChoices: [1, 100],
} as const satisfies Partial<Record<SettingsField, readonly [number, number]>>;

/** What voters were told the vote goes by: it does not move while they vote, nor afterwards. */
const TERMS_OF_VOTE = [
  'envelope',
  'minimumAgeVote',
  'residenceRequired',
  'intendedBallot',
  'minimumChoices',
  'maximumChoices',
] as const satisfies SettingsField[];

/**
 * What does not hold, by field; empty when the settings can be kept. `before` is the edition they change,
 * `voteHasBegun` whether its vote phase has.
 */
export function checkSettings(
  settings: EditionSettings,
  before: Edition | null,
  voteHasBegun = false,
): Partial<Record<SettingsField, SettingsRefusal>> {
  const problems: Partial<Record<SettingsField, SettingsRefusal>> = {};
  if (settings.title === '') problems.title = 'missing';
  for (const field of ['title', 'summary', 'rulesText', 'councilDecision'] as const) {
    if ([...settings[field]].length > LONGEST[field]) problems[field] = 'too-long';
  }
  if ([...settings.responsibleOfficial].length > LONGEST.responsibleOfficial)
    problems.responsibleOfficial = 'too-long';
  for (const field of Object.keys(settings.ideaHelp) as (keyof IdeaHelp)[]) {
    if ([...settings.ideaHelp[field]].length > LONGEST.ideaHelp)
      problems[`ideaHelp-${field}`] = 'too-long';
  }
  const slug = checkSlug(settings.slug, before);
  if (slug) problems.slug = slug;
  if (!Number.isSafeInteger(settings.envelope) || settings.envelope <= 0)
    problems.envelope = 'no-envelope';
  else if (settings.envelope > MOST_MONEY) problems.envelope = 'envelope-too-large';
  const envelopes = followWhole(settings.envelopes, settings.envelope);
  Object.assign(problems, checkEnvelopes(envelopes, settings), checkCriteria(settings.criteria));
  if (envelopes.length > 0 && sumOf(envelopes) !== settings.envelope)
    problems.envelopes = 'envelopes-make-another-whole';
  if (envelopes.length > MOST_ENVELOPES) problems.envelopes = 'too-many-envelopes';
  const categories = checkCategories(settings.categories);
  if (categories) problems.categories = categories;
  const districts = checkDistricts(settings.districts);
  if (districts) problems.districts = districts;
  for (const field of Object.keys(RANGES) as (keyof typeof RANGES)[]) {
    const [least, most] = RANGES[field];
    const value = settings[field];
    if (!Number.isInteger(value) || value < least || value > most) problems[field] = 'out-of-range';
  }
  if (!BALLOTS.includes(settings.intendedBallot)) problems.intendedBallot = 'not-a-ballot';
  if (
    !problems.minimumChoices &&
    !problems.maximumChoices &&
    settings.minimumChoices > settings.maximumChoices
  )
    problems.minimumChoices = 'minimum-over-maximum';
  if (before && voteHasBegun) {
    for (const field of TERMS_OF_VOTE)
      if (settings[field] !== before[field]) problems[field] ??= 'vote-has-begun';
    if (!paySame(envelopes, before.envelopes)) problems.envelopes ??= 'vote-has-begun';
    if (before.districts.some((name) => !settings.districts.includes(name)))
      problems.districts ??= 'vote-has-begun';
  }
  return problems;
}

/** Whether voters would still vote on the same money, whatever its envelopes are called. */
function paySame(one: readonly EnvelopeSetting[], other: readonly EnvelopeSetting[]): boolean {
  const say = (envelopes: readonly EnvelopeSetting[]) =>
    envelopes.map(({ kind, target, amount }) => `${kind} ${target} ${amount}`).join('\n');
  return say(one) === say(other);
}

function checkSlug(slug: string, before: Edition | null): SettingsRefusal | null {
  if (before && before.openedAt !== null && slug !== before.slug) return 'slug-is-permanent';
  if (slug === '') return 'missing';
  if (slug.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return 'not-a-slug';
  return RESERVED_SLUGS.includes(slug) ? 'slug-reserved' : null;
}

export interface SettingsChange {
  from: EditionSettings[keyof EditionSettings];
  to: EditionSettings[keyof EditionSettings];
}

/** What differs, old and new, as the journal keeps it. */
export function describeSettingsChanges(
  before: EditionSettings,
  after: EditionSettings,
): Partial<Record<keyof EditionSettings, SettingsChange>> {
  const fields = Object.keys(after) as (keyof EditionSettings)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
}
