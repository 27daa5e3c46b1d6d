/** What is long is shown in part: the rest is there, folded, for whoever wants it. */
import type { VNode } from 'preact';
import * as m from '../paraglide/messages.js';
import { formatNumber } from './format.ts';
import { Icon } from './icon.tsx';

export type LongListProps<Item> = {
  items: readonly Item[];
  /** How many are shown; 20 unless said. Nothing is folded for a few more. */
  most?: number;
  /** Draws a part of the items; `before`: how many come before them, 0 for those shown first. */
  wrap: (items: readonly Item[], before: number) => VNode;
};

/** Folding fewer than these would only be in the way. */
const FEWEST_FOLDED = 5;

export function LongList<Item>({ items, most = 20, wrap }: LongListProps<Item>) {
  if (items.length < most + FEWEST_FOLDED) return wrap(items, 0);
  return (
    <>
      {wrap(items.slice(0, most), 0)}
      <details class="long-list">
        <summary>
          {m.ui_see_others({ count: formatNumber(items.length - most) })}
          <Icon name="chevron-down" class="turn" />
        </summary>
        {wrap(items.slice(most), most)}
      </details>
    </>
  );
}
