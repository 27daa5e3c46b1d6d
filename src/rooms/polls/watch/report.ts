import type { PollState } from '../poll.ts';
import type { CadenceSignal, HourCount } from './cadence.ts';
import type { CountedRefusal } from './counting.ts';
import type { DeviceStep } from './device.ts';
import type { SameBallots, SingleBlock } from './patterns.ts';

/** What the office reads before it proclaims anything (R190). */
export interface WatchReport {
  /** In order of time. */
  hours: readonly HourCount[];
  cadence: readonly CadenceSignal[];
  /** How many devices stand at each step, fewest votes first. */
  devices: readonly { step: DeviceStep; devices: number }[];
  /** Devices that brought six votes or more. */
  sharedDevices: number;
  refusals: ReadonlyMap<CountedRefusal, number>;
  /** Names of the points of vote, by id. */
  points: ReadonlyMap<string, string>;
  /** null: the box is not sealed, nor opened where its ballots are encrypted, and nothing in it may be read (V15). */
  ballots: { singles: readonly SingleBlock[]; same: readonly SameBallots[] } | null;
}

/** Whether the office may look at what ballots hold. */
export function revealsChoices(state: PollState): boolean {
  return state === 'sealed' || state === 'counted' || state === 'published';
}
