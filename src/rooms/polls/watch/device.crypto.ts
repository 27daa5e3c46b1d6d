import { openSealed, sealText } from '../../../platform/secrets/seal.ts';
import { MOST_VOTES } from './device.ts';

const PURPOSE = 'pb-device-v1';

/** What a browser keeps: always as long, so that nobody who looks at it reads how many voted there. */
export function sealDevice(key: Uint8Array, pollId: string, votes: number): string {
  const count = Math.min(votes, MOST_VOTES);
  return sealText(key, PURPOSE, `${pollId} ${String(count).padStart(3, '0')}`);
}

/** Votes that this browser has brought; 0: none, or a seal that is not ours or of another poll. */
export function openDevice(key: Uint8Array, pollId: string, sealed: string): number {
  const [poll, votes] = (openSealed(key, PURPOSE, sealed) ?? '').split(' ');
  return poll === pollId ? Number(votes) : 0;
}
