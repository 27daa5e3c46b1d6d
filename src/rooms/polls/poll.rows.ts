/** Rows of the database as the rules' types. */
import type { BallotKind, RuleName, TieBreaker } from '../tally/index.ts';
import type { ActKind, Option, Poll } from './poll.ts';
import { type PollLimits, type PollSettings, usualSettings } from './settings.ts';

export interface PollRow {
  id: string;
  edition_id: string;
  title: string;
  profile: string;
  ballot_kind: string;
  minimum_choices: number;
  maximum_choices: number;
  limits: unknown;
  settings: unknown;
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
  envelope: string;
  zone: string | null;
  category: string | null;
  holder: string | null;
  deposited_at: Date | null;
}

export function asOption(row: OptionRow): Option {
  return {
    key: row.option_key,
    kind: row.kind,
    targetId: row.target_id,
    label: row.label,
    cost: row.cost,
    envelope: row.envelope,
    zone: row.zone,
    category: row.category,
    holder: row.holder,
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
    // what was opened before a setting existed has the usual one
    settings: {
      ...usualSettings({
        amount: row.envelope,
        minimumChoices: row.minimum_choices,
        maximumChoices: row.maximum_choices,
        limits: row.limits as PollLimits,
      }),
      ...(row.settings as Partial<PollSettings>),
    },
    rule: row.rule as RuleName,
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
