/** What stands on a printed ballot, and what makes one void: plain rules, the same as those of the box. */
import type { Option, Poll } from '../poll.ts';
import { type BallotScreen, type Envelope, screenOf } from '../settings.ts';

type SheetPoll = Pick<
  Poll,
  'kind' | 'profile' | 'minimumChoices' | 'maximumChoices' | 'options' | 'settings'
>;

/** The options that one envelope pays for, in the order of the frozen list. */
interface SheetPart {
  envelope: Envelope;
  options: readonly NumberedOption[];
}

export interface NumberedOption extends Option {
  /** What its key says: the number in the frozen list, or the place among people or questions. */
  number: number;
}

export interface BallotSheet {
  screen: BallotScreen;
  /** The one that this ballot is for; null where there are none. */
  district: Envelope | null;
  parts: readonly SheetPart[];
  /** Choices of the whole ballot. */
  least: number;
  most: number;
  /** Lines of the ballot. */
  size: number;
}

/** Envelopes that have a ballot of their own: a paper cannot ask which district first. */
export function listSheetDistricts({ settings }: Pick<Poll, 'settings'>): Envelope[] {
  return settings.envelopes.filter(({ oneOf }) => oneOf);
}

/** The options with the numbers that stand before them on paper. */
export function numberOptions({ options }: Pick<Poll, 'options'>): NumberedOption[] {
  return options.map((option, at) => ({
    ...option,
    number: /^\d+$/.test(option.key) ? Number(option.key) : at + 1,
  }));
}

/** The ballot of one district: what everyone votes on, and that district. */
export function layOutBallot(poll: SheetPoll, district: Envelope | null): BallotSheet {
  const numbered = numberOptions(poll);
  const parts = poll.settings.envelopes
    .filter(({ oneOf, key }) => !oneOf || key === district?.key)
    .map((envelope) => ({
      envelope,
      options: numbered.filter((option) => option.envelope === envelope.key),
    }))
    .filter(({ options }) => options.length > 0);
  const sum = (numberOf: (part: SheetPart) => number) =>
    parts.reduce((total, part) => total + numberOf(part), 0);
  const size = sum(({ options }) => options.length);
  const asked = sum(({ envelope }) => (envelope.oneOf ? 0 : envelope.minimumChoices));
  const room = sum(({ envelope, options }) => Math.min(envelope.maximumChoices, options.length));
  const most = poll.kind === 'choose-one' ? 1 : Math.min(poll.maximumChoices, room);
  return {
    screen: screenOf(poll.kind, poll.settings),
    district,
    parts,
    // a ballot without any choice is none
    least: Math.min(most, Math.max(1, poll.minimumChoices, asked)),
    most,
    size,
  };
}

/** Why a paper does not count, in the order in which it is said. */
export type Voiding =
  | 'recognisable'
  | 'empty'
  | 'too-few'
  | 'too-many'
  | 'part-not-kept'
  | 'over-cost'
  | 'under-cost'
  | 'too-many-points'
  | 'too-few-points'
  | 'too-many-points-each'
  | 'ranks-unclear'
  | 'two-answers';

export function listVoidings(poll: SheetPoll, sheet: BallotSheet): Voiding[] {
  const { screen, parts, least, most, size } = sheet;
  const limits = parts.map(({ envelope }) => envelope.limits);
  const some = (key: keyof Envelope['limits']) => limits.some((one) => one[key] !== undefined);
  const answered = screen === 'judgment' || screen === 'yes-no';
  const holds: Record<Voiding, boolean> = {
    recognisable: poll.profile !== 'P0',
    empty: true,
    'too-few': least > 1,
    'too-many': most < size,
    'part-not-kept': poll.settings.groups.length > 0 || parts.length > 1,
    'over-cost': some('maxSumCost'),
    'under-cost': some('minSumCost'),
    'too-many-points': some('maxSumPoints'),
    'too-few-points': some('minSumPoints'),
    'too-many-points-each': some('maxPoints'),
    'ranks-unclear': screen === 'ranking',
    'two-answers': answered,
  };
  return (Object.keys(holds) as Voiding[]).filter((voiding) => holds[voiding]);
}

/** How the file is wanted. */
export interface SheetLook {
  format: 'A4' | 'A5';
  /** Letters of 18 points, for low vision. */
  large: boolean;
  lang: 'fr' | 'en';
}

export type SheetField = 'format' | 'letters' | 'lang' | 'district';

export type AskedSheet =
  | { ok: true; look: SheetLook; district: Envelope | null }
  | { ok: false; refused: readonly SheetField[] };

/** Words that come with an address; nothing is guessed where they say something unknown. */
export function readAskedSheet(
  poll: Pick<Poll, 'settings'>,
  typed: Readonly<Record<SheetField, string | null>>,
): AskedSheet {
  const districts = listSheetDistricts(poll);
  const { format, letters, lang } = typed;
  const district = districts.find(({ key }) => key === typed.district) ?? null;
  const refused: SheetField[] = [];
  if (districts.length > 0 && district === null) refused.push('district');
  if (format !== 'A4' && format !== 'A5') refused.push('format');
  if (letters !== 'normal' && letters !== 'large') refused.push('letters');
  if (lang !== 'fr' && lang !== 'en') refused.push('lang');
  if (refused.length > 0) return { ok: false, refused };
  const look = { format, large: letters === 'large', lang } as SheetLook;
  return { ok: true, look, district };
}

/** Eight signs tell the ballots of one poll from those of another, for a person who compares them. */
export function pollMark({ manifestHash }: Pick<Poll, 'manifestHash'>): string {
  return manifestHash.slice(0, 8);
}

/** What stands on the cover of a batch, when it is known before. */
export interface BatchCover {
  point: string;
  batch: string;
}

/** Characters at most. */
export const COVER_LENGTH = { point: 80, batch: 20 } as const;

export function checkBatchCover(cover: BatchCover): (keyof BatchCover)[] {
  return (['point', 'batch'] as const).filter(
    (field) => [...cover[field]].length > COVER_LENGTH[field],
  );
}
