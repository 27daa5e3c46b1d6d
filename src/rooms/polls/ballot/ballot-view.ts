/** What part of a ballot is looked at: the district it votes for, and what the list is narrowed to. */
import type { BallotFrame } from './ballot-frame.ts';
import { type Basket, districtOf } from './basket.ts';

export interface BallotView {
  /** Key of the district's envelope; null while none is chosen, or where there are none. */
  district: string | null;
  /** Another district that is asked for, while choices are made in this one. */
  leavingFor: string | null;
  /** Names; '' shows all. */
  category: string;
  zone: string;
}

interface Query {
  get(name: string): string | null;
}

/** From an address: what it does not know is left out. */
export function readView(query: Query, frame: BallotFrame, basket: Basket): BallotView {
  const asked = query.get('quartier');
  const district = frame.envelopes.some(({ key, oneOf }) => oneOf && key === asked) ? asked : null;
  const chosen = districtOf(frame, basket);
  const named = (by: 'category' | 'zone', name: string | null) =>
    frame.options.some((option) => option[by] === name) ? (name ?? '') : '';
  return {
    district: chosen ?? district,
    leavingFor: chosen !== null && district !== null && district !== chosen ? district : null,
    category: named('category', query.get('theme')),
    zone: named('zone', query.get('secteur')),
  };
}

/** `?quartier=B&theme=Nature`, or nothing at all. */
export function writeView(view: Partial<BallotView>): string {
  const query = new URLSearchParams();
  if (view.district) query.set('quartier', view.district);
  if (view.category) query.set('theme', view.category);
  if (view.zone) query.set('secteur', view.zone);
  return query.size > 0 ? `?${query}` : '';
}

/** What the view shows of some options: one district at most, narrowed where asked. */
export function listShown<T extends BallotFrame['options'][number]>(
  options: readonly T[],
  frame: BallotFrame,
  view: BallotView,
): T[] {
  const districts = new Set(frame.envelopes.filter(({ oneOf }) => oneOf).map(({ key }) => key));
  return options.filter(
    ({ envelope, category, zone }) =>
      (!districts.has(envelope) || envelope === view.district) &&
      (view.category === '' || category === view.category) &&
      (view.zone === '' || zone === view.zone),
  );
}
