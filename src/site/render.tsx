import * as m from '../paraglide/messages.js';
import { fileSegment } from '../platform/files/upload.ts';
import type { Assets } from '../platform/http/assets.ts';
import type { Role } from '../platform/http/roles.ts';
import { mayProveRight } from '../platform/http/route.ts';
import type { Page, Visit, VisitedOrganisation, Visitor } from '../platform/http/visit.ts';
import type { FlashNotice } from '../platform/room.ts';
import { HelpLink } from '../rooms/guides/index.page.ts';
import { KIOSK_PATIENCE } from '../rooms/polls/index.ts';
import { renderDocument } from '../ui/document.ts';
import { KioskShell } from '../ui/kiosk-shell.tsx';
import { Shell } from '../ui/shell.tsx';
import type { Account, NavigationLink } from '../ui/site-header.tsx';
import { WallShell } from '../ui/wall-shell.tsx';
import { urls } from '../urls.ts';
import { isUnclaimed } from './unclaimed.ts';

const LANGUAGES = [
  { code: 'fr', label: 'Français' },
  { code: 'en', label: 'English' },
] as const;

const ACCESSIBILITY = { state: 'none', href: urls.accessibility() } as const;

/** A page in the site's shell: the same frame around every room. */
export function renderPage(
  assets: Assets,
  visit: Visit,
  page: Page,
  notice: FlashNotice | undefined,
): Buffer {
  const { organisation, visitor, locale, url } = visit;
  const here = url.pathname + url.search;
  if (page.frame === 'wall')
    return renderDocument(<Wall assets={assets} visit={visit} page={page} />);
  if (page.frame) return renderDocument(<Kiosk assets={assets} visit={visit} page={page} />);
  return renderDocument(
    <Shell
      title={page.title}
      {...(page.description && { description: page.description })}
      address={visit.origin + url.pathname}
      {...(page.picture && {
        picture: { address: visit.origin + page.picture.path, alt: page.picture.alt },
      })}
      feeds={(page.feeds ?? []).map(({ title, href }) => ({ title, href: visit.origin + href }))}
      indexed={(page.status ?? 200) === 200 && !url.pathname.startsWith('/administration')}
      hasProblems={page.faulty ?? false}
      {...(notice && { flash: { tone: notice.tone, words: notice.words() } })}
      organisation={{
        name: organisation.name,
        homeHref: urls.home(),
        tagline: organisation.tagline,
        ...(organisation.logo && { logo: logoOf(organisation.logo) }),
      }}
      {...(isUnclaimed(organisation)
        ? { navigation: [] }
        : { navigation: navigationOf(page, visit), account: accountOf(visitor, page, url) })}
      languages={languagesOf(locale, here)}
      brandHref={brandOf(visit)}
      assets={assetsOf(assets, page.scripts)}
      footer={{
        links: isUnclaimed(organisation)
          ? []
          : [
              ...editorialLinksOf(visit),
              { label: m.site_footer_contact(), href: urls.contact() },
              { label: m.site_footer_newsletter(), href: urls.subscribe() },
              { label: m.site_footer_charter(), href: urls.charter() },
              { label: m.site_footer_privacy(), href: urls.privacy() },
              { label: m.site_footer_legal(), href: urls.legal() },
              { label: m.opendata_footer(), href: urls.openData() },
            ],
        accessibility: ACCESSIBILITY,
      }}
    >
      {(page.section === 'admin' || page.section === 'finances') && (
        <HelpLink path={url.pathname} />
      )}
      {page.body}
    </Shell>,
  );
}

function Wall({ assets, visit, page }: { assets: Assets; visit: Visit; page: Page }) {
  return (
    <WallShell
      title={page.title}
      organisation={{ name: visit.organisation.name, homeHref: urls.home() }}
      brandHref={brandOf(visit)}
      footer={{ links: [], accessibility: ACCESSIBILITY }}
      assets={assetsOf(assets, page.scripts)}
    >
      {page.body}
    </WallShell>
  );
}

function Kiosk({ assets, visit, page }: { assets: Assets; visit: Visit; page: Page }) {
  const inUse = page.frame === 'kiosk-in-use';
  // the choice of a language leads back to the page, which a form's own address may not be
  const here = visit.request.method === 'GET' ? visit.url.pathname : urls.kiosk();
  return (
    <KioskShell
      title={page.title}
      hasProblems={page.faulty ?? false}
      organisation={{ name: visit.organisation.name, homeHref: urls.kiosk() }}
      languages={languagesOf(visit.locale, here)}
      brandHref={brandOf(visit)}
      footer={{ links: [], accessibility: ACCESSIBILITY }}
      assets={assetsOf(assets, [...(page.scripts ?? []), ...(inUse ? ['kiosk-watch.js'] : [])])}
      inUse={
        inUse
          ? {
              leaveAction: urls.kioskLeave(),
              waitingHref: urls.kiosk(),
              presenceAction: urls.kioskPresence(),
              ...KIOSK_PATIENCE,
            }
          : null
      }
    >
      {page.body}
    </KioskShell>
  );
}

const languagesOf = (locale: string, here: string) =>
  LANGUAGES.map(({ code, label }) => ({
    code,
    label,
    href: urls.language({ locale: code }, { vers: here }),
    current: code === locale,
  }));

const brandOf = ({ organisation }: Visit) =>
  urls.brand({ file: `${organisation.colour.slice(1)}.css` });

/** The small picture, in the size it is shown in: as high as two lines of text. */
function logoOf({ fileId, width, height }: NonNullable<Visit['organisation']['logo']>) {
  const shown = 48;
  return {
    src: urls.file({ file: fileSegment({ fileId, mediaType: 'image/webp' }, 'small') }),
    width: Math.round((width / height) * shown),
    height: shown,
  };
}

const assetsOf = (assets: Assets, scripts: readonly string[] = []) => ({
  stylesheet: assets.href('site.css'),
  icon: assets.href('favicon.svg'),
  scripts: ['site.js', ...scripts].map((name) => assets.href(name)),
});

/** What the organisation tells of itself, at the foot of every page: only what there is. */
function editorialLinksOf(visit: Visit) {
  const { faq, partners } = visit.organisation.editorial ?? {};
  return [
    ...pageLinksOf(visit, 'footer'),
    ...(faq ? [{ label: m.pages_faq_title(), href: urls.faq() }] : []),
    ...(partners ? [{ label: m.pages_partners_title(), href: urls.partners() }] : []),
  ];
}

function pageLinksOf({ organisation, locale }: Visit, place: 'menu' | 'footer') {
  return (organisation.editorial?.pages ?? [])
    .filter(({ shownIn }) => shownIn === place)
    .map(({ slug, title, titleEn }) => ({
      label: locale === 'en' && titleEn !== '' ? titleEn : title,
      href: urls.page({ page: slug }),
    }));
}

function navigationOf(page: Page, visit: Visit): NavigationLink[] {
  const { organisation, visitor } = visit;
  const { kind, hasEditions } = organisation;
  return [
    { label: m.site_nav_home(), href: urls.home(), current: page.section === 'home' },
    // a movement may decide on no budget at all
    ...(kind === 'movement' && hasEditions === false
      ? []
      : [
          {
            label: m.site_nav_editions(),
            href: urls.editions(),
            current: page.section === 'editions',
          },
        ]),
    ...(seesSpaces(organisation, visitor)
      ? [
          {
            label: m.participation_nav(),
            href: urls.spaces(),
            current: page.section === 'participation',
          },
        ]
      : []),
    // only a movement has groups, and what they share
    ...(kind === 'movement'
      ? [
          { label: m.groups_nav(), href: urls.groups(), current: page.section === 'groups' },
          { label: m.funds_nav(), href: urls.funds(), current: page.section === 'funds' },
        ]
      : []),
    { label: m.news_title(), href: urls.news(), current: page.section === 'news' },
    { label: m.meetings_nav(), href: urls.agenda(), current: page.section === 'agenda' },
    ...pageLinksOf(visit, 'menu').map((link) => ({
      ...link,
      current: link.href === visit.url.pathname,
    })),
    {
      label: m.search_title(),
      href: urls.search(),
      current: page.section === 'search',
      icon: 'search',
    },
  ];
}

/** Whether the list of spaces holds something for them; who prepares one sees it before it opens. */
const seesSpaces = ({ spaceReaders }: VisitedOrganisation, visitor: Visitor | null): boolean =>
  spaceReaders === 'everybody' ||
  visitor?.isSpaceMember === true ||
  (visitor?.held.some(({ spaceId }) => spaceId) ?? false);

/** Officers reach what ambassadors do from their own desk. */
const COLLECTING: ReadonlySet<Role> = new Set(['ambassador', 'district-body', 'relay']);

function accountOf(visitor: Visitor | null, page: Page, url: URL): Account {
  if (!visitor) return { kind: 'visitor', signInHref: urls.signIn(), signUpHref: urls.signUp() };
  const desk = { label: m.site_nav_admin(), href: urls.admin(), current: page.section === 'admin' };
  // whoever holds a role finds it on their account: their own desks come first
  const own = {
    label: m.myspace_title(),
    href: urls.mySpace(),
    current: page.section === 'my-space',
  };
  const collect = {
    label: m.site_nav_collect(),
    href: urls.collect(),
    current: page.section === 'collect',
  };
  const guides = {
    label: m.guides_title(),
    href: urls.guides(),
    current: page.section === 'guides',
  };
  const examinations = {
    label: m.propose_exam_title(),
    href: urls.examinations(),
    current: page.section === 'examinations',
  };
  const tasks = {
    label: m.assign_queue_title(),
    href: urls.tasks(),
    current: page.section === 'tasks',
  };
  const finances = {
    label: m.ledger_title(),
    href: urls.finances(),
    current: page.section === 'finances',
  };
  return {
    kind: 'member',
    nickname: visitor.nickname,
    accountHref: urls.account(),
    notices: {
      href: urls.notices(),
      unread: visitor.unread ?? 0,
      current: url.pathname === urls.notices(),
    },
    signOutHref: urls.signOut(),
    // also before the second factor is proven: the way there leads through it
    desks: [
      ...(visitor.roles.length === 0 ? [own] : []),
      ...(visitor.roles.includes('agent') ? [tasks] : []),
      ...(visitor.roles.includes('action-reviewer') ? [examinations] : []),
      ...(mayProveRight('reader', visitor)
        ? [desk]
        : mayProveRight('technician', visitor)
          ? [{ ...desk, label: m.access_menu_installation(), href: urls.adminVerification() }]
          : []),
      ...(visitor.roles.includes('finance') ? [finances] : []),
      ...(visitor.roles.some((role) => COLLECTING.has(role)) ? [collect] : []),
      ...(mayProveRight('staff', visitor) ? [guides] : []),
    ],
  };
}
