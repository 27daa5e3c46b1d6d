/** Parts of a ballot beside its lines: places of a ranking, limits, districts. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export type RankedProps = {
  /** "1er choix". */
  place: string;
  title: string;
  href?: string | undefined;
  figure?: ComponentChildren;
  /** Buttons: up, down, remove. */
  actions: ComponentChildren;
};

/** One place of a ranking. */
export function Ranked({ place, title, href, figure, actions }: RankedProps) {
  return (
    <div class="ranked">
      <p class="ranked-place" data-place>
        {place}
      </p>
      <p class="ranked-title">
        {href === undefined ? (
          <bdi data-title>{title}</bdi>
        ) : (
          <a href={href}>
            <bdi data-title>{title}</bdi>
          </a>
        )}
        {figure && <span class="ranked-figure">{figure}</span>}
      </p>
      <div class="ranked-actions">{actions}</div>
    </div>
  );
}

export type LimitsProps = {
  title: string;
  items: readonly {
    /** What a script finds it by. */
    id: string;
    /** "Thème « Nature » : 2 projets au moins". */
    limit: string;
    /** "il manque 1 projet". */
    words: string;
    state: 'over' | 'missing' | 'left' | 'full' | 'free';
  }[];
};

/** What a ballot must respect, each with how far one is. */
export function Limits({ title, items }: LimitsProps) {
  return (
    <section class="limits" aria-label={title}>
      <h2>{title}</h2>
      <ul class="limits-list">
        {items.map(({ id, limit, words, state }) => (
          <li key={id} data-state={state} data-limit={id}>
            <Icon name="success" class="limit-done" />
            <Icon name="pending" class="limit-open" />
            <Icon name="alert" class="limit-over" />
            <p>
              {limit} <span data-measure={id}>{words}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type ChoiceLinksProps = {
  label: string;
  items: readonly {
    title: string;
    href: string;
    facts: string;
    /** Words when it is the one in use: "le vôtre". */
    current?: string | undefined;
  }[];
};

/** One among a few places to go: the districts of a ballot. */
export function ChoiceLinks({ label, items }: ChoiceLinksProps) {
  return (
    <ul class="choice-links" aria-label={label}>
      {items.map(({ title, href, facts, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'true' : undefined}>
            <strong>{title}</strong>
            <span>
              {facts}
              {current && ` · ${current}`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
