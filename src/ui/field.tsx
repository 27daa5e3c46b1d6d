/** Fields of one line or one text: words, passwords, files, choices in a list. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { type FieldBasics, FieldFrame, wireField } from './field-frame.tsx';
import { formatNumber } from './format.ts';

export type FieldProps = FieldBasics & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'time' | 'date' | 'datetime-local';
  value?: string | number | undefined;
  /** WHATWG token: "email", "given-name", "bday-day", "one-time-code"… */
  autocomplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search';
  /** As wide as what it holds: `short` a postcode, `medium` a name, `full` the column. */
  width?: 'short' | 'medium' | 'full';
  /** A unit after the control: "€", "m²". */
  suffix?: string;
  spellcheck?: boolean;
  /** Ready to be typed in as the page opens: where one page does one thing, all day long. */
  focused?: boolean;
  /** What others often write here, proposed while one types; anything else may be written too. */
  suggestions?: readonly string[];
};

/** One line of text. */
export function Field(props: FieldProps) {
  const { control } = wireField(props);
  const isPlain = props.type === 'email' || props.type === 'url' || props.type === 'tel';
  const input = (
    <input
      {...control}
      class={`input input-${props.width ?? 'full'}`}
      // Preact types each kind of input apart; ours are all lines of text.
      type={(props.type ?? 'text') as 'text'}
      value={props.value}
      autoComplete={props.autocomplete}
      inputMode={props.inputMode}
      autoCapitalize={isPlain ? 'none' : undefined}
      spellcheck={props.spellcheck ?? (isPlain ? false : undefined)}
      list={props.suggestions && `${control.id}-suggestions`}
      // biome-ignore lint/a11y/noAutofocus: only where the caller says that the page is for this field
      autoFocus={props.focused}
    />
  );
  return (
    <FieldFrame basics={props}>
      {props.suffix ? (
        <span class="affixed">
          {input}
          <span class="affix">{props.suffix}</span>
        </span>
      ) : (
        input
      )}
      {props.suggestions && (
        <datalist id={`${control.id}-suggestions`}>
          {props.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** A whole number of a few digits, which must be given. */
export function NumberField(props: Omit<FieldProps, 'inputMode' | 'width' | 'required'>) {
  return <Field {...props} inputMode="numeric" width="short" required />;
}

/** A whole number that may be left out, among what was typed in its form. */
export function OptionalNumber({
  typed,
  ...props
}: Omit<FieldProps, 'inputMode' | 'width' | 'required' | 'value'> & {
  typed: Readonly<Record<string, string>>;
}) {
  return <Field {...props} value={typed[props.name]} inputMode="numeric" width="short" />;
}

export type PasswordFieldProps = FieldBasics & {
  /** `new-password` where one is chosen, `current-password` where one is asked. */
  autocomplete: 'new-password' | 'current-password';
};

/** A password: never sent back to the page; can be shown where scripts run. */
export function PasswordField(props: PasswordFieldProps) {
  const { control } = wireField(props);
  return (
    <FieldFrame basics={props}>
      <password-reveal data-show={m.ui_show_password()} data-hide={m.ui_hide_password()}>
        <input
          {...control}
          class="input input-full"
          type="password"
          autoComplete={props.autocomplete}
          autoCapitalize="none"
          spellcheck={false}
        />
      </password-reveal>
    </FieldFrame>
  );
}

export type TextAreaProps = FieldBasics & {
  value?: string | undefined;
  rows?: number;
  /** Characters as a person counts them; shown, counted down where scripts run, never enforced here. */
  limit?: number;
  /** Language of what is written, when it is not the page's. */
  lang?: string;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { control, id } = wireField(props);
  const { limit } = props;
  const described = [control['aria-describedby'], limit && `${id}-limit`].filter(Boolean).join(' ');
  const area = (
    <textarea
      {...control}
      aria-describedby={described || undefined}
      class="input input-full"
      rows={props.rows ?? 6}
      lang={props.lang}
      value={props.value}
    />
  );
  return (
    <FieldFrame basics={props}>
      {limit === undefined ? (
        area
      ) : (
        <character-counter
          data-limit={limit}
          data-left-one={m.ui_characters_left_one({ count: '#' })}
          data-left-other={m.ui_characters_left_other({ count: '#' })}
          data-over-one={m.ui_characters_over_one({ count: '#' })}
          data-over-other={m.ui_characters_over_other({ count: '#' })}
        >
          {area}
          <p class="hint counter" id={`${id}-limit`}>
            {m.ui_characters_allowed({ count: formatNumber(limit) })}
          </p>
        </character-counter>
      )}
    </FieldFrame>
  );
}

type Choice = { value: string; label: string; disabled?: boolean };

export type SelectProps = FieldBasics & {
  options: Choice[];
  value?: string | undefined;
  /** First line without value; "Choisir…" when `true`. */
  empty?: string | boolean;
  width?: 'short' | 'medium' | 'full';
};

/** One choice in a long list (seven or fewer: prefer `Radios`). */
export function Select(props: SelectProps) {
  const { control } = wireField(props);
  return (
    <FieldFrame basics={props}>
      <select {...control} class={`input select input-${props.width ?? 'full'}`}>
        {props.empty && (
          <option value="">{props.empty === true ? m.ui_choose() : props.empty}</option>
        )}
        {props.options.map(({ value, label, disabled }) => (
          <option key={value} value={value} selected={value === props.value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export type FileFieldProps = FieldBasics & {
  /** Kinds taken, as the browser wants them: "image/jpeg,image/png". */
  accept: string;
  multiple?: boolean;
};

/** One or several files. Say kinds and sizes in the hint. */
export function FileField(props: FileFieldProps) {
  const { control } = wireField(props);
  return (
    <FieldFrame basics={props}>
      <input
        {...control}
        class="file"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </FieldFrame>
  );
}

export type OutputFieldProps = { label: ComponentChildren; children: ComponentChildren };

/** A value shown in the place of a field, when it cannot be changed here. */
export function OutputField({ label, children }: OutputFieldProps) {
  return (
    <div class="field">
      <p class="field-label">{label}</p>
      <div>{children}</div>
    </div>
  );
}
