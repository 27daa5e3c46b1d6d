import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Admission, type Method, usualAdmission } from '../electorate/index.ts';
import { commit, fromHex, type Hash, toHex } from './box/commitment.ts';
import { refuseVoter, type VoterFacts } from './box/eligibility.ts';
import { findLeaf, followProof, growTree, proveLeaf, rootOf } from './box/merkle.ts';
import { type Act, pollState } from './poll.ts';
import { readTrackingCode, writeTrackingCode } from './receipt/tracking-code.ts';
import { readVotingDays, titleArchive } from './recount/pabulib-archive.ts';

const hash: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a commitment', () => {
  it('tells two ballots apart, and hides the same choices under two nonces', () => {
    fc.assert(
      fc.property(bytes32, bytes32, bytes32, (manifest, one, other) => {
        fc.pre(toHex(one) !== toHex(other));
        const of = (choices: string, nonce: Uint8Array) =>
          toHex(commit(hash, manifest, choices, nonce));
        expect(of('["01"]', one)).not.toBe(of('["01"]', other));
        expect(of('["01"]', one)).not.toBe(of('["02"]', one));
        expect(of('["01"]', one)).toBe(of('["01"]', one));
      }),
    );
    expect(toHex(commit(hash, new Uint8Array(32), '["1"]', new Uint8Array(32)))).toBe(
      createHash('sha256')
        .update('pb-ballot-v1')
        .update(Buffer.alloc(32))
        .update('["1"]')
        .update(Buffer.alloc(32))
        .digest('hex'),
    );
    expect(() => commit(hash, new Uint8Array(31), '[]', new Uint8Array(32))).toThrow(RangeError);
  });

  it('reads back as people type it', () => {
    fc.assert(
      fc.property(bytes32, (commitment) => {
        const code = writeTrackingCode(commitment);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{52}$/);
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        const grouped = typed.match(/.{1,4}/g)!.join(' ');
        expect(toHex(readTrackingCode(grouped)!)).toBe(toHex(commitment));
        expect(fromHex(toHex(commitment))).toEqual(commitment);
      }),
    );
    for (const wrong of ['', 'A'.repeat(51), 'A'.repeat(53), 'U'.repeat(52), 'Z'.repeat(52)])
      expect(readTrackingCode(wrong)).toBeNull();
  });
});

describe('the tree of a box', () => {
  const leavesOf = (seeds: Uint8Array[]) =>
    seeds.map((seed) => Buffer.from(hash(seed))).sort(Buffer.compare);

  it('leads from every leaf to the root, and from nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(bytes32, { minLength: 1, maxLength: 40, selector: toHex }),
        (seeds) => {
          const leaves = leavesOf(seeds);
          const tree = growTree(hash, leaves);
          const root = toHex(rootOf(hash, tree));
          leaves.forEach((leaf, position) => {
            const steps = proveLeaf(tree, position);
            expect(toHex(followProof(hash, leaf, steps))).toBe(root);
            expect(toHex(followProof(hash, hash(leaf), steps))).not.toBe(root);
            expect(findLeaf(leaves, leaf)).toBe(position);
          });
          expect(findLeaf(leaves, hash(Buffer.from('absent')))).toBe(-1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes with any leaf, and with their order', () => {
    const leaves = leavesOf([1, 2, 3, 4, 5].map((seed) => Uint8Array.of(seed)));
    const rootOver = (some: Uint8Array[]) => toHex(rootOf(hash, growTree(hash, some)));
    const root = rootOver(leaves);
    expect(rootOver(leaves.slice(1))).not.toBe(root);
    expect(rootOver([...leaves.slice(1), leaves[0]!])).not.toBe(root);
    expect(rootOver([...leaves, leaves[4]!])).not.toBe(root);
    expect(rootOver([])).toBe(createHash('sha256').digest('hex'));
    expect(() => proveLeaf(growTree(hash, leaves), 5)).toThrow(RangeError);
    expect(() => proveLeaf([], 0)).toThrow(RangeError);
  });

  it('is that of RFC 6962: its recursive definition gives the same root', () => {
    const defined = (leaves: Uint8Array[]): Uint8Array => {
      if (leaves.length === 1) return hash(Buffer.concat([Buffer.of(0), leaves[0]!]));
      let half = 1;
      while (half * 2 < leaves.length) half *= 2;
      return hash(
        Buffer.concat([Buffer.of(1), defined(leaves.slice(0, half)), defined(leaves.slice(half))]),
      );
    };
    for (let size = 1; size <= 33; size += 1) {
      const leaves = leavesOf(Array.from({ length: size }, (_, seed) => Uint8Array.of(seed)));
      expect(toHex(rootOf(hash, growTree(hash, leaves)))).toBe(toHex(defined(leaves)));
    }
  });
});

describe('who may vote', () => {
  const settings = { admission: usualAdmission };
  const town = { minimumAge: 16, residenceRequired: true, settings };
  const voter: VoterFacts = {
    hasAccount: true,
    held: new Set(['email', 'declaration']),
    birthDate: '2010-11-22',
    livesHere: true,
  };

  it('R69 W17 is of age on the day, to the day', () => {
    expect(refuseVoter(town, voter, '2026-11-22')).toBeNull();
    expect(refuseVoter(town, voter, '2026-11-21')).toBe('too-young');
    const leap = { ...voter, birthDate: '2012-02-29' };
    expect(refuseVoter(town, leap, '2028-02-28')).toBe('too-young');
    expect(refuseVoter(town, leap, '2028-02-29')).toBeNull();
    expect(refuseVoter(town, { ...voter, birthDate: '2026-11-23' }, '2026-11-22')).toBe(
      'too-young',
    );
  });

  it('R69 has a confirmed account, and lives here where that is asked', () => {
    const day = '2030-01-01';
    const only = (...held: Method[]) => ({ ...voter, held: new Set(held) });
    expect(refuseVoter(town, { ...voter, hasAccount: false }, day)).toBe('account-not-confirmed');
    expect(refuseVoter(town, only('email'), day)).toBe('identity-not-declared');
    expect(refuseVoter(town, only('declaration'), day)).toBe('method-missing');
    expect(refuseVoter(town, { ...voter, birthDate: null }, day)).toBe('identity-not-declared');
    expect(refuseVoter(town, { ...voter, livesHere: null }, day)).toBe('identity-not-declared');
    expect(refuseVoter(town, { ...voter, livesHere: false }, day)).toBe('not-a-resident');
    const anyone = { ...town, residenceRequired: false };
    expect(refuseVoter(anyone, { ...voter, livesHere: false }, day)).toBeNull();
  });

  it('R53 R105 has proven what the poll asks for: all of these, and one of those; the desk stands for all', () => {
    const day = '2030-01-01';
    const admission = {
      required: ['declaration'],
      oneOf: ['sms', 'code'],
      withoutAccount: true,
    } satisfies Admission;
    const poll = { ...town, settings: { admission } };
    const with_ = (held: Method[], more: Partial<VoterFacts> = {}) =>
      refuseVoter(poll, { ...voter, hasAccount: false, held: new Set(held), ...more }, day);
    expect(with_(['declaration'])).toBe('method-missing');
    expect(with_(['sms'])).toBe('identity-not-declared');
    expect(with_(['declaration', 'sms'])).toBeNull();
    expect(with_(['declaration', 'sms'], { birthDate: '2020-01-01' })).toBe('too-young');
    expect(with_(['declaration', 'sms'], { livesHere: false })).toBe('not-a-resident');
    // whoever was sent a code was found by the town
    expect(with_(['declaration', 'code'], { livesHere: null, birthDate: null })).toBeNull();
    expect(with_(['desk'], { livesHere: null, birthDate: null })).toBeNull();
    expect(with_(['desk'], { birthDate: '2020-01-01' })).toBe('too-young');
  });
});

describe('the state of a poll', () => {
  const dates = {
    opensAt: new Date('2026-11-01T08:00:00Z'),
    closesAt: new Date('2026-11-30T17:00:00Z'),
  };
  const act = (kind: Act['kind']): Act => ({ kind, by: null, at: dates.opensAt, detail: {} });

  it('R52 V4 is decided by its dates, to the millisecond, until an act says more', () => {
    const state = (at: string, ...acts: Act[]) => pollState({ ...dates, acts }, new Date(at));
    expect(state('2026-11-01T07:59:59.999Z')).toBe('waiting');
    expect(state('2026-11-01T08:00:00.000Z')).toBe('open');
    expect(state('2026-11-30T16:59:59.999Z')).toBe('open');
    expect(state('2026-11-30T17:00:00.000Z')).toBe('closed');
    expect(state('2026-12-01T00:00:00Z', act('opened'), act('sealed'))).toBe('sealed');
    expect(state('2026-12-01T00:00:00Z', act('sealed'), act('counted'))).toBe('counted');
    expect(state('2026-11-10T00:00:00Z', act('locked'))).toBe('locked');
  });
});

describe('an archive', () => {
  it('is named and dated by what its file says', () => {
    const meta = new Map([
      ['unit', 'Toulouse'],
      ['instance', '2019'],
      ['date_begin', '11.09.2019'],
      ['date_end', '15.10.2019'],
    ]);
    expect(titleArchive(meta, 'x')).toBe('Toulouse 2019');
    expect(titleArchive(new Map(), 'fichier')).toBe('fichier');
    expect(readVotingDays(meta)).toEqual({
      opensAt: new Date('2019-09-11T00:00:00Z'),
      closesAt: new Date('2019-10-16T00:00:00Z'),
    });
    expect(readVotingDays(new Map([['date_begin', '2020']]))?.closesAt).toEqual(
      new Date('2021-01-01T00:00:00Z'),
    );
    expect(readVotingDays(new Map([['date_begin', '31.02.2020']]))).toBeNull();
  });
});
