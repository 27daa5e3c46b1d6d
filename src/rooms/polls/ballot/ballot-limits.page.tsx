import * as m from '../../../paraglide/messages.js';
import { Limits } from '../../../ui/ballot-parts.tsx';
import { formatMoney } from '../../../ui/format.ts';
import type { Envelope, Subject } from '../settings.ts';
import type { Ballot } from './ballot-entry.page.tsx';
import { measureBallot } from './ballot-progress.ts';
import { groupName } from './ballot-words.page.ts';
import { sayState } from './counted-words.ts';

/** Everything that a ballot must respect beyond its length, and how far one is; nothing where there is nothing. */
export function BallotLimits({ ballot, district }: { ballot: Ballot; district: string | null }) {
  const { frame, basket, words } = ballot;
  const said = limitWords(ballot, district);
  const items = measureBallot(frame, basket).flatMap((measure) => {
    const limit = said.get(measure.id);
    return limit ? [{ ...measure, limit, words: sayState(words, measure) }] : [];
  });
  return isPlain(ballot) ? null : <Limits title={m.ballot_limits_title()} items={items} />;
}

/** What the lead and the bars say already needs no list. */
function isPlain({ poll, frame }: Ballot): boolean {
  const [first, ...others] = poll.settings.envelopes;
  const { minSumCost, minSumPoints } = first!.limits;
  return (
    others.length === 0 &&
    poll.settings.groups.length === 0 &&
    frame.minimumChoices === 1 &&
    !minSumCost &&
    !minSumPoints
  );
}

/** By measure: « Thème « Nature » : 2 projets au moins ». */
function limitWords({ poll, frame, edition }: Ballot, district: string | null) {
  const { envelopes, groups, subject } = poll.settings;
  const said = new Map<string, string>();
  const add = (id: string, scope: string | null, words: string | null) => {
    if (words !== null) said.set(id, scope ? m.ballot_scope({ scope, words }) : words);
  };
  const size = frame.options.length;
  add(
    'ballot/choices',
    null,
    // one choice at least is no limit: a ballot without any is none
    frame.minimumChoices > 1 || frame.maximumChoices < size
      ? choiceWords(subject, frame.minimumChoices, frame.maximumChoices, size)
      : null,
  );
  for (const envelope of envelopes) {
    if (envelope.oneOf && envelope.key !== district) continue;
    const { key, label, minimumChoices, maximumChoices } = envelope;
    const inside = frame.options.filter((option) => option.envelope === key).length;
    const scope = envelopes.length > 1 ? label : null;
    if (envelopes.length > 1)
      add(`${key}/choices`, scope, choiceWords(subject, minimumChoices, maximumChoices, inside));
    add(`${key}/cost`, scope, costWords(envelope, edition.currency));
    add(`${key}/points`, scope, pointsWords(envelope));
  }
  for (const [at, group] of groups.entries())
    add(
      `group-${at}/choices`,
      groupName(group),
      choiceWords(subject, group.minimum ?? 0, group.maximum ?? size, size),
    );
  return said;
}

export function choiceWords(
  subject: Subject,
  least: number,
  most: number,
  size: number,
): string | null {
  const limited = most < size;
  if (limited && least === most) return m.ballot_limit_exactly({ count: most, subject });
  if (limited && least > 0) return m.ballot_limit_between({ least, most, subject });
  if (limited) return m.ballot_limit_most({ count: most, subject });
  return least > 0 ? m.ballot_limit_least({ count: least, subject }) : null;
}

export function costWords({ limits }: Envelope, currency: string): string | null {
  const [least, most] = [limits.minSumCost, limits.maxSumCost].map((cents) =>
    cents === undefined ? undefined : formatMoney(cents, currency),
  );
  if (least && most) return m.ballot_limit_cost_between({ least, most });
  if (least) return m.ballot_limit_cost_least({ least });
  return most ? m.ballot_limit_cost_most({ most }) : null;
}

export function pointsWords({ limits: { minSumPoints: least = 0, maxSumPoints: most } }: Envelope) {
  if (most === undefined) return least > 0 ? m.ballot_limit_points_least({ count: least }) : null;
  if (least === most) return m.ballot_limit_points_exactly({ count: most });
  return least > 0
    ? m.ballot_limit_points_between({ least, most })
    : m.ballot_limit_points_most({ count: most });
}
