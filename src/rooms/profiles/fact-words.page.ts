import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const titled =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: typeof detail.title === 'string' ? detail.title : '' });

/** Sentences of every fact of this room. None is about who answered, nor that anybody did. */
export const profileFactWords: Record<string, (fact: RecordedFact) => string> = {
  'profile-field.added': titled(m.profiles_fact_field_added),
  'profile-field.moved': titled(m.profiles_fact_field_moved),
  'profile-field.closed': titled(m.profiles_fact_field_closed),
  'official-account.given': titled(m.profiles_fact_official_given),
  'official-account.taken-back': titled(m.profiles_fact_official_taken),
};
