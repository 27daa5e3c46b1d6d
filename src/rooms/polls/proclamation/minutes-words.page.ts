/** What the minutes say in words, the same on paper and in the file for spreadsheets. */
import * as m from '../../../paraglide/messages.js';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { actWords } from '../act-words.page.ts';
import { describeTerms } from '../opening/terms.page.tsx';
import { sayHouse } from '../result/house-words.page.ts';
import type { EnvelopeResult } from '../result/result.ts';
import { listStories, type Story } from '../result/result-figures.ts';
import { sayTie } from '../result/result-method.page.tsx';
import type { Reading } from '../result/result-reading.page.ts';
import { sayOutcome, sayStanding } from '../result/result-words.page.ts';
import { listTies } from '../result/tie-figures.ts';
import { countInvalid } from '../sealed/opened-ballot.ts';
import { readSettlement } from '../urn/point-paper.ts';
import { sayInvalidations } from '../watch/public-invalidations.page.tsx';
import type { Minutes } from './minutes.ts';
import type { Channel, TurnoutLine } from './minutes-turnout.ts';

export interface Line {
  term: string;
  detail: string;
}

/** What the poll was, its close where it was put off, and the ballots that two officers declared invalid. */
export function sayTerms(
  { poll, invalidations, nicknames }: Minutes,
  { currency }: Reading,
): Line[] {
  return [
    ...describeTerms(poll, currency),
    ...poll.extensions.map(({ from, to, reason, by, at }) => ({
      term: m.proclamation_extension({ from: formatDateTime(from), to: formatDateTime(to) }),
      detail: m.proclamation_extension_words({ reason, ...sayWho(by, at, nicknames) }),
    })),
    ...sayInvalidations(invalidations),
  ];
}

/** Each act with who and when. */
export function sayActs({ poll, nicknames }: Minutes): Line[] {
  return poll.acts.map(({ kind, by, at }) => ({
    term: actWords[kind](),
    detail: m.proclamation_act(sayWho(by, at, nicknames)),
  }));
}

function sayWho(by: string | null, at: Date, nicknames: Minutes['nicknames']) {
  const name = by === null ? null : (nicknames.get(by) ?? '—');
  return {
    date: formatDateTime(at),
    who: name === null ? m.polls_act_by_house() : m.polls_act_by({ name }),
  };
}

export function sayFingerprints({ poll, result, resultHash }: Minutes): Line[] {
  return [
    { term: m.results_check_manifest(), detail: poll.manifestHash },
    { term: m.results_check_root(), detail: result.root },
    { term: m.results_check_result(), detail: resultHash },
  ];
}

const channelWords: Record<Channel, () => string> = {
  online: m.proclamation_channel_online,
  paper: m.proclamation_channel_paper,
};

export function sayChannel(channel: Channel): string {
  return channelWords[channel]();
}

/** « Médiathèque, sur papier » */
export function sayWhere({ channel, point }: TurnoutLine): string {
  return point === null
    ? sayChannel(channel)
    : m.proclamation_at_point({ point, channel: sayChannel(channel) });
}

export function sayCount(count: number | null): string {
  return count === null ? m.proclamation_few() : formatNumber(count);
}

export function sayTurnout(minutes: Minutes): Line[] {
  const { result, poll } = minutes;
  const invalid = countInvalid(poll);
  return [
    { term: m.proclamation_voters(), detail: formatNumber(result.voters) },
    { term: m.proclamation_ballots(), detail: formatNumber(result.ballots) },
    { term: m.proclamation_blank(), detail: formatNumber(result.blank) },
    ...(invalid === null
      ? []
      : [{ term: m.sealed_invalid_title(), detail: formatNumber(invalid) }]),
    ...sayPaper(minutes),
  ];
}

/** What the counting of the paper set apart, and why a point has not as many ballots as signatures. */
export function sayPaper({ result, poll }: Minutes): Line[] {
  if (poll.settings.paper === 'none') return [];
  const points = readSettlement(poll);
  const sum = (field: 'blank' | 'void') =>
    formatNumber(points.reduce((total, point) => total + point[field], 0));
  return [
    ...(result.totals
      ? [{ term: m.urn_totals_of_which(), detail: formatNumber(result.totals) }]
      : []),
    { term: m.urn_minutes_blank(), detail: sum('blank') },
    { term: m.urn_minutes_void(), detail: sum('void') },
    ...points.flatMap(({ name, reason }) =>
      reason === null
        ? []
        : [
            {
              term: m.urn_minutes_difference({ name: name ?? m.urn_point_gone() }),
              detail: reason,
            },
          ],
    ),
  ];
}

/** Money of one envelope, and what its quorum asked. */
export function sayEnvelope(envelope: EnvelopeResult, { money, say, poll }: Reading): Line[] {
  const to = poll.settings.envelopes.find(({ key }) => key === envelope.leftTo);
  const left = { amount: say(envelope.left) };
  return [
    { term: m.results_ballots(), detail: formatNumber(envelope.ballots) },
    ...(envelope.quorum
      ? [
          {
            term: m.opening_quorum(),
            detail: (envelope.quorum.reached
              ? m.proclamation_quorum_reached
              : m.proclamation_quorum_missed)({ asked: formatNumber(envelope.quorum.asked) }),
          },
        ]
      : []),
    ...(money
      ? [
          { term: m.results_envelope_amount(), detail: say(envelope.budget) },
          { term: m.results_envelope_used(), detail: say(envelope.cost) },
          {
            term: m.results_envelope_left(),
            detail: to
              ? m.results_left_to({ ...left, label: to.label })
              : poll.settings.leftover === 'returned'
                ? m.results_left_returned(left)
                : m.results_left_next(left),
          },
        ]
      : []),
  ];
}

/** One project of an envelope: where it stands, and what the règlement changed to that. */
export interface ProjectLine {
  story: Story;
  /** On the frozen list, from 1. */
  number: number;
  label: string;
  /** Cents. */
  cost: number;
  outcome: string;
  /** « 312 voix » */
  standing: string;
  house: string;
}

/** Winners first, in the order of the count; then all the others. */
export function listProjectLines(envelope: EnvelopeResult, reading: Reading): ProjectLine[] {
  const numbers = new Map(reading.poll.options.map(({ key }, at) => [key, at + 1]));
  const lines = listStories(envelope, reading.poll).map((story) => ({
    story,
    number: numbers.get(story.project) ?? 0,
    label: reading.label(story.project),
    cost: reading.costOf(story.project),
    outcome: sayOutcome(story, reading),
    standing: sayStanding(story, envelope.tally, reading),
    house: story.house ? sayHouse(story.house, story, reading) : '',
  }));
  const place = ({ story }: ProjectLine) => {
    const won = envelope.winners.indexOf(story.project);
    return won >= 0 ? won : story.outcome === 'part' ? lines.length : lines.length + 1;
  };
  return lines.sort((a, b) => place(a) - place(b));
}

/** Every tie that was broken, one sentence each. */
export function listTieLines({ result }: Minutes, reading: Reading): string[] {
  return result.envelopes.flatMap(listTies).map((tie) => sayTie(tie, result, reading));
}
