/** Money made visible: the envelope of an edition or a theme, always drawn the same way. */
import * as m from '../paraglide/messages.js';
import { formatMoney, formatPercent } from './format.ts';
import { Hatch } from './hatch.tsx';

export type EnvelopeBarProps = {
  /** The envelope, in cents. */
  totalCents: number;
  /** What is taken from it, in cents; may exceed the total. */
  usedCents: number;
  /** "Enveloppe" unless said: "Enveloppe du thème Nature", "Votre sélection". */
  label?: string;
  /** Unique in the page, when there are several. */
  id?: string;
  /** True where a script keeps it up to date: changes are then read out politely. */
  live?: boolean;
  /** Three letters; euros unless said. */
  currency?: string;
};

/** In a basket, a script finds `[data-envelope="used"|"left"|"bar"|"over"]` and rewrites them. */
export function EnvelopeBar(props: EnvelopeBarProps) {
  const { totalCents, usedCents, id = 'envelope', live, currency } = props;
  const label = props.label ?? m.ui_envelope();
  const over = Math.max(0, usedCents - totalCents);
  const left = Math.max(0, totalCents - usedCents);
  // Over the envelope, the whole bar stands for what was taken and the excess is hatched at its end.
  const scale = Math.max(totalCents, usedCents, 1);
  const within = (100 * Math.min(usedCents, totalCents)) / scale;
  const excess = (100 * over) / scale;
  return (
    <div class={over > 0 ? 'envelope envelope-over' : 'envelope'} data-envelope-total={totalCents}>
      <div class="envelope-head">
        <p class="envelope-label" id={`${id}-label`}>
          {label}
        </p>
        <p class="envelope-total">{formatMoney(totalCents, currency)}</p>
      </div>
      <svg class="envelope-bar" aria-hidden="true">
        <Hatch id={`${id}-hatch`} every={10} stripe={4} />
        <rect class="envelope-track" width="100%" height="100%" />
        <rect class="envelope-used" width={percent(within)} height="100%" data-envelope="bar" />
        <rect
          x={percent(within)}
          width={percent(excess)}
          height="100%"
          fill={`url(#${id}-hatch)`}
          data-envelope="over"
        />
      </svg>
      <p
        class="envelope-words"
        aria-live={live ? 'polite' : undefined}
        aria-atomic={live ? 'true' : undefined}
      >
        <span data-envelope="used">
          {m.ui_envelope_used({
            used: formatMoney(usedCents, currency),
            total: formatMoney(totalCents, currency),
          })}{' '}
          <span class="envelope-share">
            ({formatPercent(totalCents > 0 ? usedCents / totalCents : 0)})
          </span>
        </span>
        <strong class="envelope-left" data-envelope="left">
          {over > 0
            ? m.ui_envelope_over({ over: formatMoney(over, currency) })
            : left === 0
              ? m.ui_envelope_exact()
              : m.ui_envelope_left({ left: formatMoney(left, currency) })}
        </strong>
      </p>
    </div>
  );
}

const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;
