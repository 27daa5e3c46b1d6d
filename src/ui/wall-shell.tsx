/** The whole document of a wall: shown to a room by a projector, one screenful after the other; no menu, no account. */
import * as m from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { ShellHead, type ShellProps } from './shell.tsx';
import { SiteFooter } from './site-footer.tsx';

type WallShellProps = Pick<
  ShellProps,
  'title' | 'brandHref' | 'assets' | 'organisation' | 'footer' | 'children'
>;

export function WallShell(props: WallShellProps) {
  return (
    <html lang={getLocale()} class="wall">
      <ShellHead {...props} indexed={false} />
      <body>
        <a class="skip-link" href="#contenu">
          {m.ui_skip_to_content()}
        </a>
        <main id="contenu" tabIndex={-1}>
          {props.children}
        </main>
        <SiteFooter {...props.footer} />
      </body>
    </html>
  );
}

interface WallScreenProps {
  /** Its place among all, from 1. */
  at: number;
  of: number;
  /** Name of the section: the id of its heading. */
  labelledBy: string;
  children: ShellProps['children'];
}

/** One screenful, with the way to the one before and the one after: links, so that a presenter's remote and no script do. */
export function WallScreen({ at, of, labelledBy, children }: WallScreenProps) {
  return (
    <section class="wall-screen" id={`ecran-${at}`} aria-labelledby={labelledBy}>
      <div class="wall-words">{children}</div>
      {of > 1 && (
        <nav class="wall-steps" aria-label={m.ui_wall_steps({ at, of })}>
          {at > 1 && <a href={`#ecran-${at - 1}`}>{m.ui_wall_previous()}</a>}
          <span aria-hidden="true">
            {at} / {of}
          </span>
          {at < of && <a href={`#ecran-${at + 1}`}>{m.ui_wall_next()}</a>}
        </nav>
      )}
    </section>
  );
}
