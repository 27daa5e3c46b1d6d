/** The diary of a realisation: what was done, what is being done, what is planned. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon } from './icon.tsx';

export type TimelineItem = {
  title: ComponentChildren;
  /** A `DateText`, or words ("printemps 2027"). */
  date: ComponentChildren;
  state: 'done' | 'current' | 'planned';
  children?: ComponentChildren;
};

const words = {
  done: m.ui_timeline_done,
  current: m.ui_timeline_current,
  planned: m.ui_timeline_planned,
};

export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <ol class="timeline" aria-label={label}>
      {items.map((item, index) => (
        <li key={index} class={`moment moment-${item.state}`}>
          <span class="moment-dot" aria-hidden="true">
            {item.state === 'done' && <Icon name="check" />}
          </span>
          <p class="moment-date">
            {item.date} <span class="moment-state">({words[item.state]()})</span>
          </p>
          <h3 class="moment-title">{item.title}</h3>
          {item.children && <div class="moment-words">{item.children}</div>}
        </li>
      ))}
    </ol>
  );
}
