/** Choices that stay in view: radios and checkboxes, each a target of a whole line. */
import type { ComponentChildren } from 'preact';
import {
  type FieldBasics,
  GroupFrame,
  Hint,
  Problem,
  RequiredMark,
  wireField,
} from './field-frame.tsx';
import { Icon, type IconName } from './icon.tsx';

type Option = {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  icon?: IconName;
  disabled?: boolean;
};

export type RadiosProps = FieldBasics & {
  options: Option[];
  value?: string | undefined;
  /** `cards` for choices with hints and icons, two by two where they fit; `row` for a few short ones, side by side. */
  look?: 'lines' | 'cards' | 'row';
};

/** One choice among a few. The first carries the id, so that the summary's link lands on it. */
export function Radios(props: RadiosProps) {
  return <Options kind="radio" {...props} isChecked={(value) => value === props.value} />;
}

export type CheckboxesProps = FieldBasics & {
  options: Option[];
  values?: string[] | undefined;
  look?: 'lines' | 'cards';
};

/** Any number of choices among a few, all sent under the same name. */
export function Checkboxes(props: CheckboxesProps) {
  const isChecked = (value: string) => props.values?.includes(value) ?? false;
  return <Options kind="checkbox" {...props} isChecked={isChecked} />;
}

type OptionsProps = FieldBasics & {
  kind: 'radio' | 'checkbox';
  options: Option[];
  look?: 'lines' | 'cards' | 'row';
  isChecked: (value: string) => boolean;
};

function Options({ kind, options, look = 'lines', isChecked, ...basics }: OptionsProps) {
  return (
    <GroupFrame basics={basics}>
      <div class={`options options-${look}`}>
        {options.map((option, index) => (
          <OptionLine
            key={option.value}
            kind={kind}
            basics={basics}
            option={option}
            index={index}
            checked={isChecked(option.value)}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

export type CheckboxProps = FieldBasics & {
  checked?: boolean | undefined;
  /** What is sent when ticked; "oui" unless said. */
  value?: string;
};

/** One thing to agree to. */
export function Checkbox(props: CheckboxProps) {
  const { control, problem, hintId, errorId } = wireField(props);
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <Problem id={errorId} words={problem} />
      <div class="option">
        <input {...control} type="checkbox" value={props.value ?? 'oui'} checked={props.checked} />
        <label for={control.id}>
          {props.label}
          <RequiredMark required={props.required} />
        </label>
        <Hint id={hintId}>{props.hint}</Hint>
      </div>
    </div>
  );
}

function OptionLine(props: {
  kind: 'radio' | 'checkbox';
  basics: FieldBasics;
  option: Option;
  index: number;
  checked: boolean;
}) {
  const { kind, basics, option, index, checked } = props;
  const group = wireField(basics);
  const id = index === 0 ? group.id : `${group.id}-${index + 1}`;
  return (
    <div class="option">
      <input
        type={kind}
        id={id}
        name={basics.name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        required={(kind === 'radio' && basics.required) || undefined}
        aria-describedby={option.hint ? `${id}-more` : undefined}
      />
      <label for={id}>
        {option.icon && <Icon name={option.icon} />}
        {option.label}
      </label>
      <Hint id={`${id}-more`}>{option.hint}</Hint>
    </div>
  );
}

/** Fields that mean something with some choices only: the style sheet shows them when one is made. */
export function OnlyFor(props: { choices: readonly string[]; children: ComponentChildren }) {
  return (
    <div class={`stack only-for ${props.choices.map((choice) => `for-${choice}`).join(' ')}`}>
      {props.children}
    </div>
  );
}
