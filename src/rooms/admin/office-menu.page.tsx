import * as m from '../../paraglide/messages.js';
import { holdsRight } from '../../platform/http/route.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import { Grid, Section } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';

interface Props {
  visitor: Visitor;
  /** Only a movement has action groups. */
  hasGroups: boolean;
}

/** Everything that is not of one edition, by what it is about; what the reader may not open is not shown. */
export function OfficeMenu({ visitor, hasGroups }: Props) {
  const groups = groupsOf(visitor, hasGroups);
  if (groups.length === 0) return null;
  return (
    <Section title={m.access_menu_title()}>
      <nav aria-label={m.access_menu_title()}>
        <Grid min="small">
          {groups.map(({ title, links }) => (
            <section key={title}>
              <h3>{title}</h3>
              <ul class="office-links">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Grid>
      </nav>
    </Section>
  );
}

function groupsOf(visitor: Visitor, hasGroups: boolean) {
  const may = (
    right:
      | 'finance'
      | 'space-organiser'
      | 'reader'
      | 'officer'
      | 'moderator'
      | 'organiser'
      | 'communicator'
      | 'administrator'
      | 'technician',
    links: { href: string; label: string }[],
  ) => (holdsRight(right, visitor) ? links : []);
  return [
    {
      title: m.access_menu_people(),
      links: [
        ...may(
          'officer',
          hasGroups
            ? [
                { href: urls.adminGroups(), label: m.groups_office_title() },
                { href: urls.adminFunds(), label: m.funds_office_title() },
                { href: urls.examinations(), label: m.propose_exam_title() },
              ]
            : [],
        ),
        ...may('finance', hasGroups ? [{ href: urls.finances(), label: m.ledger_title() }] : []),
        ...may('space-organiser', [{ href: urls.adminSpaces(), label: m.spaceoffice_spaces() }]),
        ...may('officer', [
          { href: urls.adminDepartments(), label: m.access_departments_title() },
          { href: urls.adminGuides(), label: m.guides_title() },
          { href: urls.adminMessages(), label: m.contact_office_title() },
          { href: urls.charterArticles(), label: m.moderation_articles_title() },
        ]),
        ...may('moderator', [{ href: urls.moderation(), label: m.moderation_title() }]),
        ...may('administrator', [
          { href: urls.adminAccess(), label: m.access_title() },
          { href: urls.adminInvitations(), label: m.access_invitations_title() },
        ]),
      ],
    },
    {
      title: m.access_menu_organisation(),
      links: [
        ...may('administrator', [
          { href: urls.adminOrganisation(), label: m.access_organisation_title() },
          { href: urls.adminLegal(), label: m.legal_settings_title() },
          { href: urls.adminCharter(), label: m.charter_office_title() },
          { href: urls.adminProviders(), label: m.providers_title() },
          { href: urls.profileFields(), label: m.profiles_fields_title() },
          { href: urls.officialAccounts(), label: m.profiles_officials_title() },
        ]),
        ...may('administrator', [
          { href: urls.adminMapSettings(), label: m.territory_settings_title() },
        ]),
        ...may('reader', [{ href: urls.adminWeek(), label: m.week_title() }]),
        ...may('officer', [
          { href: urls.adminProgrammeImports(), label: m.programme_menu() },
          { href: urls.adminOutlines(), label: m.territory_outlines_title() },
        ]),
        ...may('organiser', [{ href: urls.adminMeetings(), label: m.meetings_office_title() }]),
        ...may('officer', [
          { href: urls.adminLetters(), label: m.letters_title() },
          { href: urls.adminPopulation(), label: m.evaluation_population_title() },
        ]),
        ...may('officer', [
          { href: urls.adminPages(), label: m.pages_office_title() },
          { href: urls.adminFaq(), label: m.pages_faq_office_title() },
          { href: urls.adminPartners(), label: m.pages_partners_office_title() },
        ]),
        ...may('communicator', [
          { href: urls.adminNews(), label: m.news_office_title() },
          { href: urls.adminNewsletters(), label: m.newsletter_office_title() },
        ]),
        ...may('officer', [
          { href: urls.adminPauses(), label: m.pauses_title() },
          { href: urls.adminJournal(), label: m.admin_journal_title() },
        ]),
      ],
    },
    {
      title: m.access_menu_installation(),
      links: may('technician', [{ href: urls.adminVerification(), label: m.access_check_title() }]),
    },
  ].filter(({ links }) => links.length > 0);
}
