/** The biggest thing on a page: what can be done now, and until when. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { type PictureKind, PlaceholderPicture } from './placeholder-picture.tsx';

export type NextStepProps = {
  /** "En ce moment". */
  kicker?: string;
  title: ComponentChildren;
  children?: ComponentChildren;
  /** "Jusqu’au dimanche 22 novembre 2026 à 18 h". */
  deadline?: ComponentChildren;
  /** One primary button, perhaps a quiet one. */
  actions?: ComponentChildren;
  /** A drawing beside the words, on wide screens only. */
  drawing?: PictureKind;
  level?: 1 | 2;
};

export function NextStep(props: NextStepProps) {
  const { kicker, title, children, deadline, actions, drawing, level = 2 } = props;
  const Title = `h${level}` as 'h2';
  return (
    <section class="next-step">
      {kicker && <p class="kicker">{kicker}</p>}
      <Title>{title}</Title>
      {children && <div class="next-step-words">{children}</div>}
      {deadline && (
        <p class="deadline">
          <Icon name="clock" />
          <span>{deadline}</span>
        </p>
      )}
      {actions && <div class="actions">{actions}</div>}
      {drawing && <PlaceholderPicture kind={drawing} />}
    </section>
  );
}

type ConfirmPageProps = {
  /** The h1, a question: "Retirer votre idée ?" */
  question: string;
  /** What will happen, and what cannot be undone. */
  children: ComponentChildren;
  /** The form with its button. */
  form: ComponentChildren;
  cancelHref: string;
  cancelLabel: string;
  level?: 1 | 2;
};

/** A page that asks once more before an act that cannot be taken back. */
export function ConfirmPage(props: ConfirmPageProps) {
  const Title = `h${props.level ?? 1}` as 'h1';
  return (
    <div class="column stack">
      <Title>{props.question}</Title>
      <div class="prose">{props.children}</div>
      {props.form}
      <p>
        <a href={props.cancelHref}>{props.cancelLabel}</a>
      </p>
    </div>
  );
}
