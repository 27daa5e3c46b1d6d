import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import {
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatNumber,
} from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Edition, Phase, Step } from './edition.ts';
import { EditionFrame } from './edition-frame.page.tsx';
import type { EditionSettings } from './edition-settings.ts';

interface ShownRules {
  /** null: not published yet, as the settings stand now. */
  version: number | null;
  publishedAt: Date | null;
  settings: EditionSettings;
  phases: readonly Phase[];
}

interface Props {
  edition: Edition;
  now: Date;
  organisation: string;
  shown: ShownRules;
  /** Every published version, the latest first. */
  versions: readonly { version: number; publishedAt: Date }[];
}

/** The règlement: what the settings say, in sentences, and what the organisation adds (R35). */
export function RulesPage({ edition, now, organisation, shown, versions }: Props) {
  const { settings, phases } = shown;
  const latest = versions[0]?.version ?? null;
  return (
    <EditionFrame edition={edition} now={now} current="rules">
      <PageHeader title={m.spaces_rules_title()} lead={<bdi>{edition.title}</bdi>} />
      {shown.version === null && <Notice tone="warning">{m.spaces_rules_not_published()}</Notice>}
      {shown.version !== null && shown.version !== latest && (
        <Notice
          tone="warning"
          actions={<a href={urls.rules({ edition: edition.slug })}>{m.spaces_rules_latest()}</a>}
        >
          {m.spaces_rules_old()}
        </Notice>
      )}

      <Article number={1} title={m.spaces_rules_purpose()}>
        <p>
          {m.spaces_rules_purpose_words({ organisation, amount: formatMoney(settings.envelope) })}
        </p>
        <Decision settings={settings} />
      </Article>
      <Article number={2} title={m.spaces_rules_who()}>
        <p>{whoProposes(settings)}</p>
        <p>{whoVotes(settings)}</p>
        <p>{m.spaces_rules_who_account()}</p>
      </Article>
      <Article number={3} title={m.spaces_rules_ideas()}>
        <Period phases={phases} step="collection" words={m.spaces_rules_ideas_when} />
        <p>
          {m.spaces_rules_ideas_limits({
            count: settings.maximumIdeas,
            ideas: formatNumber(settings.maximumIdeas),
            length: formatNumber(settings.ideaLength),
          })}
        </p>
        <p>
          {m.spaces_rules_ideas_categories({
            categories: formatList(settings.categories.map((name) => m.spaces_quoted({ name }))),
          })}
        </p>
        <p>{m.spaces_rules_ideas_edit({ minutes: formatNumber(settings.editMinutes) })}</p>
      </Article>
      <Article number={4} title={m.spaces_rules_study()}>
        <Period phases={phases} step="study" words={m.spaces_rules_study_when} />
        <p>{m.spaces_rules_list()}</p>
        {settings.districts.length > 0 && (
          <p>
            {m.spaces_rules_districts({
              districts: formatList(settings.districts.map((name) => m.spaces_quoted({ name }))),
            })}
          </p>
        )}
        <Period phases={phases} step="campaign" words={m.spaces_rules_campaign_when} />
      </Article>
      <Article number={5} title={m.spaces_rules_vote()}>
        <Period phases={phases} step="vote" words={m.spaces_rules_vote_when} />
        <p>
          {settings.minimumChoices === settings.maximumChoices
            ? m.spaces_rules_vote_exactly({ count: settings.maximumChoices })
            : m.spaces_rules_vote_choices({
                min: formatNumber(settings.minimumChoices),
                max: formatNumber(settings.maximumChoices),
              })}
        </p>
        <p>{m.spaces_rules_vote_secret()}</p>
      </Article>
      <Article number={6} title={m.spaces_rules_result()}>
        <p>{m.spaces_rules_result_words({ amount: formatMoney(settings.envelope) })}</p>
        <p>{m.spaces_rules_result_ties()}</p>
        <p>{m.spaces_rules_result_embargo()}</p>
      </Article>
      <Article number={7} title={m.spaces_rules_delivery()}>
        <p>{m.spaces_rules_delivery_words()}</p>
      </Article>
      <Article number={8} title={m.spaces_rules_privacy()}>
        <p>
          {m.spaces_rules_privacy_words()} <a href={urls.privacy()}>{m.site_footer_privacy()}</a>
          {' · '}
          <a href={urls.charter()}>{m.site_footer_charter()}</a>
        </p>
      </Article>
      {settings.rulesText !== '' && (
        <Article number={9} title={m.spaces_rules_more()}>
          <Prose text={settings.rulesText} />
        </Article>
      )}

      <Versions edition={edition} shown={shown} versions={versions} />
    </EditionFrame>
  );
}

function Article(props: { number: number; title: string; children: ComponentChildren }) {
  return (
    <section class="prose" id={`article-${props.number}`}>
      <h2>{m.spaces_rules_article({ number: props.number, title: props.title })}</h2>
      {props.children}
    </section>
  );
}

function Decision({ settings }: { settings: EditionSettings }) {
  const { councilDecision, councilDecisionOn, responsibleOfficial } = settings;
  return (
    <>
      {councilDecision !== '' && (
        <p>
          {councilDecisionOn === null
            ? m.spaces_rules_decision({ decision: councilDecision })
            : m.spaces_rules_decision_on({
                decision: councilDecision,
                date: formatDate(new Date(`${councilDecisionOn}T12:00:00Z`), 'day'),
              })}
        </p>
      )}
      {responsibleOfficial !== '' && (
        <p>{m.spaces_rules_official({ official: responsibleOfficial })}</p>
      )}
    </>
  );
}

function Period(props: {
  phases: readonly Phase[];
  step: Step;
  words: (dates: { from: string; to: string }) => string;
}) {
  const phase = props.phases.find(({ step }) => step === props.step);
  if (!phase?.endsAt) return null;
  return (
    <p>{props.words({ from: formatDateTime(phase.startsAt), to: formatDateTime(phase.endsAt) })}</p>
  );
}

function whoProposes(settings: EditionSettings): string {
  const age = formatNumber(settings.minimumAgePropose);
  if (settings.minimumAgePropose === 0)
    return settings.residenceRequired
      ? m.spaces_rules_propose_resident()
      : m.spaces_rules_propose_anyone();
  return settings.residenceRequired
    ? m.spaces_rules_propose_age_resident({ age })
    : m.spaces_rules_propose_age({ age });
}

function whoVotes(settings: EditionSettings): string {
  const age = formatNumber(settings.minimumAgeVote);
  if (settings.minimumAgeVote === 0)
    return settings.residenceRequired
      ? m.spaces_rules_vote_resident()
      : m.spaces_rules_vote_anyone();
  return settings.residenceRequired
    ? m.spaces_rules_vote_age_resident({ age })
    : m.spaces_rules_vote_age({ age });
}

function Versions({ edition, shown, versions }: Pick<Props, 'edition' | 'shown' | 'versions'>) {
  if (versions.length === 0) return null;
  return (
    <section class="section">
      <h2>{m.spaces_rules_versions()}</h2>
      <ul>
        {versions.map(({ version, publishedAt }) => (
          <li key={version}>
            {version === shown.version ? (
              <strong>{m.spaces_rules_version({ version })}</strong>
            ) : (
              <a href={urls.rules({ edition: edition.slug }, { version })}>
                {m.spaces_rules_version({ version })}
              </a>
            )}
            {', '}
            <DateText at={publishedAt} shape="moment" />
          </li>
        ))}
      </ul>
    </section>
  );
}
