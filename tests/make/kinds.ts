/** One poll of each kind that a voter can meet, over projects of an edition or over people and questions. */
import type { Envelope, GroupLimit, PollSettings } from '../../src/rooms/polls/settings.ts';
import type { BallotKind } from '../../src/rooms/tally/index.ts';
import type { TestSite } from '../site-client.ts';
import { type MadePoll, makePoll, type PollOptions } from './polls.ts';

export type KindName =
  | 'approval'
  | 'choose-one'
  | 'knapsack'
  | 'cumulative'
  | 'scoring'
  | 'ordinal'
  | 'stv'
  | 'judgment'
  | 'yes-no'
  | 'districts';

export const KIND_NAMES: readonly KindName[] = [
  'approval',
  'choose-one',
  'knapsack',
  'cumulative',
  'scoring',
  'ordinal',
  'stv',
  'judgment',
  'yes-no',
  'districts',
];

const MENTIONS = ['Coup de cœur', 'J’aime bien', 'Pourquoi pas', 'Je ne suis pas convaincu·e'];

const PEOPLE = ['Adèle Fontaine', 'Bruno Keller', 'Chloé Diallo', 'Driss Benali'];
const QUESTIONS = [
  'Faut-il fermer la rue de l’école aux voitures le matin ?',
  'Faut-il garder le marché du dimanche sur la place ?',
  'Faut-il éteindre l’éclairage public de minuit à cinq heures ?',
];

const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  key: 'A',
  label: '',
  amount: 900_000,
  oneOf: false,
  minimumChoices: 0,
  maximumChoices: 5,
  limits: {},
  leftTo: null,
  ...more,
});

/** Districts of the projects of a poll, in turn. */
const DISTRICTS = ['', 'Centre', 'Nord'];

interface Terms {
  kind: BallotKind;
  least?: number;
  most?: number;
  settings?: Partial<PollSettings>;
  rule?: 'greedy' | 'points' | 'borda' | 'stv' | 'majority-judgment' | 'yes-no';
  labels?: readonly string[];
}

/** Terms over `size` projects that cost 1 000 €, 2 000 €, 3 000 €… */
function termsOf(name: KindName, size: number): Terms {
  const all = envelope({ maximumChoices: size });
  switch (name) {
    case 'approval':
      return { kind: 'approval', most: 3 };
    case 'choose-one':
      return { kind: 'choose-one', most: 1 };
    case 'knapsack': {
      const limits = { maxSumCost: 600_000, minSumCost: 200_000 };
      return {
        kind: 'approval',
        most: size,
        settings: { envelopes: [envelope({ maximumChoices: size, limits })] },
      };
    }
    case 'cumulative':
      return {
        kind: 'cumulative',
        most: size,
        rule: 'points',
        settings: { envelopes: [{ ...all, limits: { maxSumPoints: 10, maxPoints: 5 } }] },
      };
    case 'scoring':
      return {
        kind: 'scoring',
        most: size,
        rule: 'points',
        settings: { envelopes: [{ ...all, limits: { maxPoints: 4 } }] },
      };
    case 'ordinal':
      return {
        kind: 'ordinal',
        most: 3,
        rule: 'borda',
        settings: { envelopes: [envelope({ maximumChoices: 3 })] },
      };
    case 'stv':
      return {
        kind: 'ordinal',
        most: PEOPLE.length,
        rule: 'stv',
        labels: PEOPLE,
        settings: { subject: 'people', seats: 2, envelopes: [envelope({ amount: 0 })] },
      };
    case 'judgment':
      return {
        kind: 'judgment',
        most: size,
        rule: 'majority-judgment',
        settings: { mentions: MENTIONS, defaultGrade: 0, envelopes: [all] },
      };
    case 'yes-no':
      return {
        kind: 'yes-no',
        most: QUESTIONS.length,
        rule: 'yes-no',
        labels: QUESTIONS,
        settings: { subject: 'questions', envelopes: [envelope({ amount: 0 })] },
      };
    case 'districts':
      return {
        kind: 'approval',
        most: 4,
        settings: {
          envelopes: [
            envelope({ key: 'V', label: 'Toute la ville', minimumChoices: 1, maximumChoices: 2 }),
            envelope({ key: 'C', label: 'Centre', oneOf: true, maximumChoices: 2 }),
            envelope({ key: 'N', label: 'Nord', oneOf: true, maximumChoices: 2 }),
          ],
          groups: [SPORT],
        },
      };
  }
}

/** The first category of the editions that tests make. */
export const SPORT: GroupLimit = {
  by: 'category',
  name: 'Sport',
  minimum: 1,
  maximum: 2,
};

/** A poll of this kind, open now, over so many projects. */
export function makeKind(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  name: KindName,
  { size = 5, ...options }: PollOptions & { size?: number; settings?: Partial<PollSettings> } = {},
): Promise<MadePoll> {
  const { kind, least = 1, most = 3, settings, ...terms } = termsOf(name, size);
  return makePoll(site, {
    costs: Array.from({ length: size }, (_, at) => 100_000 * ((at % 12) + 1)),
    ...(name === 'districts' && { districts: DISTRICTS }),
    ...options,
    terms: {
      kind,
      minimumChoices: least,
      maximumChoices: most,
      ...terms,
      settings: { ...settings, ...options.settings },
    },
  });
}
