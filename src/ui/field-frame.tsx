/** What every field has around its control: label, hint, problem, and the wiring between them. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import type { Problems } from './form.tsx';
import { Icon } from './icon.tsx';

export type FieldBasics = {
  /** Name sent with the form; also the key in `problems`. */
  name: string;
  label: ComponentChildren;
  /** Help that stays in view under the label. */
  hint?: ComponentChildren;
  problems?: Problems | undefined;
  required?: boolean;
  /** Id of the control when two forms of a page share a name; the name otherwise. */
  id?: string;
};

/** Ids and attributes that tie a control to its hint and problem. */
export function wireField({ name, hint, problems, id = name, required }: FieldBasics) {
  const problem = problems && Object.hasOwn(problems, name) ? problems[name] : undefined;
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    problem,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    control: {
      id,
      name,
      required: required || undefined,
      'aria-invalid': problem ? ('true' as const) : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

/** "obligatoire", in words beside the label. */
export function RequiredMark({ required }: { required?: boolean | undefined }) {
  return required ? <span class="required"> ({m.ui_required()})</span> : null;
}

export function Hint({ id, children }: { id: string; children?: ComponentChildren }) {
  return children ? (
    <p class="hint" id={id}>
      {children}
    </p>
  ) : null;
}

export function Problem({ id, words }: { id: string; words?: string | undefined }) {
  return words ? (
    <p class="problem" id={id}>
      <Icon name="alert" />
      <span>
        <span class="visually-hidden">{m.ui_error()} </span>
        {words}
      </span>
    </p>
  ) : null;
}

/** Label, hint and problem around one control. */
export function FieldFrame({
  basics,
  children,
}: {
  basics: FieldBasics;
  children: ComponentChildren;
}) {
  const { id, problem, hintId, errorId } = wireField(basics);
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <label for={id}>
        {basics.label}
        <RequiredMark required={basics.required} />
      </label>
      <Hint id={hintId}>{basics.hint}</Hint>
      <Problem id={errorId} words={problem} />
      {children}
    </div>
  );
}

/** Legend, hint and problem around several controls that answer one question. */
export function GroupFrame({
  basics,
  children,
}: {
  basics: FieldBasics;
  children: ComponentChildren;
}) {
  const { id, problem, hintId, errorId, control } = wireField(basics);
  return (
    <fieldset
      class={problem ? 'field field-wrong' : 'field'}
      id={`${id}-group`}
      aria-describedby={control['aria-describedby']}
    >
      <legend>
        {basics.label}
        <RequiredMark required={basics.required} />
      </legend>
      <Hint id={hintId}>{basics.hint}</Hint>
      <Problem id={errorId} words={problem} />
      {children}
    </fieldset>
  );
}
