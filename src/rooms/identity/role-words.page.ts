import * as m from '../../paraglide/messages.js';
import type { Role } from '../../platform/http/roles.ts';

/** Each role as people say it, and what it gives. */
export const roleWords: Record<Role, { name: () => string; hint: () => string }> = {
  officer: { name: m.roles_officer, hint: m.roles_officer_hint },
  mayor: { name: m.roles_mayor, hint: m.roles_mayor_hint },
  administrator: { name: m.roles_administrator, hint: m.roles_administrator_hint },
  decider: { name: m.roles_decider, hint: m.roles_decider_hint },
  'elected-official': { name: m.roles_elected_official, hint: m.roles_elected_official_hint },
  management: { name: m.roles_management, hint: m.roles_management_hint },
  cabinet: { name: m.roles_cabinet, hint: m.roles_cabinet_hint },
  communication: { name: m.roles_communication, hint: m.roles_communication_hint },
  events: { name: m.roles_events, hint: m.roles_events_hint },
  it: { name: m.roles_it, hint: m.roles_it_hint },
  agent: { name: m.roles_agent, hint: m.roles_agent_hint },
  ambassador: { name: m.roles_ambassador, hint: m.roles_ambassador_hint },
  'district-body': { name: m.roles_district_body, hint: m.roles_district_body_hint },
  'action-reviewer': { name: m.roles_action_reviewer, hint: m.roles_action_reviewer_hint },
  finance: { name: m.roles_finance, hint: m.roles_finance_hint },
  relay: { name: m.roles_relay, hint: m.roles_relay_hint },
  moderator: { name: m.roles_moderator, hint: m.roles_moderator_hint },
  'space-organiser': { name: m.roles_space_organiser, hint: m.roles_space_organiser_hint },
  'space-author': { name: m.roles_space_author, hint: m.roles_space_author_hint },
};
