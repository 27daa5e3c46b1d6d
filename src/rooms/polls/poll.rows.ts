/** Rows of the database as the rules' types. */
import type { BallotKind, GreedyRule, TieBreaker } from '../tally/index.ts';
import type { ActKind, Option, Poll, PollLimits } from './poll.ts';

export interface PollRow {
  id: string;
  edition_id: string;
  title: string;
  profile: string;
  ballot_kind: string;
  minimum_choices: number;
  maximum_choices: number;
  limits: unknown;
  rule: string;
  tie_break: string[];
  fund_unsupported: boolean;
  envelope: number;
  minimum_age: number;
  residence_required: boolean;
  opens_at: Date;
  closes_at: Date;
  imported_sha256: string | null;
  manifest_hash: string;
  extensions: { from: string; to: string; reason: string; by: string | null; at: string }[] | null;
  acts: { kind: ActKind; by: string | null; at: string; detail: Record<string, unknown> }[] | null;
}

interface OptionRow {
  option_key: string;
  kind: string;
  target_id: string;
  label: string;
  cost: number;
  zone: string | null;
  deposited_at: Date | null;
}

export function asOption(row: OptionRow): Option {
  return {
    key: row.option_key,
    kind: row.kind,
    targetId: row.target_id,
    label: row.label,
    cost: row.cost,
    zone: row.zone,
    depositedAt: row.deposited_at,
  };
}

export function asPoll(row: PollRow, options: readonly Option[]): Poll {
  return {
    id: row.id,
    editionId: row.edition_id,
    title: row.title,
    profile: row.profile as Poll['profile'],
    kind: row.ballot_kind as BallotKind,
    minimumChoices: row.minimum_choices,
    maximumChoices: row.maximum_choices,
    limits: row.limits as PollLimits,
    rule: row.rule as GreedyRule,
    tieBreak: row.tie_break as TieBreaker[],
    fundUnsupported: row.fund_unsupported,
    envelope: row.envelope,
    minimumAge: row.minimum_age,
    residenceRequired: row.residence_required,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    options,
    acts: (row.acts ?? []).map((act) => ({ ...act, at: new Date(act.at) })),
    extensions: (row.extensions ?? []).map((one) => ({
      ...one,
      from: new Date(one.from),
      to: new Date(one.to),
      at: new Date(one.at),
    })),
    manifestHash: row.manifest_hash,
    imported: row.imported_sha256 !== null,
  };
}
