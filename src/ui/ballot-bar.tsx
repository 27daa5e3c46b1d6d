/** What stays at the foot of the screen while one fills in a ballot. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon } from './icon.tsx';

export type BallotBarProps = {
  /** "3 projets choisis sur 5". */
  count: string;
  /** What is missing, too much or left, in words. */
  left: string;
  /** `over` when something must be taken back, `missing` when something must be added. */
  state?: 'over' | 'missing' | 'other';
  /** Drawn at the top edge; left out where there is nothing to fill. */
  gauge?: GaugeProps | undefined;
  /** "Vérifier et déposer". */
  action: ComponentChildren;
  /** What must not be overlooked: "Votre vote n’est pas encore déposé." */
  warning?: ComponentChildren;
  /** Name of the bar for screen readers; "Votre sélection" unless said. */
  label?: string;
};

/** A script may rewrite `[data-basket="count"]` and `[data-basket="left"]`, and add the warning. */
export function BallotBar(props: BallotBarProps) {
  const { count, left, state = 'other', gauge, action, warning } = props;
  return (
    <section class="ballot-bar" aria-label={props.label ?? m.ui_basket()}>
      {gauge && <Gauge {...gauge} />}
      <div class="ballot-bar-words" role="status">
        <p>
          <Icon name="basket" />
          <strong data-basket="count">{count}</strong>
        </p>
        <p class="ballot-bar-left" data-basket="left" data-state={state}>
          {left}
        </p>
        {warning && (
          <p class="ballot-bar-warning" data-basket="warning">
            <Icon name="warning" />
            <span>{warning}</span>
          </p>
        )}
      </div>
      <div class="ballot-bar-action">{action}</div>
    </section>
  );
}

type GaugeProps = { value: number; total: number };

/** How full something is, as a thin line; the words beside it say the same. */
export function Gauge({ value, total }: GaugeProps) {
  return (
    <svg class={value > total ? 'gauge gauge-over' : 'gauge'} aria-hidden="true">
      <rect width={shareOf(value, total)} height="100%" data-gauge={total} />
    </svg>
  );
}

const shareOf = (value: number, total: number) =>
  `${Math.min(100, total > 0 ? Math.round((1000 * value) / total) / 10 : 0)}%`;
