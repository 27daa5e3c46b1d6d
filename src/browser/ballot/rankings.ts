/** The ordered list at the top of a ranking, row by row. */
import type { BallotFrame } from '../../rooms/polls/ballot/ballot-frame.ts';
import type { Basket } from '../../rooms/polls/ballot/basket.ts';
import type { BallotWords } from '../../rooms/polls/ballot/counted-words.ts';

export function showRankings(
  page: HTMLElement,
  frame: BallotFrame,
  words: BallotWords,
  basket: Basket,
): void {
  const envelopes = new Map(frame.options.map(({ key, envelope }) => [key, envelope]));
  for (const ranking of page.querySelectorAll<HTMLElement>('[data-ranking]')) {
    const keys = basket
      .map(({ key }) => key)
      .filter((key) => envelopes.get(key) === ranking.dataset.ranking);
    const rows = keys.flatMap((key) => findRow(ranking, key) ?? makeRow(page, key) ?? []);
    ranking.querySelector('ol')!.replaceChildren(...rows);
    for (const [at, row] of rows.entries()) {
      row.querySelector('[data-place]')!.textContent = words.ranks[at] ?? '';
      row.querySelector<HTMLElement>('[data-gesture="monter"]')!.hidden = at === 0;
      row.querySelector<HTMLElement>('[data-gesture="descendre"]')!.hidden = at === rows.length - 1;
    }
    ranking.querySelector<HTMLElement>('[data-empty]')!.hidden = rows.length > 0;
  }
}

function findRow(ranking: HTMLElement, key: string): HTMLElement | null {
  const own = [...ranking.querySelectorAll<HTMLElement>('[data-ranked]')].find(
    ({ dataset }) => dataset.ranked === key,
  );
  return own?.closest('li') ?? null;
}

/** A row after the model of the template, with the words of the option's card. */
function makeRow(page: HTMLElement, key: string): HTMLElement | null {
  const card = [...page.querySelectorAll<HTMLElement>('[data-option]')].find(
    ({ dataset }) => dataset.option === key,
  );
  const template = page.querySelector<HTMLTemplateElement>('template[data-part="rank"]');
  const row = template?.content.querySelector('li')?.cloneNode(true) as HTMLElement | undefined;
  if (!card || !row) return null;
  const place = row.querySelector<HTMLElement>('[data-ranked]')!;
  place.dataset.ranked = key;
  place.id = `rang-${key}`;
  place.querySelector('[data-title]')!.textContent = card.querySelector('bdi')!.textContent;
  const link = place.querySelector<HTMLAnchorElement>('.ranked-title a');
  const target = card.querySelector<HTMLAnchorElement>('.card-title a');
  if (link && target) link.href = target.href;
  const cost = place.querySelector('.ranked-figure');
  if (cost) cost.textContent = card.querySelector('.card-figure')?.textContent ?? '';
  for (const field of place.querySelectorAll<HTMLInputElement>('input[type="hidden"]'))
    field.value = key;
  const about = card.querySelector('button .visually-hidden')?.textContent ?? '';
  for (const words of place.querySelectorAll('button .visually-hidden')) words.textContent = about;
  return row;
}
