import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { readEuros, writeEuros } from '../../../platform/money/euros.ts';
import type { Problems } from '../../../ui/form.tsx';
import {
  checkFund,
  checkLink,
  type Fund,
  type FundField,
  type FundLink,
  MOST_LINKS,
  USUAL_CAP,
  VISIBILITIES,
  type WrittenFund,
} from '../fund.ts';
import { fundProblems, linkProblems, stepProblems } from '../fund-words.page.ts';
import type { FundParts } from '../fund-writing.store.ts';
import {
  BOUNDS,
  checkSteps,
  MOST_STEPS,
  type ThresholdStep,
  USUAL_STEPS,
  USUAL_THRESHOLD,
} from '../threshold.ts';
import type { TypedFund } from './fund-form.page.tsx';

const rowsOf = <T>(most: number, read: (row: number) => T): T[] =>
  Array.from({ length: most }, (_, at) => read(at + 1));

const typeSteps = (steps: readonly ThresholdStep[]) =>
  rowsOf(MOST_STEPS, (row) => ({
    below: String(steps[row - 1]?.below ?? ''),
    threshold: String(steps[row - 1]?.threshold ?? ''),
  }));

const typeLinks = (links: readonly FundLink[]) =>
  rowsOf(MOST_LINKS, (row) => links[row - 1] ?? { label: '', address: '' });

/** What a new fund proposes: the wording of the requirements, each to be changed. */
export const emptyFund = (): TypedFund => ({
  name: '',
  period: '',
  summary: '',
  presentation: '',
  rules: '',
  cap: writeEuros(USUAL_CAP),
  threshold: String(USUAL_THRESHOLD),
  visibleTo: 'certified-groups',
  countProposer: false,
  allowRepeats: false,
  steps: typeSteps(USUAL_STEPS),
  links: typeLinks([]),
});

/** A fund as its form proposes it. */
export const typeFund = (fund: Fund, { links, steps }: FundParts): TypedFund => ({
  name: fund.name,
  period: fund.period,
  summary: fund.summary,
  presentation: fund.presentation,
  rules: fund.rules,
  cap: writeEuros(fund.cap),
  threshold: String(fund.threshold),
  visibleTo: fund.visibleTo,
  countProposer: fund.countProposer,
  allowRepeats: fund.allowRepeats,
  steps: typeSteps(steps),
  links: typeLinks(links),
});

export function readTypedFund(form: Form): TypedFund {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ').trim();
  return {
    name: oneLine('nom'),
    period: oneLine('exercice'),
    summary: oneLine('resume'),
    presentation: form.text('presentation'),
    rules: form.text('regles'),
    cap: form.text('plafond'),
    threshold: form.text('seuil'),
    visibleTo: form.text('visibilite'),
    countProposer: form.text('proposant') === 'oui',
    allowRepeats: form.text('plusieurs-fois') === 'oui',
    steps: rowsOf(MOST_STEPS, (row) => ({
      below: form.text(`palier-${row}-part`),
      threshold: form.text(`palier-${row}-seuil`),
    })),
    links: rowsOf(MOST_LINKS, (row) => ({
      label: oneLine(`lien-${row}-titre`),
      address: form.text(`lien-${row}-adresse`),
    })),
  };
}

/** Name of the field of the form. */
const NAMES: Record<FundField, string> = {
  name: 'nom',
  period: 'exercice',
  summary: 'resume',
  presentation: 'presentation',
  rules: 'regles',
  cap: 'plafond',
};

type ReadFund =
  | { ok: true; written: WrittenFund; threshold: number; parts: FundParts }
  | { ok: false; problems: Problems };

/** `isNew`: with its threshold, which has an act of its own afterwards. */
export function readFund(typed: TypedFund, isNew: boolean): ReadFund {
  const problems: Problems = {};
  const cap = readEuros(typed.cap);
  const visibleTo = VISIBILITIES.find((one) => one === typed.visibleTo);
  if (!visibleTo) problems.visibilite = m.funds_problem_visible();
  const { name, period, summary, presentation, rules, countProposer, allowRepeats } = typed;
  const written: WrittenFund = {
    name,
    period,
    summary,
    presentation,
    rules,
    visibleTo: visibleTo ?? 'certified-groups',
    cap: cap.ok ? cap.cents : 0,
    countProposer,
    allowRepeats,
  };
  for (const [field, refusal] of Object.entries(checkFund(written)))
    problems[NAMES[field as FundField]] ??= fundProblems[refusal]();
  const threshold = readWhole(typed.threshold) ?? 0;
  if (isNew && (threshold < BOUNDS.least || threshold > BOUNDS.most))
    problems.seuil = m.funds_problem_threshold();
  const parts = { links: readLinks(typed, problems), steps: readSteps(typed, problems) };
  return Object.keys(problems).length > 0
    ? { ok: false, problems }
    : { ok: true, written, threshold, parts };
}

function readLinks({ links }: TypedFund, problems: Problems): FundLink[] {
  for (const [at, link] of links.entries()) {
    if (link.label === '' && link.address === '') continue;
    const refusal = checkLink(link);
    if (refusal)
      problems[`lien-${at + 1}-${refusal === 'label-missing' ? 'titre' : 'adresse'}`] =
        linkProblems[refusal]();
  }
  return links.filter(({ label, address }) => label !== '' || address !== '');
}

function readSteps({ steps }: TypedFund, problems: Problems): ThresholdStep[] {
  const read = steps.map(({ below, threshold }) =>
    below === '' && threshold === ''
      ? null
      : { below: readWhole(below, -1), threshold: readWhole(threshold, -1) },
  );
  for (const [row, refusal] of checkSteps(read))
    problems[`palier-${row + 1}-part`] = stepProblems[refusal]();
  return read.flatMap((step) =>
    step && step.below !== null && step.threshold !== null
      ? [{ below: step.below, threshold: step.threshold }]
      : [],
  );
}

/** A whole number as it is typed; null: nothing; `otherwise`: anything else. */
export function readWhole(typed: string, otherwise: number | null = null): number | null {
  if (typed === '') return null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : otherwise;
}
