import * as m from '../../paraglide/messages.js';
import type { RoleRight } from '../../platform/http/roles.ts';
import { mayIn } from '../../platform/http/route.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import type { OfficeEdition } from './edition-progress.routes.ts';

interface Link {
  /** Whose page it is; left out: the officers'. */
  right?: RoleRight;
  href: string;
  label: string;
  hint?: string;
}

/** Everything that can be done in an edition, by what it is about, in the order of a cycle; what the reader may open. */
export function EditionLinks({ office, visitor }: { office: OfficeEdition; visitor: Visitor }) {
  const groups = groupsOf(office)
    .map(({ title, links }) => ({
      title,
      links: links.filter(({ right = 'officer' }) => mayIn(right, visitor, office.edition.id)),
    }))
    .filter(({ links }) => links.length > 0);
  if (groups.length === 0) return null;
  return (
    <nav class="edition-links" aria-labelledby="cette-edition">
      <h2 id="cette-edition">{m.admin_links()}</h2>
      {groups.map(({ title, links }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul class="office-links">
            {links.map(({ href, label, hint }) => (
              <li key={href}>
                <a href={href}>{label}</a>
                {hint && <span class="hint">{hint}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function groupsOf({
  edition,
  voters,
  takesPaper,
  methods,
}: OfficeEdition): { title: string; links: Link[] }[] {
  const at = { edition: edition.slug };
  const projects = { href: urls.adminProjects(at), label: m.admin_link_projects() };
  const survey = {
    href: urls.adminSurvey(at),
    label: m.survey_office_title(),
    hint: m.survey_office_hint(),
  };
  const deliveries = { href: urls.adminDeliveries(at), label: m.deliver_office_title() };
  const report = {
    href: urls.adminReport(at),
    label: m.evaluation_office_title(),
    hint: m.evaluation_link_hint(),
  };
  // what was done can still be looked at, nothing more
  if (edition.archivedAt !== null)
    return [{ title: m.admin_links_projects(), links: [projects, report] }];
  const unasked = (method: 'code' | 'proof') =>
    methods !== null && !methods.includes(method) ? { hint: m.admin_link_not_asked() } : {};
  const collected: Link[] = [
    {
      href: urls.collectEdition(at),
      label: m.site_nav_collect(),
      hint: m.dash_link_collect_hint(),
      right: 'ambassador',
    },
  ];
  const paper: Link[] = [{ href: urls.adminPollPrint(at), label: m.printed_title() }];
  const watch: Link[] = [{ href: urls.adminPollWatch(at), label: m.watch_title() }];
  const count: Link[] = [{ href: urls.adminPollUrn(at), label: m.urn_title() }];
  return [
    {
      title: m.admin_links_edition(),
      links: [
        { href: urls.adminEditionSettings(at), label: m.admin_link_settings() },
        { href: urls.adminEditionPhases(at), label: m.admin_link_calendar() },
        { href: urls.rules(at), label: m.admin_link_rules(), right: 'reader' },
        { href: urls.adminMails(at), label: m.announce_title(), hint: m.announce_link_hint() },
        { href: urls.adminKits(at), label: m.guides_kits(), hint: m.guides_kits_link_hint() },
        {
          href: urls.adminMeetings({ edition: edition.slug }),
          label: m.meetings_office_title(),
          hint: m.meetings_link_hint(),
          right: 'organiser',
        },
        {
          href: urls.adminCampaign(at),
          label: m.campaign_office_title(),
          hint: m.campaign_office_hint(),
        },
        {
          href: urls.adminExports(at),
          label: m.opendata_exports(),
          hint: m.opendata_exports_hint(),
        },
      ],
    },
    {
      title: m.dash_links_collection(),
      links: [
        { href: urls.adminIdeas(at), label: m.admin_link_ideas() },
        { href: urls.adminIdeaImports(at), label: m.imports_title() },
        ...(edition.openedAt === null ? [] : collected),
      ],
    },
    {
      title: m.dash_links_study(),
      links: [
        { href: urls.adminServices(at), label: m.assign_services_title() },
        { href: urls.adminStudy(at), label: m.assign_list_title(), right: 'reader' },
        { href: urls.tasks(), label: m.assign_link_queues(), right: 'agent' },
        { href: urls.adminExchanges(at), label: m.dash_exchanges_title() },
        { href: urls.adminMerges(at), label: m.merges_title(), right: 'reader' },
        { href: urls.adminDecisions(at), label: m.decide_title(), right: 'reader' },
        { href: urls.adminLetters(), label: m.letters_title() },
      ],
    },
    {
      title: m.dash_links_list(),
      links: [projects, { href: urls.adminSimulator(at), label: m.insights_link_simulator() }],
    },
    {
      title: m.admin_links_voters(),
      links: [
        { href: urls.adminRegister(at), label: m.register_title() },
        { href: urls.adminCodes(at), label: m.codes_title(), ...unasked('code') },
        { href: urls.adminProofs(at), label: m.proofs_title(), ...unasked('proof') },
        { href: urls.adminClasses(at), label: m.classes_title() },
      ],
    },
    {
      title: m.admin_links_points(),
      links: [
        { href: urls.adminVotePoints(at), label: m.points_office_title() },
        ...(voters === null ? [] : paper),
        { href: urls.desks(), label: m.desk_list_title(), hint: m.admin_link_desks_hint() },
      ],
    },
    {
      title: m.admin_links_poll(),
      links: [
        { href: urls.adminPoll(at), label: m.admin_link_poll() },
        ...(voters === null ? [] : watch),
        ...(takesPaper ? count : []),
        deliveries,
        survey,
        report,
      ],
    },
  ];
}
