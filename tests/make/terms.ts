import type { BallotTerms } from '../../src/rooms/polls/ballot/ballot.ts';
import type { Option } from '../../src/rooms/polls/poll.ts';
import { type Envelope, type PollSettings, usualSettings } from '../../src/rooms/polls/settings.ts';

/** Options of 100 € each in one envelope, '01', '02'…, unless told otherwise by key. */
export function makeOptions(
  count: number,
  differing: Readonly<Record<string, Partial<Option>>> = {},
): Option[] {
  return Array.from({ length: count }, (_, at) => {
    const key = String(at + 1).padStart(2, '0');
    return {
      key,
      kind: 'project',
      targetId: key,
      label: `Projet ${key}`,
      cost: 100_00,
      envelope: 'A',
      zone: null,
      category: null,
      holder: null,
      depositedAt: null,
      ...differing[key],
    };
  });
}

/** A poll of one to three choices among five, unless told otherwise. */
export function makeBallotTerms(
  differing: Partial<Omit<BallotTerms, 'settings'>> & { settings?: Partial<PollSettings> } = {},
): BallotTerms {
  const { settings, ...terms } = differing;
  const { minimumChoices = 1, maximumChoices = 3 } = terms;
  return {
    kind: 'approval',
    minimumChoices,
    maximumChoices,
    options: makeOptions(5),
    ...terms,
    settings: {
      ...usualSettings({ amount: 1000_00, minimumChoices, maximumChoices }),
      ...settings,
    },
  };
}

export function makeEnvelope(differing: Partial<Envelope> = {}): Envelope {
  return {
    key: 'A',
    label: '',
    amount: 1000_00,
    oneOf: false,
    minimumChoices: 0,
    maximumChoices: 5,
    limits: {},
    leftTo: null,
    ...differing,
  };
}
