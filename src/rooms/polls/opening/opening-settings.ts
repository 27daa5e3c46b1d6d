/**
 * The settings of a poll out of what an officer typed. What cannot be read is refused here, beside its
 * field; what can be read and does not hold is refused by `checkTerms`. Amounts in cents.
 */
import {
  type BallotKind,
  type HouseRules,
  isRuleName,
  noHouseRules,
  type RuleName,
} from '../../tally/index.ts';
import {
  type BallotScreen,
  type Envelope,
  type GroupLimit,
  type PollLimits,
  type PollSettings,
  type Subject,
  USUAL_MENTIONS,
  usualSettings,
} from '../settings.ts';

/** Values as typed, by name of field. */
export type Typed = Record<string, string>;

/** What the settings are about; known before anything is typed. */
export interface Ground {
  /** Of the edition, cents. */
  envelope: number;
  /** In the frozen list, numbered from 1. */
  projects: number;
  districts: readonly string[];
  categories: readonly string[];
  /** « 20 000 € » → cents; null: not an amount. */
  readAmount: (typed: string) => number | null;
}

export type SettingsProblem =
  | 'ballot-unknown'
  | 'rule-unknown'
  | 'amounts-unreadable'
  | 'groups-unreadable'
  | 'incompatible-unreadable';

export const SUBJECTS: readonly Subject[] = ['projects', 'people', 'questions'];

export const SCREENS: readonly BallotScreen[] = [
  'approval',
  'knapsack',
  'points',
  'ranking',
  'judgment',
  'yes-no',
];

const KINDS: Record<BallotScreen, BallotKind> = {
  approval: 'approval',
  knapsack: 'approval',
  points: 'cumulative',
  ranking: 'ordinal',
  judgment: 'judgment',
  'yes-no': 'yes-no',
};

/** The methods an officer chooses from; the kind of ballot makes the rest of a rule's name. */
export const METHODS = [
  'greedy',
  'greedy-noskip',
  'greedy-per-cost',
  'mes',
  'phragmen',
  'schulze',
  'stv',
] as const;

export const SHARES_UTILITIES = ['cost', 'card'] as const;
export const SHARES_RESTS = ['', 'u', 'add1', 'add1e', 'add1u', 'add1eu'] as const;

interface ReadSettings {
  kind: BallotKind;
  rule: RuleName;
  minimumChoices: number;
  maximumChoices: number;
  labels: readonly string[];
  settings: Partial<PollSettings>;
}

export type SettingsRead =
  | { ok: true; read: ReadSettings }
  | { ok: false; problems: Partial<Record<string, SettingsProblem>> };

export function readSettings(typed: Typed, ground: Ground): SettingsRead {
  const problems: Partial<Record<string, SettingsProblem>> = {};
  const subject = SUBJECTS.find((one) => one === typed.subject) ?? 'projects';
  const screen = SCREENS.find((one) => one === typed.ballot);
  if (!screen) problems.ballot = 'ballot-unknown';
  const kind = KINDS[screen ?? 'approval'];
  const rule = readRule(typed, kind);
  if (!rule) problems.method = 'rule-unknown';
  const labels = readLines(typed.labels);
  const [minimumChoices, maximumChoices] = readChoices(typed, screen, subject, {
    ...ground,
    ...(subject !== 'projects' && { projects: labels.length }),
  });
  const choices = { minimumChoices, maximumChoices };
  const envelopes = readEnvelopes(typed, subject, ground, choices, screen ?? 'approval');
  if (!envelopes) problems.amounts = 'amounts-unreadable';
  const groups = readGroups(typed.groups, ground);
  if (!groups) problems.groups = 'groups-unreadable';
  const incompatible = readIncompatible(typed.incompatible, ground.projects);
  if (!incompatible) problems.incompatible = 'incompatible-unreadable';
  if (!rule || !envelopes || !groups || !incompatible || !screen) return { ok: false, problems };
  const mentions = kind === 'judgment' ? readMentions(typed.mentions) : [];
  const settings: Partial<PollSettings> = {
    subject,
    envelopes,
    groups,
    mentions,
    defaultGrade: kind === 'judgment' ? readWhole(typed.defaultGrade, 0) : 0,
    seats: readOptional(typed.seats),
    houseRules: { ...readHouseRules(typed), incompatible },
    leftover: typed.leftover === 'next-edition' ? 'next-edition' : 'returned',
  };
  return { ok: true, read: { kind, rule, ...choices, labels, settings } };
}

/** Judgments and answers of yes and no have one rule each; points and ranks give the greedy rule its name. */
function readRule(typed: Typed, kind: BallotKind): RuleName | null {
  if (kind === 'judgment') return 'majority-judgment';
  if (kind === 'yes-no') return 'yes-no';
  const method = METHODS.find((one) => one === typed.method);
  if (method === 'greedy' && kind === 'cumulative') return 'points';
  if (method === 'greedy' && kind === 'ordinal') return 'borda';
  if (method !== 'mes') return method ?? null;
  const rest = typed.rest ? `-${typed.rest}` : '';
  const rule = `mes-${typed.utility}${rest}`;
  return isRuleName(rule) ? rule : null;
}

/** Where every option may be answered, as in judgments, the ballot has no number of its own. */
function readChoices(
  typed: Typed,
  screen: BallotScreen | undefined,
  subject: Subject,
  { projects }: Ground,
): [number, number] {
  if (screen === 'judgment' || screen === 'yes-no') return [1, projects];
  const most = typed.maximum === '' ? projects : readWhole(typed.maximum);
  return [readWhole(typed.minimum, 1), subject === 'projects' ? most : Math.min(most, projects)];
}

function readEnvelopes(
  typed: Typed,
  subject: Subject,
  ground: Ground,
  choices: { minimumChoices: number; maximumChoices: number },
  screen: BallotScreen,
): Envelope[] | null {
  const limitsOf = (amount: number) => readLimits(typed, screen, amount);
  const amount = subject === 'projects' ? ground.envelope : 0;
  const [alone] = usualSettings({ amount, ...choices, limits: limitsOf(amount) }).envelopes;
  if (typed.envelopes !== 'several' || subject !== 'projects') return [alone!];
  const rows = readLines(typed.amounts).map((line) => readEnvelopeLine(line, ground));
  if (rows.length < 2 || rows.length > 26 || rows.some((row) => !row)) return null;
  const labels = new Set(rows.map((row) => row!.label.toLowerCase()));
  if (labels.size < rows.length) return null;
  const isNamed = (label: string) =>
    ground.districts.includes(label) || ground.categories.includes(label);
  const town = rows.findIndex((row) => !isNamed(row!.label));
  // one envelope at most is neither a district's nor a category's: that of the whole town
  if (rows.filter((row) => !isNamed(row!.label)).length > 1) return null;
  return rows.map((row, at) => ({
    key: String.fromCharCode(65 + at),
    label: row!.label,
    amount: row!.cents,
    oneOf: at !== town && typed.oneDistrict === 'oui',
    minimumChoices: 0,
    maximumChoices: row!.most ?? choices.maximumChoices,
    limits: limitsOf(row!.cents),
    leftTo:
      at !== town && town >= 0 && typed.leftToTown === 'oui'
        ? String.fromCharCode(65 + town)
        : null,
  }));
}

/** « Nord : 20 000 », or « Nord : 20 000 : 2 » where a ballot makes two choices at most in it. */
function readEnvelopeLine(line: string, ground: Ground) {
  const [label = '', amount = '', most, ...more] = line.split(':').map((part) => part.trim());
  const cents = ground.readAmount(amount);
  const counted = most === undefined || /^[1-9]\d{0,2}$/.test(most);
  if (label === '' || cents === null || !counted || more.length > 0) return null;
  return { label, cents, most: most === undefined ? null : Number(most) };
}

function readLimits(typed: Typed, screen: BallotScreen, amount: number): PollLimits {
  if (screen === 'knapsack') {
    const share = readOptional(typed.share);
    return {
      maxSumCost: amount,
      // a share in percent, rounded up to the cent; beyond the envelope it is refused later
      ...(share !== null && { minSumCost: Math.ceil((amount * share) / 100) }),
    };
  }
  if (screen !== 'points') return {};
  const cap = readOptional(typed.cap);
  return { maxSumPoints: readWhole(typed.points), ...(cap !== null && { maxPoints: cap }) };
}

/** Characters of a line of limits; a name of category or district is much shorter. */
const LONGEST_LINE = 200;

/** Lines as « Écologie : 2 à 3 », « Centre : au plus 2 », « Sport : au moins 1 ». */
function readGroups(typed: string | undefined, ground: Ground): GroupLimit[] | null {
  const groups = readLines(typed).map((line): GroupLimit | null => {
    if (line.length > LONGEST_LINE) return null;
    const match =
      /^(.+?)\s*:\s*(?:(\d{1,3})\s*(?:à|to|-|–)\s*(\d{1,3})|(au moins|at least)\s+(\d{1,3})|(?:au plus|at most)\s+(\d{1,3}))$/i.exec(
        line,
      );
    if (!match) return null;
    const [, name = '', from, to, , atLeast, atMost] = match;
    const by = ground.categories.includes(name)
      ? 'category'
      : ground.districts.includes(name)
        ? 'zone'
        : null;
    if (!by) return null;
    if (atLeast) return { by, name, minimum: Number(atLeast), maximum: null };
    if (atMost) return { by, name, minimum: null, maximum: Number(atMost) };
    return { by, name, minimum: Number(from), maximum: Number(to) };
  });
  return groups.every((group) => group !== null) ? groups : null;
}

/** Lines of numbers of the list, « 12, 17 »: of each, one project at most can win. */
function readIncompatible(typed: string | undefined, projects: number): string[][] | null {
  const sets = readLines(typed).map((line) => line.split(/[\s,;]+/).filter(Boolean));
  const wrong = (number: string) => !/^\d{1,4}$/.test(number) || Number(number) > projects;
  if (sets.some((set) => set.length < 2 || set.some(wrong))) return null;
  const width = String(projects).length;
  return sets.map((set) => set.map((number) => String(Number(number)).padStart(width, '0')));
}

function readHouseRules(typed: Typed): HouseRules {
  return {
    ...noHouseRules,
    quorum: readOptional(typed.quorum),
    minimumNamings: readOptional(typed.minimumNamings),
    mostPerHolder: readOptional(typed.mostPerHolder),
    winnersPerZone: readOptional(typed.winnersPerZone),
    partFunding: readOptional(typed.partFunding),
  };
}

function readMentions(typed: string | undefined): readonly string[] {
  const mentions = readLines(typed);
  return mentions.length === 0 ? USUAL_MENTIONS : mentions;
}

const readLines = (typed = '') =>
  typed
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');

/** NaN for what is no number: `checkTerms` refuses it. */
function readWhole(typed = '', absent = Number.NaN): number {
  const text = typed.trim();
  if (text === '') return absent;
  return /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
}

/** null: nothing asked; NaN: something unreadable. */
function readOptional(typed = ''): number | null {
  return typed.trim() === '' ? null : readWhole(typed);
}
