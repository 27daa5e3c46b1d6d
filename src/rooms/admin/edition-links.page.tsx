import * as m from '../../paraglide/messages.js';
import { urls } from '../../urls.ts';
import type { OfficeEdition } from './edition-progress.routes.ts';

interface Link {
  href: string;
  label: string;
  hint?: string;
}

/** Everything that can be done in an edition, by what it is about, in the order of a cycle. */
export function EditionLinks({ office }: { office: OfficeEdition }) {
  return (
    <nav class="edition-links" aria-labelledby="cette-edition">
      <h2 id="cette-edition">{m.admin_links()}</h2>
      {groupsOf(office).map(({ title, links }) => (
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
  // what was done can still be looked at, nothing more
  if (edition.archivedAt !== null) return [{ title: m.admin_links_projects(), links: [projects] }];
  const unasked = (method: 'code' | 'proof') =>
    methods !== null && !methods.includes(method) ? { hint: m.admin_link_not_asked() } : {};
  const paper: Link[] = [{ href: urls.adminPollPrint(at), label: m.printed_title() }];
  const watch: Link[] = [{ href: urls.adminPollWatch(at), label: m.watch_title() }];
  const count: Link[] = [{ href: urls.adminPollUrn(at), label: m.urn_title() }];
  return [
    {
      title: m.admin_links_edition(),
      links: [
        { href: urls.adminEditionSettings(at), label: m.admin_link_settings() },
        { href: urls.adminEditionPhases(at), label: m.admin_link_calendar() },
        { href: urls.rules(at), label: m.admin_link_rules() },
        { href: urls.adminKits(at), label: m.guides_kits(), hint: m.guides_kits_link_hint() },
      ],
    },
    {
      title: m.assign_links_study(),
      links: [
        { href: urls.adminStudy(at), label: m.assign_list_title() },
        { href: urls.adminServices(at), label: m.assign_services_title() },
        { href: urls.tasks(), label: m.assign_link_queues() },
      ],
    },
    {
      title: m.admin_links_projects(),
      links: [
        { href: urls.adminIdeas(at), label: m.admin_link_ideas() },
        { href: urls.adminDecisions(at), label: m.decide_title() },
        projects,
        { href: urls.adminSimulator(at), label: m.insights_link_simulator() },
      ],
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
      ],
    },
  ];
}
