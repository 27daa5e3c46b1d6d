import { Fragment } from 'preact';
import * as m from '../../paraglide/messages.js';
import type { Tally } from './comment.ts';

const sides = [
  ['pro', m.comments_pro_count],
  ['con', m.comments_con_count],
  ['neutral', m.comments_neutral_count],
] as const;

/** « 12 pour, 3 contre, 4 sans avis », and the same as a bar, for those who see it. */
export function TallyBar({ tally }: { tally: Tally }) {
  const all = tally.pro + tally.con + tally.neutral;
  if (all === 0) return null;
  let before = 0;
  return (
    <figure>
      <figcaption>
        {sides.map(([side, words], at) => (
          <Fragment key={side}>
            {at > 0 && ', '}
            <span class={`comment-key comment-side-${side}`}>{words({ count: tally[side] })}</span>
          </Fragment>
        ))}
      </figcaption>
      <svg class="comment-bar" aria-hidden="true">
        {sides.map(([side]) => {
          const x = before;
          const width = (100 * tally[side]) / all;
          before += width;
          return (
            <rect
              key={side}
              class={`comment-side-${side}`}
              x={`${x}%`}
              width={`${width}%`}
              height="100%"
            />
          );
        })}
      </svg>
    </figure>
  );
}
