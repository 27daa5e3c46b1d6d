/** The top of every page: whose site this is, where one can go, who is signed in, in which language. */
import * as m from '../paraglide/messages.js';
import { Icon, type IconName } from './icon.tsx';

type Organisation = {
  name: string;
  homeHref: string;
  /** What the site is, under the name: "Budget participatif". */
  tagline?: string;
  /** The name stands beside the logo, so the logo itself says nothing. Size in pixels. */
  logo?: { src: string; width: number; height: number };
};

export type NavigationLink = { label: string; href: string; current?: boolean; icon?: IconName };

export type Account =
  | { kind: 'visitor'; signInHref: string; signUpHref?: string }
  | {
      kind: 'member';
      nickname: string;
      accountHref: string;
      /** Where what they are told of is read, and how much of it is unread. */
      notices?: { href: string; unread: number; current?: boolean };
      /** Where the sign-out form posts. */
      signOutHref: string;
      /** Other desks of this person: administration, department… */
      desks?: NavigationLink[];
    };

/** `code` is the BCP 47 tag, `label` the language's own name ("English"). */
type LanguageLink = { code: string; label: string; href: string; current: boolean };

export type SiteHeaderProps = {
  organisation: Organisation;
  navigation: NavigationLink[];
  /** Left out on an installation without accounts. */
  account?: Account;
  languages?: LanguageLink[];
};

/**
 * On a phone the menu is a popover opened by a plain button, without script; a browser too old
 * for popovers shows the menu in place. On a desktop it is always in place.
 */
export function SiteHeader({ organisation, navigation, account, languages = [] }: SiteHeaderProps) {
  const { logo } = organisation;
  return (
    <header class="site-header">
      <div class="wrap site-header-inner">
        <a class="site-name" href={organisation.homeHref}>
          {logo && <img src={logo.src} width={logo.width} height={logo.height} alt="" />}
          <span class="site-name-words">
            <strong>{organisation.name}</strong>
            {organisation.tagline && <span>{organisation.tagline}</span>}
          </span>
        </a>
        <button type="button" class="menu-button" popovertarget="menu">
          <Icon name="menu" />
          {m.ui_menu()}
        </button>
        <div class="site-menu" id="menu" popover="auto">
          <button type="button" class="menu-close" popovertarget="menu" popovertargetaction="hide">
            <Icon name="close" />
            {m.ui_close_menu()}
          </button>
          <nav class="site-nav" aria-label={m.ui_main_navigation()}>
            <ul>
              {navigation.map((link) => (
                <li key={link.href}>
                  <NavigationAnchor link={link} />
                </li>
              ))}
            </ul>
          </nav>
          <div class="site-tools">
            {languages.length > 1 && <Languages languages={languages} />}
            {account && <AccountMenu account={account} />}
          </div>
        </div>
      </div>
    </header>
  );
}

function NavigationAnchor({ link }: { link: NavigationLink }) {
  return (
    <a href={link.href} aria-current={link.current ? 'page' : undefined}>
      {link.icon && <Icon name={link.icon} />}
      {link.label}
    </a>
  );
}

/** The languages of the site, each by its own name. */
export function Languages({ languages }: { languages: LanguageLink[] }) {
  return (
    <nav class="site-languages" aria-label={m.ui_languages()}>
      <ul>
        {languages.map(({ code, label, href, current }) => (
          <li key={code}>
            <a href={href} lang={code} hreflang={code} aria-current={current ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AccountMenu({ account }: { account: Account }) {
  if (account.kind === 'visitor') {
    return (
      <ul class="site-account">
        {account.signUpHref && (
          <li>
            <a href={account.signUpHref}>{m.ui_sign_up()}</a>
          </li>
        )}
        <li>
          <a class="button button-secondary button-small" href={account.signInHref}>
            <Icon name="user" />
            {m.ui_sign_in()}
          </a>
        </li>
      </ul>
    );
  }
  return (
    <ul class="site-account">
      {account.desks?.map((desk) => (
        <li key={desk.href}>
          <NavigationAnchor link={desk} />
        </li>
      ))}
      {account.notices && (
        <li>
          <NoticesLink {...account.notices} />
        </li>
      )}
      <li>
        <a
          class="site-person"
          href={account.accountHref}
          aria-label={m.ui_my_account({ nickname: account.nickname })}
        >
          <Icon name="user" />
          <bdi>{account.nickname}</bdi>
        </a>
      </li>
      <li>
        <form method="post" action={account.signOutHref}>
          <button type="submit" class="link-button">
            {m.ui_sign_out()}
          </button>
        </form>
      </li>
    </ul>
  );
}

/** The bell, with how much is unread; counted up to a hundred. */
function NoticesLink({
  href,
  unread,
  current,
}: {
  href: string;
  unread: number;
  current?: boolean;
}) {
  const count = unread > 99 ? '99+' : String(unread);
  return (
    <a
      class="site-person"
      href={href}
      aria-label={unread > 0 ? m.ui_notices_unread({ count }) : m.ui_notices()}
      aria-current={current ? 'page' : undefined}
    >
      <Icon name="bell" />
      {unread > 0 && <span class="badge badge-now">{count}</span>}
    </a>
  );
}
