/** The lines of a printed ballot: a box or several, the number, what it is, what it costs. */
import * as m from '../../../paraglide/messages.js';
import type { Column, Paper, Part } from '../../../platform/pdf/paper.ts';
import { formatMoney } from '../../../ui/format.ts';
import type { Poll } from '../poll.ts';
import type { BallotScreen } from '../settings.ts';
import { subjectWords } from '../subject-words.page.ts';
import type { BallotSheet, NumberedOption, SheetLook } from './ballot-sheet.ts';
import { listAnswers } from './ballot-sheet-words.page.ts';

/** Points of each kind of words. */
interface Letters {
  words: number;
  small: number;
  number: number;
  part: number;
  title: number;
  running: number;
}

export function measureLetters({ format, large }: SheetLook): Letters {
  if (large) return { words: 18, small: 18, number: 24, part: 21, title: 26, running: 14 };
  return format === 'A4'
    ? { words: 11.5, small: 9.5, number: 19, part: 14, title: 22, running: 9 }
    : { words: 10, small: 8.5, number: 16, part: 12, title: 17, running: 8 };
}

/** White on both sides of a cell, in points. */
const AROUND = 12;
/** Share of the sheet's width that a title is left at least: by a cost, by the boxes of its answers. */
const TITLE_SHARE = { cost: 0.55, answers: 0.42 };

interface LineGrid {
  screen: BallotScreen;
  columns: readonly Column[];
  /** The column of the titles. */
  names: number;
  answers: readonly string[];
  /** Answers have a column each; otherwise they stand under the title with their words. */
  spread: boolean;
  /** Costs have a column; otherwise they stand under the title. */
  costs: 'column' | 'below' | 'none';
  box: { width: number; height: number };
}

/** Columns where titles are left room enough; otherwise what they would hold goes under the title. */
export function chooseGrid(
  paper: Paper,
  poll: Poll,
  sheet: BallotSheet,
  currency: string,
  letters: Letters,
): LineGrid {
  const { screen } = sheet;
  const options = sheet.parts.flatMap((part) => part.options);
  const answers = listAnswers(poll, sheet);
  const box = sizeBox(screen, letters);
  const head = Math.max(letters.small, letters.words * 0.85);
  const wide = (words: readonly string[], size: number) =>
    Math.max(0, ...words.map((one) => paper.measure(one, { size, bold: true })));
  const numberWidth = wide(
    [m.printed_col_number(), ...options.map(({ number }) => String(number))],
    letters.number,
  );
  const boxHead = boxHeads[screen]();
  const first = answers.length > 0 ? 0 : Math.max(box.width, wide([boxHead], head)) + AROUND;
  const taken = first + numberWidth + AROUND;
  const leaves = (more: number, share: number) => paper.inner - taken - more >= paper.inner * share;
  const answerWidths = answers.map((words) =>
    Math.max(box.width, wide(words.split(/[\s-]/), head) + 1, letters.words * 3.2),
  );
  const answersWidth = answerWidths.reduce((sum, width) => sum + width + AROUND, 0);
  const spread = answers.length > 0 && leaves(answersWidth, TITLE_SHARE.answers);
  const priced = options.some(({ cost }) => cost > 0);
  const costWidth =
    wide(
      options.map(({ cost }) => formatMoney(cost, currency)),
      letters.words,
    ) + AROUND;
  const costs = !priced
    ? 'none'
    : answers.length === 0 && leaves(costWidth, TITLE_SHARE.cost)
      ? 'column'
      : 'below';
  const columns: Column[] = [
    ...(answers.length > 0 ? [] : [{ width: first, head: boxHead, align: 'center' as const }]),
    { width: numberWidth + AROUND, head: m.printed_col_number(), align: 'right' },
    { width: 'rest', head: subjectWords[poll.settings.subject].one() },
    ...(costs === 'column'
      ? [{ width: costWidth, head: m.printed_col_cost(), align: 'right' as const }]
      : []),
    ...(spread
      ? answers.map((words, at) => ({
          width: answerWidths[at]! + AROUND,
          head: words,
          align: 'center' as const,
        }))
      : []),
  ];
  return { screen, columns, names: answers.length > 0 ? 1 : 2, answers, spread, costs, box };
}

const boxHeads: Record<BallotScreen, () => string> = {
  approval: m.printed_col_tick,
  knapsack: m.printed_col_tick,
  points: m.printed_col_points,
  ranking: m.printed_col_rank,
  judgment: m.printed_col_tick,
  'yes-no': m.printed_col_tick,
};

/** A box to write in is wider than one to tick. */
function sizeBox(screen: BallotScreen, { words }: Letters): { width: number; height: number } {
  const written = screen === 'points' || screen === 'ranking';
  return written
    ? { width: Math.max(36, words * 2.6), height: Math.max(24, words * 1.6) }
    : { width: Math.max(16, words * 1.3), height: Math.max(16, words * 1.3) };
}

export function layLine(
  grid: LineGrid,
  option: NumberedOption,
  poll: Poll,
  currency: string,
  letters: Letters,
): Part[][] {
  const { box, answers, spread, costs } = grid;
  const { zone, category, cost, label, number } = option;
  const says =
    grid.screen === 'points' || grid.screen === 'ranking'
      ? m.printed_box_write()
      : m.printed_box_tick();
  const money = formatMoney(cost, currency);
  const named = poll.settings.envelopes.some((envelope) => envelope.label === zone);
  const marks = [costs === 'below' ? money : null, category, named ? null : zone];
  const under = marks.filter((mark) => mark !== null).join(' · ');
  const title: Part[] = [
    { words: label, bold: true },
    ...(under === '' ? [] : [{ words: under, size: letters.small }]),
    ...(answers.length > 0 && !spread
      ? [{ blank: 4 }, ...answers.map((answer): Part => ({ box, says, label: answer }))]
      : []),
  ];
  return [
    ...(answers.length > 0 ? [] : [[{ box, says }]]),
    [{ words: String(number), bold: true, size: letters.number }],
    title,
    ...(costs === 'column' ? [[{ words: money, bold: true }]] : []),
    ...(spread ? answers.map((): Part[] => [{ box, says }]) : []),
  ];
}
