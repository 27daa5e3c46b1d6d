/** The few ways in which things stand on a page. Rooms write no CSS of their own. */
import type { ComponentChildren } from 'preact';

export type SectionProps = {
  title: ComponentChildren;
  /** To be linked to (`#resultats`). */
  id?: string;
  lead?: ComponentChildren;
  /** A link or button at the end of the title's line ("Toutes les idées"). */
  action?: ComponentChildren;
  level?: 2 | 3;
  children?: ComponentChildren;
};

/** A titled part of a page, under a hairline. */
export function Section({ title, id, lead, action, level = 2, children }: SectionProps) {
  const Title = `h${level}` as 'h2';
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <Title>{title}</Title>
        {action && <div class="section-action">{action}</div>}
      </div>
      {lead && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** A wide column and a narrow one beside it; on a phone the narrow one follows. */
export function Split({
  children,
  aside,
}: {
  children: ComponentChildren;
  aside: ComponentChildren;
}) {
  return (
    <div class="split">
      <div class="stack">{children}</div>
      <div class="stack split-aside">{aside}</div>
    </div>
  );
}

/** Things of one kind side by side, as many as fit (`min` in steps of about 16, 20 or 26 em). */
export function Grid({
  min = 'medium',
  children,
}: {
  min?: 'small' | 'medium' | 'large';
  children: ComponentChildren;
}) {
  return <div class={`grid grid-${min}`}>{children}</div>;
}

/** Things one under the other, evenly spaced. */
export function Stack({ children }: { children: ComponentChildren }) {
  return <div class="stack">{children}</div>;
}

/** A column of reading width (66 characters): forms, articles, one question a screen. */
export function Column({ children }: { children: ComponentChildren }) {
  return <div class="column stack">{children}</div>;
}

/** Buttons and links in a row; on a phone, full width one under the other. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}

/** A framed surface for what is set apart from the reading: an aside, a summary. */
export function Panel({
  title,
  tone,
  children,
}: {
  title?: ComponentChildren;
  tone?: 'plain' | 'brand' | 'quiet';
  children: ComponentChildren;
}) {
  return (
    <div class={`panel panel-${tone ?? 'plain'}`}>
      {title && <h2 class="panel-title">{title}</h2>}
      {children}
    </div>
  );
}

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { children: ComponentChildren }) {
  return <span class="visually-hidden">{children}</span>;
}
