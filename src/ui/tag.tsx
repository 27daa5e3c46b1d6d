/** Short labels: what something is about (`Tag`), how it stands (`StateBadge`). */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type Tint = 1 | 2 | 3 | 4 | 5 | 6;

export type TagProps = {
  icon?: IconName;
  /** One of the six colours that survive colour blindness; the words remain the information. */
  tint?: Tint;
  href?: string;
  children: ComponentChildren;
};

/** A category, a district, a theme. */
export function Tag({ icon, tint, href, children }: TagProps) {
  const look = tint ? `tag tint-${tint}` : 'tag';
  const words = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  return href ? (
    <a class={look} href={href}>
      {words}
    </a>
  ) : (
    <span class={look}>{words}</span>
  );
}

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'now';

const toneIcons: Record<Tone, IconName> = {
  neutral: 'pending',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'refused',
  now: 'clock',
};

export type StateBadgeProps = { tone?: Tone; icon?: IconName; children: ComponentChildren };

/** A state in words, with an icon and a colour. `now` is for what is open at this moment. */
export function StateBadge({ tone = 'neutral', icon, children }: StateBadgeProps) {
  return (
    <span class={`badge badge-${tone}`}>
      <Icon name={icon ?? toneIcons[tone]} />
      {children}
    </span>
  );
}
