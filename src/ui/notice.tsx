/** A framed word to the reader. Its tone is said by an icon and a hidden word, never by colour alone. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'alert',
};

const words: Record<NoticeTone, () => string> = {
  info: m.ui_notice_info,
  success: m.ui_notice_success,
  warning: m.ui_notice_warning,
  danger: m.ui_notice_danger,
};

export type NoticeProps = {
  tone?: NoticeTone;
  /** A short bold line above the text. */
  title?: ComponentChildren;
  /** Links or buttons under the text. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
};

export function Notice({ tone = 'info', title, actions, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={icons[tone]} />
      <div class="notice-words">
        {title ? (
          <p class="notice-title">
            <span class="visually-hidden">{words[tone]()} </span>
            {title}
          </p>
        ) : (
          <span class="visually-hidden">{words[tone]()} </span>
        )}
        {children && <div>{children}</div>}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
