/** The foot of every page: the organisation's own links and what the law asks for. */
import * as m from '../paraglide/messages.js';

type FooterLink = { label: string; href: string };

export type SiteFooterProps = {
  links: FooterLink[];
  /** State of the accessibility declaration and its address: every page must tell it (RGAA). */
  accessibility: { state: 'full' | 'partial' | 'none'; href: string };
  /** Address of this version's source code (AGPL). */
  sourceHref?: string;
  /** Who answers: the organisation's name and postal address, in one line. */
  imprint?: string;
};

const accessibilityWords = {
  full: m.ui_accessibility_full,
  partial: m.ui_accessibility_partial,
  none: m.ui_accessibility_none,
};

export function SiteFooter({ links, accessibility, sourceHref, imprint }: SiteFooterProps) {
  const all = [
    ...links,
    {
      label: m.ui_accessibility({ state: accessibilityWords[accessibility.state]() }),
      href: accessibility.href,
    },
    ...(sourceHref ? [{ label: m.ui_powered_by(), href: sourceHref }] : []),
  ];
  return (
    <footer class="site-footer">
      <div class="wrap">
        {imprint && <p class="site-imprint">{imprint}</p>}
        <nav aria-label={m.ui_footer_navigation()}>
          <ul>
            {all.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
