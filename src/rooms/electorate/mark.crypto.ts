import { createHmac } from 'node:crypto';
import type { Mark, WrittenMark } from './mark.ts';

/**
 * A mark of one poll. Without the roll key nobody finds a person by it, and those of two polls cannot be
 * compared. A mailbox and an account are written as they were before there were other marks.
 */
export function writeMark(rollKey: Uint8Array, pollId: string, { kind, value }: Mark): WrittenMark {
  const texts: Partial<Record<Mark['kind'], string>> = {
    mailbox: `${pollId}\n${value}`,
    account: `pb-voter-v1\n${pollId}\n${value}`,
  };
  const text = texts[kind] ?? `pb-mark-v1\n${pollId}\n${kind}\n${value}`;
  return { kind, mark: createHmac('sha256', rollKey).update(text).digest('hex') };
}
