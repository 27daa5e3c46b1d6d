import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCanonical as ours, sha256 as oursSha } from '../../src/rooms/polls/box/box.crypto.ts';
import { growTree, rootOf } from '../../src/rooms/polls/box/merkle.ts';
import { writeTrackingCode } from '../../src/rooms/polls/receipt/tracking-code.ts';
import { findRoot } from '../../src/verifier/merkle.ts';
import { compareProfiles, gradeAt } from '../../src/verifier/recount/judgment.ts';
import { fromHex, sha256, toHex } from '../../src/verifier/sha256.ts';
import { writeCanonical } from '../../src/verifier/shape.ts';
import { readBase64Url } from '../../src/verifier/signature.ts';
import { readTrackingCode, writeTrackingCode as spell } from '../../src/verifier/tracking-code.ts';
import { compareLiterally, fullTallies, readOutOneByOne } from '../make/judgments.ts';

/** What the verifier writes anew, against what others wrote: Node's, a library's, the house's. */
describe('V9 the parts of the verifier', () => {
  test('SHA-256 of any bytes, in any number of parts', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), (parts) => {
        const hash = createHash('sha256');
        for (const part of parts) hash.update(part);
        expect(toHex(sha256(...parts))).toBe(hash.digest('hex'));
      }),
    );
    const large = new Uint8Array(1_000_000).fill(97);
    expect(toHex(sha256(large))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  test('canonical JSON of any value, keys that are nothing special included', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = JSON.parse(JSON.stringify(value)) as unknown;
        expect(writeCanonical(read)).toBe(ours(read));
      }),
    );
    expect(writeCanonical(JSON.parse('{"b":1,"__proto__":{"a":2},"a":1e21}'))).toBe(
      '{"__proto__":{"a":2},"a":1e+21,"b":1}',
    );
  });

  test('hexadecimal, base64url and tracking codes, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(readBase64Url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
        const code = writeTrackingCode(bytes);
        expect(readTrackingCode(code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(
          toHex(bytes),
        );
        expect(spell(bytes).replaceAll(' ', '')).toBe(code);
      }),
    );
    expect(readTrackingCode('Z'.repeat(52))).toBe(null);
  });

  test('the root over any number of leaves', () => {
    const leaves = Array.from({ length: 70 }, (_, at) => sha256(Uint8Array.of(at)));
    for (let count = 0; count <= leaves.length; count += 1) {
      const some = leaves.slice(0, count);
      expect(findRoot(some)).toBe(toHex(rootOf(oursSha, growTree(oursSha, some))));
    }
  });

  test('R176 majority judgment as if every judgment were taken out one by one', () => {
    fc.assert(
      fc.property(fullTallies, (tallies) => {
        for (const one of tallies) {
          readOutOneByOne(one).forEach((grade, step) => {
            expect(gradeAt(one, step)).toBe(grade);
          });
          for (const other of tallies)
            expect(Math.sign(compareProfiles(one, other))).toBe(
              Math.sign(compareLiterally(one, other)),
            );
        }
      }),
    );
    // a hundred thousand judges, and ten billion, in no time
    expect(compareProfiles([50_000, 0, 50_000], [49_999, 2, 49_999])).toBeGreaterThan(0);
    expect(compareProfiles([5e9, 5e9], [5e9 + 1, 5e9 - 1])).toBeLessThan(0);
  });
});
