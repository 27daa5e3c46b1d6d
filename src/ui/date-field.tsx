/** A date typed as day, month, year: three plain inputs that every phone and every age can use. */
import * as m from '../paraglide/messages.js';
import { type FieldBasics, GroupFrame, wireField } from './field-frame.tsx';

export type DateFieldProps = FieldBasics & {
  /** What was typed, sent back as it was. */
  value?: { day?: string; month?: string; year?: string; time?: string } | undefined;
  /** True for a birth date: browsers then offer the one they know. */
  birth?: boolean;
  /** Adds a time of day, named `${name}-time` ("18:00"). */
  withTime?: boolean;
  /** An example shown as a hint: "31 8 1951". */
  example?: string;
};

/** Sends `${name}-day`, `${name}-month`, `${name}-year`; its problem is under `name`. */
export function DateField(props: DateFieldProps) {
  const { name, value = {}, birth, withTime, example } = props;
  const hint = props.hint ?? (example ? m.ui_date_example({ example }) : undefined);
  const { id, control } = wireField(props);
  const parts = [
    { part: 'day', label: m.ui_day(), size: 'digits-2', typed: value.day },
    { part: 'month', label: m.ui_month(), size: 'digits-2', typed: value.month },
    { part: 'year', label: m.ui_year(), size: 'digits-4', typed: value.year },
  ];
  return (
    <GroupFrame basics={{ ...props, hint }}>
      <div class="date-parts">
        {parts.map(({ part, label, size, typed }, index) => (
          <div key={part}>
            <label for={index === 0 ? id : `${id}-${part}`}>{label}</label>
            <input
              class={`input ${size}`}
              id={index === 0 ? id : `${id}-${part}`}
              name={`${name}-${part}`}
              value={typed}
              inputMode="numeric"
              autoComplete={birth ? `bday-${part}` : 'off'}
              required={control.required}
              aria-invalid={control['aria-invalid']}
            />
          </div>
        ))}
        {withTime && (
          <div>
            <label for={`${id}-time`}>{m.ui_time()}</label>
            <input
              class="input digits-5"
              type="time"
              id={`${id}-time`}
              name={`${name}-time`}
              value={value.time}
              aria-invalid={control['aria-invalid']}
            />
          </div>
        )}
      </div>
    </GroupFrame>
  );
}
