import * as m from '../../paraglide/messages.js';
import type { Delivery, ListRefusal, Moderation, Strangers, Waiting } from './list.ts';
import type { Dropped } from './message.ts';

/** Where one writes to a list; null: this installation gives lists no address. */
export const addressOf = (list: { localPart: string }, domain: string | null): string | null =>
  domain && `${list.localPart}@${domain}`;

/** Whoever wrote a message, as others read it: never an address. */
export const sayAuthor = (
  { authorId, senderName }: { authorId: string | null; senderName: string },
  names: ReadonlyMap<string, string>,
): string =>
  authorId === null
    ? withoutAddress(senderName) || m.lists_somebody()
    : (names.get(authorId) ?? m.lists_somebody());

/** Mail programs put an address where there is no name. */
const withoutAddress = (name: string): string => (name.includes('@') ? '' : name);

export const droppedWords: Record<Dropped['why'], () => string> = {
  kind: m.lists_dropped_kind,
  size: m.lists_dropped_size,
  damaged: m.lists_dropped_damaged,
  active: m.lists_dropped_active,
  infected: m.lists_dropped_infected,
  many: m.lists_dropped_many,
};

export const deliveryWords: Record<Delivery, { name: () => string; hint: () => string }> = {
  each: { name: m.lists_delivery_each, hint: m.lists_delivery_each_hint },
  digest: { name: m.lists_delivery_digest, hint: m.lists_delivery_digest_hint },
  archive: { name: m.lists_delivery_archive, hint: m.lists_delivery_archive_hint },
};

export const strangersWords: Record<Strangers, () => string> = {
  refused: m.lists_strangers_refused,
  'read-first': m.lists_strangers_read_first,
};

export const moderationWords: Record<Moderation, () => string> = {
  none: m.lists_moderation_none,
  first: m.lists_moderation_first,
  all: m.lists_moderation_all,
};

export const waitingWords: Record<Waiting, () => string> = {
  proof: m.lists_waits_proof,
  stranger: m.lists_waits_stranger,
  first: m.lists_waits_first,
  all: m.lists_waits_all,
};

export const listRefusalWords: Record<ListRefusal, () => string> = {
  'local-missing': m.lists_refused_local_missing,
  'local-wrong': m.lists_refused_local_wrong,
  'local-reserved': m.lists_refused_local_reserved,
  'local-taken': m.lists_refused_local_taken,
  'prefix-wrong': m.lists_refused_prefix,
  'size-wrong': m.lists_refused_size,
  'choice-missing': m.lists_refused_choice,
};
