import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';

/** What is not needed at once, under its title. */
export function Folded(props: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="long-list" open={props.open || undefined}>
      <summary>
        {props.title}
        <Icon name="chevron-down" class="turn" />
      </summary>
      {props.children}
    </details>
  );
}
