/** Writes on the page what a basket holds: the same words and states that the server writes. */
import { type BallotFrame, mostPoints } from '../../rooms/polls/ballot/ballot-frame.ts';
import {
  lackFor,
  measureBallot,
  rankChoices,
  summariseBallot,
} from '../../rooms/polls/ballot/ballot-progress.ts';
import type { Basket } from '../../rooms/polls/ballot/basket.ts';
import {
  type BallotWords,
  sayCounted,
  sayScopedState,
  sayState,
  sayValue,
} from '../../rooms/polls/ballot/counted-words.ts';
import { showRankings } from './rankings.ts';

export function showBallot(
  page: HTMLElement,
  frame: BallotFrame,
  words: BallotWords,
  basket: Basket,
  /** By option: what was wrong with the last gesture. */
  problems: ReadonlyMap<string, string>,
): void {
  showOptions(page, frame, words, basket, problems);
  showRankings(page, frame, words, basket);
  const measures = measureBallot(frame, basket);
  for (const measure of measures) {
    const line = page.querySelector<HTMLElement>(`[data-limit="${measure.id}"]`);
    if (line) line.dataset.state = measure.state;
    setText(page, `[data-measure="${measure.id}"]`, sayState(words, measure));
    const [envelope, of] = measure.id.split('/');
    const money = page.querySelector<HTMLElement>(`[data-money="${envelope}"]`);
    if (of === 'cost' && money) showMoney(money, measure.value, words);
  }
  const { count, left, gauge } = summariseBallot(frame, measures);
  setText(page, '[data-basket="count"]', sayValue(words, count));
  setText(page, '[data-basket="left"]', sayScopedState(words, left));
  const said = page.querySelector<HTMLElement>('[data-basket="left"]');
  if (said)
    said.dataset.state = left.state === 'over' || left.state === 'missing' ? left.state : 'other';
  const bar = page.querySelector('[data-gauge]');
  if (bar && gauge) {
    bar.setAttribute('width', percent(gauge.value, gauge.total));
    bar.parentElement!.classList.toggle('gauge-over', gauge.value > gauge.total);
  }
  showNotCast(page, words, basket.length);
}

function showOptions(
  page: HTMLElement,
  frame: BallotFrame,
  words: BallotWords,
  basket: Basket,
  problems: ReadonlyMap<string, string>,
): void {
  const given = new Map(basket.map(({ key, points }) => [key, points]));
  const ranks = rankChoices(frame, basket);
  const options = new Map(frame.options.map((option) => [option.key, option]));
  for (const box of page.querySelectorAll<HTMLElement>('[data-option]')) {
    const key = box.dataset.option!;
    const option = options.get(key)!;
    const chosen = given.has(key);
    box.querySelector('.card')?.classList.toggle('card-chosen', chosen);
    box.querySelector('.ballot-line')?.classList.toggle('ballot-line-chosen', chosen);
    for (const part of box.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = (part.dataset.when === 'chosen') !== chosen;
    setText(box, '[data-rank]', words.ranks[(ranks.get(key) ?? 0) - 1] ?? '');
    const fit = box.querySelector<HTMLElement>('[data-fit]');
    if (fit) {
      const lack = lackFor(frame, basket, option);
      fit.hidden = lack === 0;
      fit.textContent = sayCounted(words.fit, lack, words, 'money');
    }
    const points = given.get(key) ?? null;
    // what was typed and is no number stays to be corrected
    if (!problems.has(key)) showAnswer(box, points, words);
    const tooMany = (points ?? 0) > (mostPoints(frame, option.envelope) ?? Infinity);
    showProblem(
      page,
      box,
      problems.get(key) ?? (tooMany ? words.pointsAtMost[option.envelope] : undefined),
    );
  }
}

/** Said where the finger is, and read out; nothing to say takes the words away. */
function showProblem(page: HTMLElement, box: HTMLElement, said: string | undefined): void {
  const problem = box.querySelector<HTMLElement>('[data-problem]');
  if (problem) {
    problem.hidden = said === undefined;
    setText(problem, 'span', said ?? '');
    problem.closest('.field')!.classList.toggle('field-wrong', said !== undefined);
    box.querySelector<HTMLInputElement>('.stepper .input')!.ariaInvalid = said ? 'true' : null;
  }
  const place = box.querySelector<HTMLElement>('[data-refused]');
  if (!place || readProblem(box) === said) return;
  place.replaceChildren();
  if (said === undefined) return;
  place.append(clonePart(page, 'refused'));
  // the hidden word that gives the tone stays in front
  place.querySelector('.notice-title')!.lastChild!.textContent = said;
}

/** What the page already says is wrong with an option. */
export function readProblem(box: HTMLElement): string | undefined {
  const field = box.querySelector('[data-problem]:not([hidden]) span');
  const title = box.querySelector('[data-refused] .notice-title');
  return field?.textContent ?? title?.lastChild?.textContent ?? undefined;
}

function showAnswer(box: HTMLElement, points: number | null, words: BallotWords): void {
  for (const field of box.querySelectorAll<HTMLInputElement>('input[name^="note-"]')) {
    if (field.type === 'radio') field.checked = field.value === String(points ?? '');
    // what is being typed is left alone
    else if (field !== document.activeElement) field.value = String(points ?? 0);
  }
  setText(box, '[data-unit]', sayCounted(words.unit, points ?? 0, words));
}

function showMoney(money: HTMLElement, used: number, words: BallotWords): void {
  const total = Number(money.querySelector<HTMLElement>('.envelope')!.dataset.envelopeTotal);
  const scale = Math.max(total, used, 1);
  const envelope = money.dataset.money!;
  const state = used > total ? 'over' : used === total ? 'full' : 'left';
  const measure = {
    id: `${envelope}/cost`,
    value: used,
    state,
    gap: Math.abs(total - used),
  } as const;
  money.querySelector('.envelope')!.classList.toggle('envelope-over', used > total);
  const share = new Intl.NumberFormat(words.tag, { style: 'percent', maximumFractionDigits: 1 });
  const part = share.format(total > 0 ? used / total : 0).replaceAll('\u202f', '\u00a0');
  setText(money, '[data-envelope="used"]', `${sayValue(words, measure)} (${part})`);
  setText(money, '[data-envelope="left"]', sayState(words, measure));
  const within = Math.min(used, total);
  money.querySelector('[data-envelope="bar"]')!.setAttribute('width', percent(within, scale));
  const over = money.querySelector('[data-envelope="over"]')!;
  over.setAttribute('x', percent(within, scale));
  over.setAttribute('width', percent(used - within, scale));
}

const percent = (part: number, whole: number) =>
  `${Math.min(100, whole > 0 ? Math.round((1000 * part) / whole) / 10 : 0)}%`;

/** Choices that wait say so, in the bar and above the list. */
function showNotCast(page: HTMLElement, words: BallotWords, chosen: number): void {
  showPart(page, '.ballot-bar-words', '[data-basket="warning"]', 'warning', chosen > 0);
  showPart(page, '[data-slot="notice"]', '.notice', 'notice', chosen > 0);
  // the hidden word that gives the tone stays in front
  const title = page.querySelector('[data-slot="notice"] .notice-title');
  if (title) title.lastChild!.textContent = sayCounted(words.notice, chosen, words);
}

/** Puts a part in its place, or takes it away. */
function showPart(
  page: HTMLElement,
  place: string,
  selector: string,
  name: string,
  shown: boolean,
): void {
  const slot = page.querySelector(place);
  const there = slot?.querySelector(selector);
  if (shown && !there) slot?.append(clonePart(page, name));
  else if (!shown) there?.remove();
}

function clonePart(page: HTMLElement, name: string): Node {
  const template = page.querySelector<HTMLTemplateElement>(`template[data-part="${name}"]`);
  return template ? template.content.cloneNode(true) : document.createTextNode('');
}

export function setText(within: HTMLElement, selector: string, words: string): void {
  const element = within.querySelector(selector);
  // what does not change is not read out again
  if (element && element.textContent !== words) element.textContent = words;
}

export function findOption(page: HTMLElement, key: string): HTMLElement | undefined {
  return [...page.querySelectorAll<HTMLElement>('[data-option]')].find(
    ({ dataset }) => dataset.option === key,
  );
}
