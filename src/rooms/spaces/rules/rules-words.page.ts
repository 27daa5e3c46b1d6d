import * as m from '../../../paraglide/messages.js';
import {
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatNumber,
} from '../../../ui/format.ts';
import type { IntendedBallot, Phase, Step } from '../edition.ts';
import type { EditionSettings } from '../edition-settings.ts';
import { envelopeName } from '../envelope-words.page.ts';

/** The settings of an edition as they stood when a version was published, or as they stand now. */
export interface RulesSource {
  organisation: string;
  currency: string;
  settings: EditionSettings;
  phases: readonly Phase[];
}

export interface RulesArticle {
  key: string;
  number: number;
  title: string;
  /** Sentences, and lists of them. */
  body: readonly (string | { items: readonly string[] })[];
}

/** The règlement in sentences, once for the page, the paper and the comparison of two versions (R35). */
export function writeRules(source: RulesSource): RulesArticle[] {
  const { settings, phases } = source;
  const period = (step: Step, words: (dates: { from: string; to: string }) => string) => {
    const phase = phases.find((one) => one.step === step);
    if (!phase?.endsAt) return [];
    return [words({ from: formatDateTime(phase.startsAt), to: formatDateTime(phase.endsAt) })];
  };
  const articles: Omit<RulesArticle, 'number'>[] = [
    { key: 'purpose', title: m.spaces_rules_purpose(), body: purpose(source) },
    {
      key: 'who',
      title: m.spaces_rules_who(),
      body: [whoProposes(settings), whoVotes(settings), m.spaces_rules_who_account()],
    },
    {
      key: 'ideas',
      title: m.spaces_rules_ideas(),
      body: [...period('collection', m.spaces_rules_ideas_when), ...ideas(settings)],
    },
    {
      key: 'study',
      title: m.spaces_rules_study(),
      body: [
        ...period('study', m.spaces_rules_study_when),
        ...limits(source),
        m.spaces_rules_list(),
        ...districts(settings),
        ...period('campaign', m.spaces_rules_campaign_when),
      ],
    },
    {
      key: 'vote',
      title: m.spaces_rules_vote(),
      body: [
        ...period('vote', m.spaces_rules_vote_when),
        ...ballotWords[settings.intendedBallot](settings),
        m.spaces_rules_vote_secret(),
      ],
    },
    { key: 'result', title: m.spaces_rules_result(), body: result(source) },
    {
      key: 'delivery',
      title: m.spaces_rules_delivery(),
      body: [m.spaces_rules_delivery_words()],
    },
    { key: 'privacy', title: m.spaces_rules_privacy(), body: [m.spaces_rules_privacy_words()] },
    ...(settings.rulesText === ''
      ? []
      : [{ key: 'more', title: m.spaces_rules_more(), body: [settings.rulesText] }]),
  ];
  return articles.map((article, at) => ({ ...article, number: at + 1 }));
}

/** An article as plain text, to be compared with what it was. */
export function articleText({ body }: RulesArticle): string {
  return body
    .map((part) =>
      typeof part === 'string' ? part : part.items.map((item) => `– ${item}`).join('\n'),
    )
    .join('\n');
}

function purpose({ organisation, currency, settings }: RulesSource): RulesArticle['body'] {
  const { councilDecision, councilDecisionOn, responsibleOfficial, envelopes } = settings;
  const money = (cents: number) => formatMoney(cents, currency);
  const decision =
    councilDecisionOn === null
      ? m.spaces_rules_decision({ decision: councilDecision })
      : m.spaces_rules_decision_on({
          decision: councilDecision,
          date: formatDate(new Date(`${councilDecisionOn}T12:00:00Z`), 'day'),
        });
  const shares = envelopes.map((one) =>
    m.setup_rules_share({ name: envelopeName(one), amount: money(one.amount) }),
  );
  return [
    m.spaces_rules_purpose_words({ organisation, amount: money(settings.envelope) }),
    ...(isShared(settings) ? [m.setup_rules_shared(), { items: shares }] : []),
    ...(councilDecision === '' ? [] : [decision]),
    ...(responsibleOfficial === ''
      ? []
      : [m.spaces_rules_official({ official: responsibleOfficial })]),
  ];
}

const isShared = ({ envelopes }: EditionSettings) =>
  envelopes.length > 1 || envelopes.some(({ kind }) => kind !== 'town');

function ideas(settings: EditionSettings): RulesArticle['body'] {
  const criteria = settings.criteria.map(({ name, help }) =>
    help === '' ? name : m.setup_rules_criterion({ name, help }),
  );
  return [
    m.spaces_rules_ideas_limits({
      count: settings.maximumIdeas,
      ideas: formatNumber(settings.maximumIdeas),
      length: formatNumber(settings.ideaLength),
    }),
    m.spaces_rules_ideas_categories({
      categories: formatList(settings.categories.map((name) => m.spaces_quoted({ name }))),
    }),
    ...(criteria.length === 0 ? [] : [m.setup_rules_criteria(), { items: criteria }]),
    m.spaces_rules_ideas_edit({ minutes: formatNumber(settings.editMinutes) }),
  ];
}

/** What one project may cost, by envelope where they differ in name. */
function limits({ settings, currency }: RulesSource): string[] {
  const money = (cents: number) => formatMoney(cents, currency);
  const [first] = settings.envelopes;
  const alike = settings.envelopes.every(
    ({ projectCap, projectFloor }) =>
      projectCap === first?.projectCap && projectFloor === first?.projectFloor,
  );
  // the same limit everywhere is said once
  return (alike ? settings.envelopes.slice(0, 1) : settings.envelopes).flatMap((envelope) => {
    const { projectCap: cap, projectFloor: floor } = envelope;
    const words =
      cap !== null && floor !== null
        ? m.setup_rules_cap_and_floor({ cap: money(cap), floor: money(floor) })
        : cap !== null
          ? m.setup_rules_cap({ cap: money(cap) })
          : floor !== null
            ? m.setup_rules_floor({ floor: money(floor) })
            : null;
    if (words === null) return [];
    return [
      !alike ? m.setup_rules_of_envelope({ envelope: envelopeName(envelope), words }) : words,
    ];
  });
}

function districts(settings: EditionSettings): string[] {
  if (settings.districts.length === 0) return [];
  const names = formatList(settings.districts.map((name) => m.spaces_quoted({ name })));
  const { envelopes } = settings;
  const forTheTown = envelopes.length === 0 || envelopes.some(({ kind }) => kind === 'town');
  return [
    forTheTown || envelopes.some(({ kind }) => kind === 'category')
      ? m.spaces_rules_districts({ districts: names })
      : m.setup_rules_districts_only({ districts: names }),
  ];
}

function choices({ minimumChoices, maximumChoices }: EditionSettings): string {
  return minimumChoices === maximumChoices
    ? m.spaces_rules_vote_exactly({ count: maximumChoices })
    : m.spaces_rules_vote_choices({
        min: formatNumber(minimumChoices),
        max: formatNumber(maximumChoices),
      });
}

/** How one votes, as the organisation means it; the poll says it again with its own terms when it opens. */
const ballotWords: Record<IntendedBallot, (settings: EditionSettings) => string[]> = {
  approval: (settings) => [choices(settings)],
  knapsack: () => [m.setup_rules_knapsack()],
  points: () => [m.setup_rules_points()],
  ranking: () => [m.setup_rules_ranking()],
  judgment: () => [m.setup_rules_judgment()],
};

function result({ settings, currency }: RulesSource): string[] {
  const amount = formatMoney(settings.envelope, currency);
  const words: Record<IntendedBallot, () => string> = {
    approval: () => m.spaces_rules_result_words({ amount }),
    knapsack: () => m.spaces_rules_result_words({ amount }),
    points: () => m.setup_rules_result_points({ amount }),
    ranking: () => m.setup_rules_result_ranking({ amount }),
    judgment: () => m.setup_rules_result_judgment({ amount }),
  };
  return [
    words[settings.intendedBallot](),
    ...(isShared(settings) ? [m.setup_rules_result_shared()] : []),
    m.spaces_rules_result_ties(),
    m.spaces_rules_result_embargo(),
  ];
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
