/** One paper as somebody types it, and what it says. The same words always say the same ballot. */
import {
  type BallotRefusal,
  type Choices,
  checkBallot,
  type RefusedBallot,
} from '../ballot/ballot.ts';
import { writeEntry } from '../ballot/entry.ts';
import { type NumberedOption, numberOptions } from '../paper/ballot-sheet.ts';
import type { Poll } from '../poll.ts';
import { type BallotScreen, screenOf } from '../settings.ts';

/** What a person who looks at a paper may find, in the order of the numbers that say it (« nul 1 »). */
export const VOID_REASONS = [
  'recognisable',
  'unreadable',
  'contradictory',
  'another-paper',
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

export type KeyedBallot =
  | { kind: 'valid'; choices: Choices }
  | { kind: 'blank' }
  | { kind: 'void'; reason: VoidReason }
  /** What is written on it is not allowed by the poll. */
  | { kind: 'void'; reason: 'not-allowed'; refused: RefusedBallot };

export type TypingRefusal =
  | 'nothing-typed'
  | 'too-long'
  | 'void-without-reason'
  | 'unreadable'
  | 'number-unknown'
  | 'number-twice'
  | 'answers-missing'
  | 'answer-unknown';

export type ReadKeyed =
  | { ok: true; ballot: KeyedBallot }
  /** `found`: the part of what was typed that is at fault. */
  | { ok: false; refusal: TypingRefusal; found: string };

/** Characters that one paper takes at most. */
export const TYPED_LENGTH = 4000;

type KeyedPoll = Pick<Poll, 'kind' | 'minimumChoices' | 'maximumChoices' | 'options' | 'settings'>;

/**
 * Reads what was typed for one paper: « blanc », « nul 2 », or its choices as the screen of the poll wants
 * them. A slip of the fingers is refused, to be typed again; a paper that says more than the poll allows is
 * void, as `checkBallot` finds it; one that says nothing is blank.
 */
export function readKeyed(poll: KeyedPoll, typed: string): ReadKeyed {
  const text = typed.trim().toLowerCase();
  if (text === '') return refuse('nothing-typed', '');
  if (text.length > TYPED_LENGTH) return refuse('too-long', '');
  if (text === 'blanc' || text === 'blank') return { ok: true, ballot: { kind: 'blank' } };
  const void_ = /^(?:nul|void)(?:\s+(\d))?$/.exec(text);
  if (void_) {
    const reason = VOID_REASONS[Number(void_[1] ?? 0) - 1];
    if (!reason) return refuse('void-without-reason', text);
    return { ok: true, ballot: { kind: 'void', reason } };
  }
  const tokens = text.split(/[\s,;]+/).filter((token) => token !== '');
  const read = readTokens(poll, tokens);
  if (!read.ok) return read;
  const numbers = read.entries.map(({ option }) => option.key);
  const twice = read.entries.find(({ option }, at) => numbers.indexOf(option.key) < at);
  if (twice) return refuse('number-twice', String(twice.option.number));
  if (read.entries.length === 0) return { ok: true, ballot: { kind: 'blank' } };
  const written = read.entries.map(({ option, points }) => writeEntry({ key: option.key, points }));
  const checked = checkBallot(poll, written);
  if (checked.ok) return { ok: true, ballot: { kind: 'valid', choices: checked.choices } };
  return { ok: true, ballot: asVoid(checked) };
}

function asVoid(refused: RefusedBallot): KeyedBallot {
  const nothing: BallotRefusal = 'no-choice';
  return refused.refusal === nothing
    ? { kind: 'blank' }
    : { kind: 'void', reason: 'not-allowed', refused };
}

interface KeyedEntry {
  option: NumberedOption;
  points: number | null;
}
type ReadTokens =
  | { ok: true; entries: KeyedEntry[] }
  | { ok: false; refusal: TypingRefusal; found: string };

function readTokens(poll: KeyedPoll, tokens: readonly string[]): ReadTokens {
  const options = numberOptions(poll);
  const screen = screenOf(poll.kind, poll.settings);
  if (isAnswered(screen)) return readAnswers(poll, options, tokens);
  const entries: KeyedEntry[] = [];
  for (const token of tokens) {
    const match = screen === 'points' ? /^(\d+):(\d{1,6})$/.exec(token) : /^(\d+)$/.exec(token);
    if (!match) return refuse('unreadable', token);
    const option = options.find(({ number }) => number === Number(match[1]));
    if (!option) return refuse('number-unknown', match[1]!);
    entries.push({ option, points: screen === 'points' ? Number(match[2]) : null });
  }
  return { ok: true, entries };
}

/** Screens on which every line has an answer of its own, or none. */
function isAnswered(screen: BallotScreen): boolean {
  return screen === 'judgment' || screen === 'yes-no';
}

/** Line by line in the order of the paper, a dash where nothing is ticked; or « 3:2 », the line and its answer. */
function readAnswers(
  poll: KeyedPoll,
  options: readonly NumberedOption[],
  tokens: readonly string[],
): ReadTokens {
  const byNumber = tokens.every((token) => token.includes(':'));
  const answers = byNumber ? tokens : spread(tokens, options.length);
  if (!byNumber && answers.length !== options.length)
    return refuse('answers-missing', String(answers.length));
  const entries: KeyedEntry[] = [];
  for (const [at, answer] of answers.entries()) {
    const [number, said] = byNumber ? answer.split(':') : [null, answer];
    const option =
      number === null ? options[at] : options.find((one) => String(one.number) === number);
    if (!option) return refuse('number-unknown', number ?? '');
    const points = readAnswer(poll, said ?? '');
    if (points === undefined) return refuse('answer-unknown', answer);
    if (points !== null) entries.push({ option, points });
  }
  return { ok: true, entries };
}

/** « ooNb » and « 1 3 2 » are the same gestures: a sign a line where the signs are as many as the lines. */
function spread(tokens: readonly string[], lines: number): readonly string[] {
  const [only] = tokens;
  return tokens.length === 1 && only!.length === lines ? [...only!] : tokens;
}

/** null: nothing is said of this line; undefined: no answer. */
function readAnswer({ kind, settings }: KeyedPoll, said: string): number | null | undefined {
  if (said === '-') return null;
  if (kind === 'yes-no') {
    const answers: Record<string, number | null> = { o: 1, y: 1, n: 0, b: null };
    return Object.hasOwn(answers, said) ? answers[said] : undefined;
  }
  const mention = /^\d{1,2}$/.test(said) ? Number(said) : 0;
  const { length } = settings.mentions;
  return mention >= 1 && mention <= length ? length - mention : undefined;
}

function refuse(refusal: TypingRefusal, found: string) {
  return { ok: false as const, refusal, found };
}

/** Whether two people read the same paper alike; why it is void is for its cover. */
export function readAlike(one: KeyedBallot, other: KeyedBallot): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind !== 'valid' || other.kind !== 'valid'
    ? true
    : JSON.stringify(one.choices) === JSON.stringify(other.choices);
}
