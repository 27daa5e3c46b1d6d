import type { Form } from '../../../platform/http/form.ts';
import { readEuros, writeEuros } from '../../../platform/money/euros.ts';
import { type Figure, type Figures, readDelay } from './figures.ts';
import type { FigureRefusal } from './words.page.ts';

/** As they were typed. */
export type TypedFigures = Record<Figure, string>;

export const typeFigures = (figures: Figures): TypedFigures => ({
  capitalCost: writeCost(figures.capitalCost),
  yearlyCost: writeCost(figures.yearlyCost),
  delayMonths: figures.delayMonths === null ? '' : String(figures.delayMonths),
});

export const readTypedFigures = (form: Form): TypedFigures => ({
  capitalCost: form.text('capitalCost'),
  yearlyCost: form.text('yearlyCost'),
  delayMonths: form.text('delayMonths'),
});

/** Nothing typed is nothing known, which is no problem. */
export function readFigures(typed: TypedFigures): {
  figures: Figures;
  problems: Partial<Record<Figure, FigureRefusal>>;
} {
  const problems: Partial<Record<Figure, FigureRefusal>> = {};
  const readCost = (figure: 'capitalCost' | 'yearlyCost') => {
    if (typed[figure] === '') return null;
    const read = readEuros(typed[figure]);
    if (read.ok) return read.cents;
    problems[figure] = read.refusal;
    return null;
  };
  const delay = readDelay(typed.delayMonths);
  if (!delay.ok) problems.delayMonths = delay.refusal;
  const figures = {
    capitalCost: readCost('capitalCost'),
    yearlyCost: readCost('yearlyCost'),
    delayMonths: delay.ok ? delay.months : null,
  };
  return { figures, problems };
}

const writeCost = (cents: number | null): string => (cents === null ? '' : writeEuros(cents));
