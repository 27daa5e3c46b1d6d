/**
 * The manifest: everything that decides a poll, frozen at its opening, in a form that anyone can hash
 * again (RFC 8785). Amounts in cents, times in UTC.
 */
import type { FrozenPoll } from '../poll.ts';
import { describeSealing } from '../sealed/sealing.ts';

export interface ManifestParts {
  poll: FrozenPoll;
  organisation: string;
  currency: string;
  /** SHA-256 of a label, hexadecimal. */
  hashLabel: (label: string) => string;
  softwareVersion: string;
  /** Ed25519, raw public key, base64url. */
  verifyKey: string;
}

export function describePoll(parts: ManifestParts): Record<string, unknown> {
  const { poll } = parts;
  const { settings } = poll;
  return {
    format: 'pb-manifest-v2',
    poll: poll.id,
    organisation: parts.organisation,
    title: poll.title,
    profile: poll.profile,
    ...(settings.sealing && { sealing: describeSealing(settings.sealing) }),
    options: poll.options.map((option) => ({
      key: option.key,
      kind: option.kind,
      target: option.targetId,
      labelHash: parts.hashLabel(option.label),
      cost: option.cost,
      envelope: option.envelope,
      zone: option.zone,
      category: option.category,
      holder: option.holder,
      depositedAt: option.depositedAt?.toISOString() ?? null,
    })),
    subject: settings.subject,
    envelopes: settings.envelopes,
    currency: parts.currency,
    ballot: {
      kind: poll.kind,
      minimumChoices: poll.minimumChoices,
      maximumChoices: poll.maximumChoices,
      groups: settings.groups,
      mentions: settings.mentions,
    },
    rule: {
      name: poll.rule,
      tieBreak: poll.tieBreak,
      fundUnsupported: poll.fundUnsupported,
      seats: settings.seats,
      defaultGrade: settings.defaultGrade,
    },
    houseRules: settings.houseRules,
    leftover: settings.leftover,
    eligibility: {
      methods: listMethods(poll),
      minimumAge: poll.minimumAge,
      ...(!poll.imported && { admission: settings.admission }),
    },
    ...(!poll.imported && { paper: settings.paper }),
    opensAt: poll.opensAt.toISOString(),
    closesAt: poll.closesAt.toISOString(),
    software: { name: 'palabre', version: parts.softwareVersion },
    verifyKey: parts.verifyKey,
  };
}

function listMethods(poll: FrozenPoll): string[] {
  if (poll.imported) return ['held-elsewhere'];
  const { required, oneOf, withoutAccount } = poll.settings.admission;
  return [
    ...(withoutAccount ? [] : ['confirmed-account']),
    ...[...required, ...oneOf].filter((method) => method !== 'email' || withoutAccount),
    ...(poll.residenceRequired ? ['residence'] : []),
  ];
}
