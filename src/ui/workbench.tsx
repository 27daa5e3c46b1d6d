// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
import type { ComponentChildren } from 'preact';

export type WorkbenchProps = {
  /** What is read, on the left: it scrolls by itself, so that the work stays in view. */
  subject: ComponentChildren;
  /** Name of what is read, for screen readers. */
  label: string;
  /** What is filled in, on the right. */
  children: ComponentChildren;
};

/** Reading on one side and answering on the other, on one screen of a laptop; one after the other on a phone. */
export function Workbench({ subject, label, children }: WorkbenchProps) {
  return (
    <div class="workbench">
      <section class="workbench-subject stack" aria-label={label} tabIndex={0}>
        {subject}
      </section>
      <div class="workbench-work stack">{children}</div>
    </div>
  );
}
