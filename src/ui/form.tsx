/** A form and what surrounds its fields: summary of problems, groups, buttons. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon, type IconName } from './icon.tsx';

/** What is wrong with a form that came back: name of the field → words that say what to do. */
export type Problems = Record<string, string>;

export type FormProps = {
  action: string;
  /** `post` unless said; `get` only for searches. */
  method?: 'post' | 'get';
  /** True when the form sends files. */
  upload?: boolean;
  id?: string;
  /** Name of the form for screen readers, when a page has several. */
  label?: string;
  children: ComponentChildren;
};

/** The server alone checks, in our words: the browser's own bubbles are switched off. */
export function Form({ action, method = 'post', upload, id, label, children }: FormProps) {
  return (
    <form
      class="form stack"
      id={id}
      action={action}
      method={method}
      encType={upload ? 'multipart/form-data' : undefined}
      aria-label={label}
      noValidate
    >
      {children}
    </form>
  );
}

/** Values that travel unseen. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}

export type ErrorSummaryProps = {
  problems?: Problems | undefined;
  /** Fields whose id is not their name: name of the field → id of the element to go to. */
  ids?: Record<string, string>;
  /** Labels of the fields whose words alone do not say of which field they speak: name of the field → label. */
  labels?: Record<string, string>;
  /** Replaces "Il y a 2 points à corriger". */
  title?: string;
};

/**
 * All problems of a form, on top of the page, each a link to its field; nothing when there are none.
 * A problem under the name `form` concerns the whole form and is no link.
 */
export function ErrorSummary({ problems = {}, ids = {}, labels = {}, title }: ErrorSummaryProps) {
  const entries = Object.entries(problems).map(
    ([name, words]) => [name, sayOf(labels[name], words)] as const,
  );
  if (entries.length === 0) return null;
  return (
    <error-focus>
      <div class="error-summary" role="alert" tabIndex={-1} aria-labelledby="problems-title">
        <h2 id="problems-title">
          <Icon name="alert" />
          {title ?? m.ui_problems_title({ count: entries.length })}
        </h2>
        <ul class="problems">
          {entries.map(([name, words]) => (
            <li key={name}>
              {name === 'form' ? words : <a href={`#${ids[name] ?? name}`}>{words}</a>}
            </li>
          ))}
        </ul>
        <p>{m.ui_problems_kept()}</p>
      </div>
    </error-focus>
  );
}

function sayOf(label: string | undefined, words: string): string {
  if (label === undefined) return words;
  const [first = '', ...rest] = words;
  return m.ui_problem_of({ field: label, problem: first.toLocaleLowerCase() + rest.join('') });
}

export type FieldsetProps = {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  id?: string;
  /** Makes the legend the page's h1 (one question a screen). */
  asTitle?: boolean;
  children: ComponentChildren;
};

/** Fields that belong together. */
export function Fieldset({ legend, hint, id, asTitle, children }: FieldsetProps) {
  return (
    <fieldset class="fieldset" id={id} aria-describedby={hint && id ? `${id}-hint` : undefined}>
      <legend>{asTitle ? <h1>{legend}</h1> : legend}</legend>
      {hint && (
        <p class="hint" id={id ? `${id}-hint` : undefined}>
          {hint}
        </p>
      )}
      <div class="stack">{children}</div>
    </fieldset>
  );
}

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonLook = {
  kind?: ButtonKind;
  size?: 'small' | 'normal' | 'large';
  icon?: IconName;
  /** Said to screen readers after the label, where the same button stands many times ("le jardin partagé"). */
  about?: string;
  children: ComponentChildren;
};

export type SubmitButtonProps = ButtonLook & {
  name?: string;
  value?: string;
  /** Posts the form elsewhere ("Enregistrer le brouillon"). */
  formAction?: string;
  /** Id of the form when the button stands outside it. */
  form?: string;
  /** Pressed or not, for a button that switches something (a support). */
  pressed?: boolean;
  /** Under the Enter key as the page opens. */
  focused?: boolean;
};

const buttonClass = (kind: ButtonKind, size: string): string =>
  `button button-${kind}${size === 'normal' ? '' : ` button-${size}`}`;

const ButtonWords = ({ icon, about, children }: ButtonLook) => (
  <>
    {icon && <Icon name={icon} />}
    <span>
      {children}
      {about && <span class="visually-hidden"> {about}</span>}
    </span>
  </>
);

/** A button that sends its form: a verb and its object ("Déposer mon vote"). */
export function SubmitButton(props: SubmitButtonProps) {
  const { kind = 'primary', size = 'normal' } = props;
  return (
    <button
      type="submit"
      class={buttonClass(kind, size)}
      name={props.name}
      value={props.value}
      formAction={props.formAction}
      form={props.form}
      aria-pressed={props.pressed}
      // biome-ignore lint/a11y/noAutofocus: only where the caller says that the page is for this button
      autoFocus={props.focused}
    >
      <ButtonWords icon={props.icon} about={props.about}>
        {props.children}
      </ButtonWords>
    </button>
  );
}

export type ButtonLinkProps = ButtonLook & { href: string; download?: boolean };

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, download, ...look }: ButtonLinkProps) {
  const { kind = 'primary', size = 'normal' } = look;
  return (
    <a class={buttonClass(kind, size)} href={href} download={download}>
      <ButtonWords icon={look.icon} about={look.about}>
        {look.children}
      </ButtonWords>
    </a>
  );
}

export type ButtonFormProps = ButtonLook & {
  action: string;
  /** Sent along, unseen. */
  values?: Record<string, string | number>;
  pressed?: boolean;
};

/** One gesture that changes something, as a form of one button (support, withdraw, follow). */
export function ButtonForm({ action, values = {}, pressed, ...look }: ButtonFormProps) {
  return (
    <form method="post" action={action} class="button-form">
      {Object.entries(values).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <SubmitButton
        kind={look.kind}
        size={look.size}
        icon={look.icon}
        about={look.about}
        pressed={pressed}
      >
        {look.children}
      </SubmitButton>
    </form>
  );
}
