import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import type { PreparedPart } from '../../../platform/http/visit.ts';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatList, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import { envelopeName } from '../envelope-words.page.ts';
import { envelopeFacts } from '../shared-envelopes.page.tsx';
import { stepWords } from '../step-words.page.ts';
import { ballotWords } from './part-fields.page.tsx';
import { partHref, partWords } from './part-words.page.ts';
import { findNextPart, PARTS, type Part } from './parts.ts';

interface Props {
  edition: Edition;
  /** Parts that somebody has looked at, while the edition is being prepared. */
  kept: ReadonlySet<Part>;
  /** What rooms of higher floors settle. */
  prepared: readonly PreparedPart[];
}

/** Everything that an edition is settled with, part by part: what it is now, and where it is changed. */
export function SettingsPage({ edition, kept, prepared }: Props) {
  const at = { edition: edition.slug };
  const preparing = edition.openedAt === null;
  const next = findNextPart(kept);
  return (
    <Column>
      <PageHeader
        title={m.spaces_settings_title()}
        lead={preparing ? m.spaces_settings_lead() : m.spaces_settings_lead_open()}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
        ]}
      />
      {preparing && (
        <NextStep
          kicker={m.setup_kept_count({ done: kept.size, total: PARTS.length })}
          title={next ? partWords[next].name() : m.setup_part_opening()}
          actions={
            <ButtonLink size="large" href={urls.adminEditionSetup(at)}>
              {kept.size === 0 ? m.setup_begin() : m.setup_resume()}
            </ButtonLink>
          }
        >
          <p>{next ? partWords[next].lead() : m.setup_ready()}</p>
        </NextStep>
      )}
      {PARTS.map((part) => (
        <Section
          key={part}
          id={part}
          title={partWords[part].name()}
          action={
            <a href={partHref(part, edition.slug)}>
              {m.setup_change()}
              <span class="visually-hidden"> {partWords[part].name()}</span>
            </a>
          }
        >
          {preparing && (
            <p>
              {kept.has(part) ? (
                <StateBadge tone="success">{m.setup_state_kept()}</StateBadge>
              ) : (
                <StateBadge>{m.setup_state_proposed()}</StateBadge>
              )}
            </p>
          )}
          <DescriptionList
            items={prepared.find((one) => one.part === part)?.items ?? summarise(part, edition)}
          />
        </Section>
      ))}
      {preparing && (
        <p>
          <a href={urls.adminAbandonEdition(at)}>{m.setup_abandon()}</a>
        </p>
      )}
    </Column>
  );
}

const names = (list: readonly string[]) =>
  list.length === 0 ? m.setup_none() : formatList([...list]);

function summarise(part: Part, edition: Edition): { term: string; detail: ComponentChildren }[] {
  switch (part) {
    case 'presentation':
      return [
        { term: m.spaces_form_title(), detail: <bdi>{edition.title}</bdi> },
        { term: m.spaces_form_slug(), detail: <code>{edition.slug}</code> },
      ];
    case 'places':
      return [
        {
          term: m.spaces_form_categories_short(),
          detail: names(edition.categories.map(({ name }) => name)),
        },
        { term: m.spaces_form_districts_short(), detail: names(edition.districts) },
      ];
    case 'budget':
      return [
        { term: m.spaces_form_envelope(), detail: formatMoney(edition.envelope, edition.currency) },
        ...edition.envelopes.map((envelope) => ({
          term: envelopeName(envelope),
          detail: envelopeFacts(envelope, edition.currency),
        })),
      ];
    case 'participation':
      return [
        {
          term: m.spaces_form_age_propose(),
          detail: m.setup_years({ count: edition.minimumAgePropose }),
        },
        {
          term: m.spaces_form_age_vote(),
          detail: m.setup_years({ count: edition.minimumAgeVote }),
        },
        {
          term: m.spaces_form_residence(),
          detail: edition.residenceRequired ? m.setup_yes() : m.setup_no(),
        },
        { term: m.spaces_form_maximum_ideas(), detail: formatNumber(edition.maximumIdeas) },
        { term: m.setup_ballot(), detail: ballotWords[edition.intendedBallot].label() },
      ];
    case 'criteria':
      return edition.criteria.map(({ name, askedOfHolder }, at) => ({
        term: m.setup_criterion_number({ number: at + 1 }),
        detail: (
          <>
            <bdi>{name}</bdi> {askedOfHolder && `(${m.setup_criterion_asked_short()})`}
          </>
        ),
      }));
    case 'calendar':
      return edition.phases.map(({ step, startsAt }) => ({
        term: stepWords[step].name(),
        detail: m.setup_from({ date: formatDateTime(startsAt) }),
      }));
    case 'services':
      // of another room, which says it
      return [];
    case 'help':
      return [
        {
          term: m.setup_help_own(),
          detail: formatNumber(Object.values(edition.ideaHelp).filter(Boolean).length),
        },
      ];
    case 'rules':
      return [
        {
          term: m.spaces_form_decision(),
          detail: edition.councilDecision ? (
            <bdi>{edition.councilDecision}</bdi>
          ) : (
            m.setup_decision_none()
          ),
        },
        {
          term: m.spaces_form_official(),
          detail: <bdi>{edition.responsibleOfficial || m.setup_none()}</bdi>,
        },
        {
          term: m.spaces_rules_title(),
          detail: (
            <a href={urls.rules({ edition: edition.slug })}>{m.spaces_opening_read_rules()}</a>
          ),
        },
      ];
  }
}
