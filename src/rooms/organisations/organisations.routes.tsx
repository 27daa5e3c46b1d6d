import * as m from '../../paraglide/messages.js';
import { notFound } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { deriveBrand } from '../../ui/brand.ts';
import { urls } from '../../urls.ts';
import { LegalNoticePage } from './legal/legal-notice.page.tsx';
import { findLegalNotice } from './legal/legal-notice.store.ts';
import { StandingPage } from './standing.page.tsx';

/** Pages that stand behind all others, and the organisation's colour. */
export const organisationsRoutes: readonly Route[] = [
  get(
    urls.legal,
    'anyone',
    async ({ db, organisation }) => {
      const notice = await findLegalNotice(db, organisation.id);
      return page({
        title: m.organisations_legal_title(),
        body: <LegalNoticePage organisation={organisation} notice={notice} />,
      });
    },
    { cached: true },
  ),

  get(
    urls.privacy,
    'anyone',
    async ({ db, organisation }) => {
      const { dpoContact } = await findLegalNotice(db, organisation.id);
      const names = { organisation: organisation.name, contact: organisation.contactEmail };
      const title = m.organisations_privacy_title();
      const sections = [
        {
          title: m.organisations_privacy_who(),
          text:
            m.organisations_privacy_who_text(names) +
            (dpoContact && `\n\n${m.legal_says_dpo({ contact: dpoContact })}`),
        },
        { title: m.organisations_privacy_what(), text: m.organisations_privacy_what_text() },
        { title: m.organisations_privacy_why(), text: m.organisations_privacy_why_text(names) },
        { title: m.organisations_privacy_vote(), text: m.organisations_privacy_vote_text() },
        { title: m.organisations_privacy_long(), text: m.organisations_privacy_long_text() },
        { title: m.organisations_privacy_cookies(), text: m.organisations_privacy_cookies_text() },
        {
          title: m.organisations_privacy_rights(),
          text: m.organisations_privacy_rights_text(names),
        },
      ];
      const body = (
        <StandingPage
          title={title}
          lead={m.organisations_privacy_lead()}
          sections={sections}
          contact={names.contact}
          act={{ label: m.organisations_privacy_act(), href: urls.ownData() }}
        />
      );
      return page({ title, body });
    },
    { cached: true },
  ),

  get(
    urls.accessibility,
    'anyone',
    ({ organisation }) => {
      const names = { organisation: organisation.name, contact: organisation.contactEmail };
      const title = m.organisations_accessibility_title();
      const sections = [
        {
          title: m.organisations_accessibility_state(),
          text: m.organisations_accessibility_state_text(),
        },
        {
          title: m.organisations_accessibility_how(),
          text: m.organisations_accessibility_how_text(),
        },
        {
          title: m.organisations_accessibility_limits(),
          text: m.organisations_accessibility_limits_text(),
        },
        ...(names.contact
          ? [
              {
                title: m.organisations_accessibility_contact(),
                text: m.organisations_accessibility_contact_text(names),
              },
            ]
          : []),
        {
          title: m.organisations_accessibility_recourse(),
          text: m.organisations_accessibility_recourse_text(),
        },
      ];
      const lead = m.organisations_accessibility_lead(names);
      return page({
        title,
        body: (
          <StandingPage title={title} lead={lead} sections={sections} contact={names.contact} />
        ),
      });
    },
    { cached: true, anyHost: true },
  ),

  // The shades of one colour never change: its address is its content.
  get(
    urls.brand,
    'anyone',
    ({ params }) => {
      const hex = /^([0-9A-Fa-f]{6})\.css$/.exec(params.file)?.[1];
      const brand = hex ? deriveBrand(`#${hex}`) : null;
      if (!brand?.ok) throw notFound('colour');
      return new Response(brand.css, {
        headers: {
          'content-type': 'text/css; charset=utf-8',
          'cache-control': 'public, max-age=31536000, immutable',
        },
      });
    },
    { anyHost: true },
  ),
];
