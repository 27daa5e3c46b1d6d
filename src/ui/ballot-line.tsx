/** One line of a ballot: what is asked about, and where one answers. */
import type { ComponentChildren } from 'preact';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';
import { Tag, type Tint } from './tag.tsx';

export type BallotLineProps = {
  title: string;
  /** Left out for what has no page of its own: a person, a question. */
  href?: string | undefined;
  /** Its number in the list. */
  mark?: string | undefined;
  category?: { label: string; icon: IconName; tint?: Tint } | undefined;
  /** Cost, district. */
  facts?: ComponentChildren[];
  excerpt?: string | undefined;
  /** Where one answers: a stepper, mentions, a button. */
  control: ComponentChildren;
  /** True when the reader has answered. */
  chosen?: boolean;
  /** The control takes the whole width under the words, as mentions do. */
  wide?: boolean;
};

export function BallotLine(props: BallotLineProps) {
  const { title, href, mark, category, facts = [], excerpt } = props;
  const classes = [
    'ballot-line',
    props.chosen && 'ballot-line-chosen',
    props.wide && 'ballot-line-wide',
  ];
  return (
    <article class={classes.filter(Boolean).join(' ')}>
      <div class="ballot-line-words">
        <h3 class="card-title">
          {mark && <span class="card-mark">{mark}</span>}
          {href === undefined ? (
            <bdi>{title}</bdi>
          ) : (
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
          )}
        </h3>
        {(category || facts.length > 0) && (
          <ul class="ballot-line-facts">
            {facts.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
            {category && (
              <li>
                <Tag icon={category.icon} tint={category.tint}>
                  {category.label}
                </Tag>
              </li>
            )}
          </ul>
        )}
        {excerpt && (
          <p class="ballot-line-excerpt" dir="auto">
            {excerpt}
          </p>
        )}
      </div>
      <div class="ballot-line-control">{props.control}</div>
    </article>
  );
}

export type MentionsProps = {
  /** Of all radios. */
  name: string;
  /** "Votre mention pour « Le verger »": said to screen readers. */
  label: string;
  /** In the order of the ballot, the best first. */
  options: readonly { value: string; label: string }[];
  /** The answer that takes back all others: "Sans avis". */
  none: string;
  value: string;
};

/** One answer among a few words, each a box to tick. */
export function Mentions({ name, label, options, none, value }: MentionsProps) {
  const boxes = [...options, { value: '', label: none }];
  return (
    <fieldset class={boxes.length > 3 ? 'mentions' : 'mentions mentions-few'}>
      <legend class="visually-hidden">{label}</legend>
      {boxes.map((box, index) => (
        <div key={box.value} class={box.value === '' ? 'mention mention-none' : 'mention'}>
          <input
            type="radio"
            id={index === 0 ? name : `${name}-${index + 1}`}
            name={name}
            value={box.value}
            checked={box.value === value}
          />
          <label for={index === 0 ? name : `${name}-${index + 1}`}>{box.label}</label>
        </div>
      ))}
    </fieldset>
  );
}

export type StepperProps = {
  /** Of the number field, and its id. */
  name: string;
  label: string;
  /** As typed, which may be no number. */
  value: string;
  unit: string;
  /** Said of the buttons to screen readers: "« Le verger »". */
  about: string;
  minus: Step;
  plus: Step;
  /** What is wrong with the figure. */
  problem?: string | undefined;
};

/** What a button sends, and its name: "Un point de plus". */
type Step = { name: string; value: string; label: string };

/** A number that one types, or changes one by one. */
export function Stepper(props: StepperProps) {
  const { name, problem, about } = props;
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <p class="problem" id={`${name}-problem`} data-problem hidden={!problem}>
        <Icon name="alert" />
        <span>{problem}</span>
      </p>
      <div class="stepper">
        <StepButton {...props.minus} about={about} icon="minus" />
        <label class="visually-hidden" for={name}>
          {props.label}
        </label>
        <input
          class="input"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          id={name}
          name={name}
          value={props.value}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={`${name}-problem`}
        />
        <StepButton {...props.plus} about={about} icon="plus" />
        <span class="stepper-unit" data-unit>
          {props.unit}
        </span>
      </div>
    </div>
  );
}

function StepButton(props: Step & { about: string; icon: 'plus' | 'minus' }) {
  return (
    <button
      type="submit"
      class="button button-secondary"
      name={props.name}
      value={props.value}
      aria-label={`${props.label} ${props.about}`}
    >
      <Icon name={props.icon} />
    </button>
  );
}
