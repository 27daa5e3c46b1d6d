/** What a result says of one option: where it stands, and why. */
import * as m from '../../../paraglide/messages.js';
import { formatList, formatNumber } from '../../../ui/format.ts';
import type { BallotKind } from '../../tally/index.ts';
import { goesByPoints, sayTieBreak } from '../rule-words.page.ts';
import { sayHouse } from './house-words.page.ts';
import { sayJudged } from './judgment-words.page.ts';
import { sayDuels, saySeat } from './ranked-words.page.ts';
import type { EnvelopeResult } from './result.ts';
import type { Reason, Story } from './result-figures.ts';
import type { Reading } from './result-reading.page.ts';
import { sayMoment, sayPurchase, sayShortfall } from './shares-words.page.ts';
import { countPerThousand, type TurnFigures } from './turn-figures.ts';
import { sayTurn, type TurnAbout } from './turn-words.page.ts';

/** An envelope's count, and what is said of each of its options. */
export interface Counted {
  envelope: EnvelopeResult;
  stories: readonly Story[];
}

/** « 312 voix », « 1 090 points ». */
export function sayNumber(kind: BallotKind, score: number): string {
  const said = { count: score, number: formatNumber(score) };
  return goesByPoints(kind) ? m.results_points(said) : m.results_votes(said);
}

/** « 312 voix », or « 1 090 points sur 471 bulletins ». */
function sayScore(kind: BallotKind, { score, namings }: Pick<Story, 'score' | 'namings'>): string {
  const said = sayNumber(kind, score);
  if (!goesByPoints(kind)) return said;
  return `${said} ${m.results_ballots_naming({ count: namings, number: formatNumber(namings) })}`;
}

/** In a few words what the ranking saw: votes, points, a mention, duels, answers. */
export function sayStanding(
  story: Story,
  { kind }: { kind: BallotKind },
  reading: Reading,
): string {
  const { reason } = story;
  switch (reason?.by) {
    case 'judgment':
      return m.results_standing_judged({ mention: reading.mention(reason.judged.majorityGrade) });
    case 'answers': {
      const { yes, no } = reason.answers;
      return m.results_standing_answers({ yes: formatNumber(yes), no: formatNumber(no) });
    }
    case 'duels':
      return m.results_standing_duels({
        count: reason.duels.wins,
        of: formatNumber(reason.duels.wins + reason.duels.draws + reason.duels.losses),
      });
    case 'seat':
      return m.results_standing_seat({
        votes: formatNumber(reason.seat.votes),
        round: reason.seat.round,
      });
    default:
      return sayUncounted(story, kind);
  }
}

export function sayOutcome({ outcome }: Pick<Story, 'outcome'>, { subject }: Reading): string {
  if (outcome === 'part') return m.results_part_label();
  return outcome === 'won' ? subject.won() : subject.lost();
}

/** Of what the rule did not count itself, by its support. */
function sayUncounted(story: Story, kind: BallotKind): string {
  const { score, namings } = story;
  if (kind === 'judgment')
    return m.results_standing_favourable({
      count: score,
      number: formatNumber(score),
      namings: formatNumber(namings),
    });
  if (kind === 'yes-no') {
    const yes = formatNumber(namings);
    return m.results_standing_answers({ yes, no: formatNumber(namings - score) });
  }
  return sayScore(kind, story);
}

/** Why it was taken or not, from the trace of the count and the règlement (R57, R58). */
export function sayWhy(story: Story, result: EnvelopeResult, reading: Reading): string[] {
  const { house, reason } = story;
  const { seats } = reading.poll.settings;
  const guaranteed = result.guarantees.flatMap(({ projects }) => projects).length;
  const about: TurnAbout = {
    afterGuarantees: guaranteed > 0,
    quorumMissed: result.quorum?.reached === false,
    seats: seats === null ? null : seats - guaranteed,
  };
  return [
    reason && sayReason(reason, result, about, reading),
    house && sayHouse(house, story, reading),
    reason && sayDensity(story, result, reading),
    sayTie(story, reading),
  ].filter((words) => words !== null && words !== '') as string[];
}

function sayReason(
  reason: Reason,
  { tally }: EnvelopeResult,
  about: TurnAbout,
  reading: Reading,
): string {
  switch (reason.by) {
    case 'turn':
      return sayTurn(reason.turn, about, reading);
    case 'judgment':
      return `${sayJudged(reason.judged, reading)} ${sayTurn(reason.turn, about, reading)}`;
    case 'answers': {
      const { yes, no, abstained } = reason.answers;
      const answers = m.results_why_answers({
        yes: formatNumber(yes),
        no: formatNumber(no),
        abstained: formatNumber(abstained),
      });
      return `${answers} ${sayTurn(reason.turn, about, reading)}`;
    }
    case 'free':
      return m.results_why_free();
    case 'purchase':
      return sayPurchase(reason.purchase, tally, reading);
    case 'shortfall': {
      const words = sayShortfall(reason.shortfall, reading);
      return reason.turn
        ? `${words} ${sayCompletion(reason.turn, tally.kind, about, reading)}`
        : words;
    }
    case 'moment':
      return sayMoment(reason.moment, reading);
    case 'over-budget': {
      const amounts = {
        cost: reading.say(reason.cost),
        envelope: reading.say(reason.budget),
      };
      return about.afterGuarantees ? m.results_why_over_rest(amounts) : m.results_why_over(amounts);
    }
    case 'no-support':
      return reading.money ? m.results_why_none() : m.results_why_none_other();
    case 'duels':
      return sayDuels(reason.duels, reading);
    case 'seat':
      return saySeat(reason.seat);
  }
}

/** What the rest of the envelope, given by score once voters had bought, could do for it. */
function sayCompletion(
  turn: TurnFigures,
  kind: BallotKind,
  about: TurnAbout,
  reading: Reading,
): string {
  const said = {
    left: reading.say(turn.left),
    by: goesByPoints(kind) ? m.rules_by_points() : m.rules_by_votes(),
  };
  if (turn.decision === 'does-not-fit') return m.results_why_then_misfit(said);
  if (turn.decision === 'funded' && !about.quorumMissed) return m.results_why_then_funded(said);
  return sayTurn(turn, about, reading);
}

function sayDensity(story: Story, { tally }: EnvelopeResult, { say, costOf }: Reading) {
  if (tally.rule !== 'greedy-per-cost' || story.score === 0) return null;
  const per = countPerThousand(story.score, costOf(story.project));
  if (per === null) return null;
  const said = { count: per, number: formatNumber(per) };
  const number = goesByPoints(tally.kind) ? m.results_points(said) : m.results_votes(said);
  return m.results_why_density({ number, money: say(1000_00) });
}

/** With whom it was tied and what set them apart. */
function sayTie({ project, tie }: Story, { about }: Reading): string | null {
  if (!tie) return null;
  const others = tie.projects.filter((other) => other !== project).map(about);
  return m.results_why_tied({ others: formatList(others), by: sayTieBreak(tie.by) });
}
