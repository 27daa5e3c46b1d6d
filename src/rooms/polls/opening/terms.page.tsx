import * as m from '../../../paraglide/messages.js';
import { formatDateTime, formatList, formatMoney } from '../../../ui/format.ts';
import { DescriptionList } from '../../../ui/table.tsx';
import type { Admission } from '../../electorate/index.ts';
import type { Poll } from '../poll.ts';
import { ruleWords, sayTieBreak } from '../rule-words.page.ts';
import { screenOf } from '../settings.ts';
import { describeSettings } from '../settings-words.page.ts';
import { methodWords, paperWords } from './opening-admission-fields.page.tsx';
import { screenWords } from './opening-ballot-fields.page.tsx';

const profileWords: Record<Poll['profile'], () => string> = {
  P0: m.opening_profile_public,
  P1: m.opening_profile_secret,
  P2: m.sealed_profile,
};

type ShownPoll = Pick<
  Poll,
  | 'title'
  | 'opensAt'
  | 'closesAt'
  | 'kind'
  | 'minimumChoices'
  | 'maximumChoices'
  | 'settings'
  | 'rule'
  | 'tieBreak'
  | 'minimumAge'
  | 'residenceRequired'
  | 'profile'
  | 'options'
>;

interface Props {
  poll: ShownPoll;
  currency: string;
  /** Once opened. */
  manifestHash?: string;
}

/** Everything that decides a poll, in words: before it is opened, and for as long as it lasts. */
export function PollTermsList({ poll, currency, manifestHash }: Props) {
  return (
    <DescriptionList
      items={[
        ...describeTerms(poll, currency),
        ...(poll.settings.sealing
          ? [
              {
                term: m.sealed_terms_key(),
                detail: m.sealed_terms_trustees({
                  names: formatList([...poll.settings.sealing.trustees]),
                }),
              },
            ]
          : []),
        ...(manifestHash === undefined
          ? []
          : [
              {
                term: m.polls_check_manifest(),
                detail: (
                  <code class="machine-words" translate={false}>
                    {manifestHash}
                  </code>
                ),
              },
            ]),
      ]}
    />
  );
}

/** The same, line by line, for papers too. */
export function describeTerms(
  poll: ShownPoll,
  currency: string,
): { term: string; detail: string }[] {
  const { settings } = poll;
  return [
    { term: m.polls_field_title(), detail: poll.title },
    {
      term: m.polls_office_terms_dates(),
      detail: m.polls_office_terms_dates_words({
        from: formatDateTime(poll.opensAt),
        to: formatDateTime(poll.closesAt),
      }),
    },
    {
      term: m.opening_ballot_kind(),
      detail: screenWords[screenOf(poll.kind, settings)].label(),
    },
    {
      term: m.polls_office_terms_choices(),
      detail: m.polls_office_terms_choices_words({
        least: poll.minimumChoices,
        most: poll.maximumChoices,
      }),
    },
    ...settings.envelopes.map(({ label, amount }) => ({
      term: label === '' ? m.polls_office_terms_envelope() : label,
      detail: formatMoney(amount, currency),
    })),
    {
      term: m.polls_office_terms_who(),
      detail: poll.residenceRequired
        ? m.polls_office_terms_who_residents({ age: poll.minimumAge })
        : m.polls_office_terms_who_all({ age: poll.minimumAge }),
    },
    { term: m.electorate_admission_term(), detail: sayAdmission(settings.admission) },
    { term: m.electorate_paper_rule(), detail: paperWords[settings.paper].label() },
    { term: m.polls_field_rule(), detail: ruleWords[poll.rule].name() },
    { term: m.polls_field_ties(), detail: sayTieBreak(poll.tieBreak) },
    ...describeSettings(poll),
    {
      term: m.opening_secrecy(),
      detail: profileWords[poll.profile](),
    },
  ];
}

/** « Adresse de courriel confirmée ou code reçu par SMS · Avec un compte ». */
function sayAdmission({ required, oneOf, withoutAccount }: Admission): string {
  const list = (methods: Admission['required'], type: 'conjunction' | 'disjunction') =>
    formatList(
      methods.map((method, index) =>
        index === 0 ? methodWords[method]() : lowerFirst(methodWords[method]()),
      ),
      type,
    );
  return [
    ...(required.length > 0 ? [list(required, 'conjunction')] : []),
    ...(oneOf.length > 0 ? [list(oneOf, 'disjunction')] : []),
    withoutAccount ? m.electorate_account_no() : m.electorate_account_yes(),
  ].join(' · ');
}

/** The words of a label inside a sentence. */
const lowerFirst = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1);
