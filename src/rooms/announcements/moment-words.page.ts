import * as m from '../../paraglide/messages.js';
import type { Moment } from './moment.ts';

interface Words {
  name: () => string;
  /** When it leaves, as a rule. */
  when: () => string;
  subject: (inputs: { edition: string }) => string;
  /** What those who run the edition read. */
  office: (inputs: { edition: string; until: string }) => string;
  /** Its name in addresses. */
  segment: string;
}

/** Each moment as it is said in the office, and at the head of its letter. */
export const momentWords: Record<Moment, Words> = {
  'collection-opens': {
    name: m.announce_name_collection_opens,
    when: m.announce_when_collection_opens,
    subject: m.announce_subject_collection_opens,
    office: m.announce_office_collection_opens,
    segment: 'ouverture-de-la-collecte',
  },
  'collection-closes-soon': {
    name: m.announce_name_collection_closes_soon,
    when: m.announce_when_collection_closes_soon,
    subject: m.announce_subject_collection_closes_soon,
    office: m.announce_office_collection_closes_soon,
    segment: 'bientot-la-fin-de-la-collecte',
  },
  'collection-closed': {
    name: m.announce_name_collection_closed,
    when: m.announce_when_collection_closed,
    subject: m.announce_subject_collection_closed,
    office: m.announce_office_collection_closed,
    segment: 'fin-de-la-collecte',
  },
  'vote-opens': {
    name: m.announce_name_vote_opens,
    when: m.announce_when_vote_opens,
    subject: m.announce_subject_vote_opens,
    office: m.announce_office_vote_opens,
    segment: 'ouverture-du-vote',
  },
  'vote-closes-soon': {
    name: m.announce_name_vote_closes_soon,
    when: m.announce_when_vote_closes_soon,
    subject: m.announce_subject_vote_closes_soon,
    office: m.announce_office_vote_closes_soon,
    segment: 'bientot-la-fin-du-vote',
  },
  'vote-closed': {
    name: m.announce_name_vote_closed,
    when: m.announce_when_vote_closed,
    subject: m.announce_subject_vote_closed,
    office: m.announce_office_vote_closed,
    segment: 'fin-du-vote',
  },
  'results-out': {
    name: m.announce_name_results_out,
    when: m.announce_when_results_out,
    subject: m.announce_subject_results_out,
    office: m.announce_office_results_out,
    segment: 'resultat',
  },
};
