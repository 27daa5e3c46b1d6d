/** The whole document of a kiosk: no menu, no account, large words, and a way to leave. */
import * as m from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { SubmitButton } from './form.tsx';
import { Notice } from './notice.tsx';
import { ShellHead, type ShellProps } from './shell.tsx';
import { SiteFooter } from './site-footer.tsx';
import { Languages } from './site-header.tsx';

export type KioskShellProps = Pick<
  ShellProps,
  | 'title'
  | 'hasProblems'
  | 'brandHref'
  | 'assets'
  | 'organisation'
  | 'languages'
  | 'footer'
  | 'children'
> & {
  /** null while nobody votes here. */
  inUse: {
    /** Where « Quitter » posts. */
    leaveAction: string;
    /** The page that asks for the next code: where a browser without scripts goes after a while. */
    waitingHref: string;
    /** Where gestures are told. */
    presenceAction: string;
    /** Seconds without a gesture until the screen is wiped, and before that until it says so. */
    seconds: number;
    warning: number;
  } | null;
};

export function KioskShell(props: KioskShellProps) {
  const { organisation, languages = [], inUse } = props;
  return (
    <html lang={getLocale()} class="kiosk">
      <ShellHead {...props} indexed={false}>
        {inUse && (
          <noscript>
            <meta http-equiv="refresh" content={`${inUse.seconds};url=${inUse.waitingHref}`} />
          </noscript>
        )}
      </ShellHead>
      <body>
        <a class="skip-link" href="#contenu">
          {m.ui_skip_to_content()}
        </a>
        <header class="site-header">
          <div class="wrap kiosk-header">
            <p>
              <Name name={organisation.name} homeHref={inUse ? null : organisation.homeHref} />
            </p>
            {languages.length > 1 && <Languages languages={languages} />}
            {inUse && (
              <form method="post" action={inUse.leaveAction} class="button-form" id="quitter">
                <SubmitButton kind="secondary" icon="sign-out">
                  {m.kiosk_leave()}
                </SubmitButton>
              </form>
            )}
          </div>
        </header>
        {inUse && (
          <kiosk-watch
            data-presence={inUse.presenceAction}
            data-seconds={inUse.seconds}
            data-warning={inUse.warning}
          >
            <div class="wrap" role="alert" data-part="warning" hidden>
              <Notice
                tone="warning"
                title={m.kiosk_still_there()}
                actions={
                  <button type="button" class="button button-primary">
                    {m.kiosk_still_button()}
                  </button>
                }
              >
                <p>{m.kiosk_still_words()}</p>
              </Notice>
            </div>
          </kiosk-watch>
        )}
        <main class="wrap" id="contenu" tabIndex={-1}>
          {props.children}
        </main>
        <SiteFooter {...props.footer} />
      </body>
    </html>
  );
}

/** Leads back to the page that waits for a code; not while somebody votes, who would lose their choices. */
function Name({ name, homeHref }: { name: string; homeHref: string | null }) {
  const words = (
    <span class="site-name-words">
      <strong>{name}</strong>
      <span>{m.kiosk_name()}</span>
    </span>
  );
  return homeHref ? (
    <a class="site-name" href={homeHref}>
      {words}
    </a>
  ) : (
    <span class="site-name">{words}</span>
  );
}
