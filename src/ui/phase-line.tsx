/** Time made visible: the steps of an edition, where it stands, and how long is left. */
import * as m from '../paraglide/messages.js';
import { formatDate } from './format.ts';
import { Icon } from './icon.tsx';

export type Phase = {
  name: string;
  /** First and last day, both included; either may not be fixed yet. */
  from?: Date;
  to?: Date;
  state: 'past' | 'current' | 'next';
  href?: string;
};

export type PhaseLineProps = {
  phases: Phase[];
  /** Whole days until the current phase ends; 0 on its last day. */
  daysLeft?: number;
  /** Name of the line for screen readers; "Les étapes" unless said. */
  label?: string;
  /** For pages whose subject is something else: no dates in view, and on a phone dots in a row. */
  compact?: boolean;
  /** Under the current one; "Vous êtes ici" unless said. */
  here?: string;
};

const stateWords = {
  past: m.ui_phase_past,
  current: m.ui_phase_current,
  next: m.ui_phase_next,
};

/** Five steps: standing one under the other on a phone, side by side on a desktop. */
export function PhaseLine({ phases, daysLeft, label, compact, here }: PhaseLineProps) {
  return (
    <ol
      class={compact ? 'phase-line phase-line-compact' : 'phase-line'}
      aria-label={label ?? m.ui_phases()}
    >
      {phases.map((phase, index) => (
        <li
          key={phase.name}
          class={`phase phase-${phase.state}`}
          aria-current={phase.state === 'current' ? 'step' : undefined}
        >
          <span class="phase-dot" aria-hidden="true">
            {phase.state === 'past' ? <Icon name="check" /> : index + 1}
          </span>
          <div class="phase-words">
            <p class="phase-name">
              {phase.href ? <a href={phase.href}>{phase.name}</a> : phase.name}
              {phase.state !== 'current' && (
                <span class="visually-hidden"> ({stateWords[phase.state]()})</span>
              )}
            </p>
            {phase.state === 'current' && <p class="phase-here">{here ?? m.ui_you_are_here()}</p>}
            <PhaseDates phase={phase} />
            {phase.state === 'current' && daysLeft !== undefined && (
              <p class="phase-left">
                <Icon name="clock" />
                {daysLeft === 0 ? m.ui_last_day() : m.ui_days_left({ count: daysLeft })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function PhaseDates({ phase: { from, to } }: { phase: Phase }) {
  if (!from && !to) return null;
  const sameYear =
    from && to && formatDate(from, 'month').slice(-4) === formatDate(to, 'month').slice(-4);
  const words =
    from && to
      ? m.ui_from_to({
          from: formatDate(from, sameYear ? 'short' : 'day'),
          to: formatDate(to, 'day'),
        })
      : from
        ? m.ui_from({ from: formatDate(from, 'day') })
        : m.ui_until({ to: formatDate(to as Date, 'day') });
  return <p class="phase-dates">{words}</p>;
}

export type StepsProps = {
  current: number;
  total: number;
  /** Name of the present step ("Votre idée"). */
  name?: string;
  /** Words for the whole ("Déposer une idée"). */
  label?: string;
};

/** Where one is in a wizard: "Étape 2 sur 4". */
export function Steps({ current, total, name, label }: StepsProps) {
  return (
    <div class="steps">
      <p>
        {label && <span class="visually-hidden">{label} </span>}
        <strong>{m.ui_step_of({ current, total })}</strong>
        {name && <span class="steps-name"> {name}</span>}
      </p>
      <ol class="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <li
            key={index}
            class={index + 1 < current ? 'done' : index + 1 === current ? 'now' : undefined}
          />
        ))}
      </ol>
    </div>
  );
}
