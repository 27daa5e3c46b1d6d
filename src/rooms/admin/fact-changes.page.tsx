import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { formatDate, formatDateTime, formatMoney } from '../../ui/format.ts';
import { DescriptionList } from '../../ui/table.tsx';
import { DATA_LICENCES, isDataLicence } from '../organisations/index.page.ts';
import type { DataLicence } from '../organisations/index.ts';
import { ballotWords, envelopeName, stepWords } from '../spaces/index.page.ts';
import type { Envelope, IntendedBallot, Step } from '../spaces/index.ts';

interface Change {
  name: string;
  from: string;
  to: string;
}

/** Old and new, for the facts that keep both. */
export function FactChanges({ fact }: { fact: RecordedFact }) {
  const changes = listChanges(fact);
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{m.admin_changes({ count: changes.length })}</summary>
      <DescriptionList
        look="stack"
        items={changes.map(({ name, from, to }) => ({
          term: name,
          detail: (
            <>
              <del>
                <bdi>{from}</bdi>
              </del>{' '}
              <ins>
                <bdi>{to}</bdi>
              </ins>
            </>
          ),
        }))}
      />
    </details>
  );
}

const names: Record<string, () => string> = {
  title: m.admin_field_title,
  slug: m.admin_field_slug,
  summary: m.admin_field_summary,
  envelope: m.admin_field_envelope,
  categories: m.admin_field_categories,
  districts: m.admin_field_districts,
  minimumAgePropose: m.admin_field_age_propose,
  minimumAgeVote: m.admin_field_age_vote,
  residenceRequired: m.admin_field_residence,
  maximumIdeas: m.admin_field_maximum_ideas,
  ideaLength: m.admin_field_idea_length,
  editMinutes: m.admin_field_edit_minutes,
  commentsOpen: m.admin_field_comments,
  ideaPlace: m.territory_setting_place,
  minimumChoices: m.admin_field_minimum_choices,
  maximumChoices: m.admin_field_maximum_choices,
  rulesText: m.admin_field_rules,
  councilDecision: m.admin_field_decision,
  councilDecisionOn: m.admin_field_decision_on,
  responsibleOfficial: m.admin_field_official,
  ideaHelp: m.admin_field_help,
  envelopes: m.setup_part_budget,
  criteria: m.setup_part_criteria,
  intendedBallot: m.setup_ballot,
  councilDecisionFile: m.setup_decision_file,
  cost: m.admin_field_cost,
  place: m.admin_field_place,
  district: m.admin_field_district,
  point: m.territory_project_pin,
  ideas: m.admin_field_ideas,
  categoryId: m.admin_field_category,
  name: m.access_field_name,
  tagline: m.access_field_tagline,
  contactEmail: m.access_field_contact,
  colour: m.access_field_colour,
  defaultLocale: m.access_field_language,
  dataLicence: m.access_organisation_licence,
  host: m.access_field_host,
  publisher: m.legal_publisher,
  publisherAddress: m.legal_publisher_address,
  publisherPhone: m.legal_publisher_phone,
  director: m.legal_director,
  hostName: m.legal_host_name,
  hostAddress: m.legal_host_address,
  hostPhone: m.legal_host_phone,
  dpo: m.legal_dpo,
  dpoContact: m.legal_dpo_contact,
  email: m.access_field_email,
  endsAt: m.access_field_end,
  isReferent: m.access_field_referent,
};

type Kept = Record<string, unknown>;

function listChanges({ kind, detail }: RecordedFact): Change[] {
  const kept = detail as Kept;
  if (kind === 'edition.settings-changed' || kind === 'organisation.changed') {
    return Object.entries(
      (kept.changes ?? {}) as Record<string, { from: unknown; to: unknown }>,
    ).map(([field, { from, to }]) => change(field, from, to));
  }
  if (kind === 'project.changed' || kind === 'department.changed' || kind === 'role.changed') {
    const [from, to] = [(kept.from ?? {}) as Kept, (kept.to ?? {}) as Kept];
    return Object.keys(to)
      .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
      .map((field) => change(field, from[field], to[field]));
  }
  if (kind === 'edition.calendar-changed') {
    type Dates = { startsAt: string; endsAt: string | null };
    return ((kept.changes ?? []) as { step: Step; from: Dates | null; to: Dates }[]).map(
      ({ step, from, to }) => ({
        name: stepWords[step].name(),
        from: from ? period(from) : '–',
        to: period(to),
      }),
    );
  }
  return [];
}

function change(field: string, from: unknown, to: unknown): Change {
  return { name: names[field]?.() ?? field, from: write(field, from), to: write(field, to) };
}

function write(field: string, value: unknown): string {
  if (typeof value === 'number' && (field === 'envelope' || field === 'cost'))
    return formatMoney(value);
  // held to the last instant of a day: the end stands at the next midnight
  if (field === 'endsAt' && typeof value === 'string')
    return formatDate(new Date(Date.parse(value) - 1), 'day');
  if (typeof value === 'boolean') return value ? m.admin_yes() : m.admin_no();
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(writeItem).join(', ');
  if (field === 'dataLicence' && isDataLicence(String(value)))
    return DATA_LICENCES[value as DataLicence].name;
  if (field === 'intendedBallot' && isBallot(value)) return ballotWords[value].label();
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One of a list: a name, or an envelope or criterion as it was kept. */
function writeItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { kind, name, target, amount } = item as Partial<Envelope>;
  if (kind === undefined || amount === undefined) return name ?? '';
  return `${envelopeName({ kind, name: name ?? '', target: target ?? '' })} ${formatMoney(amount)}`;
}

const isBallot = (value: unknown): value is IntendedBallot =>
  typeof value === 'string' && value in ballotWords;

function period({ startsAt, endsAt }: { startsAt: string; endsAt: string | null }): string {
  const from = formatDateTime(new Date(startsAt), 'day');
  return endsAt === null
    ? m.admin_from({ from })
    : m.admin_from_to({ from, to: formatDateTime(new Date(endsAt), 'day') });
}
