import { describe, expect, it } from 'vitest';
import { makeBallotTerms, makeEnvelope } from '../../../../tests/make/terms.ts';
import { readAlike, readKeyed } from './keyed-ballot.ts';

const mentions = ['Oui !', 'Pourquoi pas', 'Non'];
const judgment = makeBallotTerms({
  kind: 'judgment',
  maximumChoices: 5,
  settings: { mentions },
});
const yesNo = makeBallotTerms({ kind: 'yes-no', maximumChoices: 5 });
const points = makeBallotTerms({
  kind: 'cumulative',
  settings: { envelopes: [makeEnvelope({ limits: { maxSumPoints: 10, maxPoints: 5 } })] },
});

const valid = (choices: unknown) => ({ ok: true, ballot: { kind: 'valid', choices } });
const refused = (refusal: string, found: string) => ({ ok: false, refusal, found });

describe('R54 what is typed for one paper', () => {
  it('R54 numbers, points, ranks, mentions and answers, however they are parted', () => {
    expect(readKeyed(makeBallotTerms(), ' 3 1,2 ')).toEqual(valid(['01', '02', '03']));
    expect(readKeyed(makeBallotTerms({ kind: 'ordinal' }), '3 1 2')).toEqual(
      valid(['03', '01', '02']),
    );
    expect(readKeyed(points, '4:5 1:3')).toEqual(
      valid([
        ['01', 3],
        ['04', 5],
      ]),
    );
    const judged = valid([
      ['01', 2],
      ['02', 1],
      ['04', 0],
    ]);
    expect(readKeyed(judgment, '1 2 - 3 -')).toEqual(judged);
    expect(readKeyed(judgment, '12-3-')).toEqual(judged);
    expect(readKeyed(judgment, '4:3 1:1 2:2')).toEqual(judged);
    const answered = valid([
      ['01', 1],
      ['02', 0],
    ]);
    expect(readKeyed(yesNo, 'ONbbb')).toEqual(answered);
    expect(readKeyed(yesNo, 'y n b b b')).toEqual(answered);
  });

  it('R54 what says nothing is blank, what the poll does not allow is void', () => {
    const blank = { ok: true, ballot: { kind: 'blank' } };
    expect(readKeyed(makeBallotTerms(), 'Blanc')).toEqual(blank);
    expect(readKeyed(yesNo, 'bbbbb')).toEqual(blank);
    expect(readKeyed(judgment, '-----')).toEqual(blank);
    expect(readKeyed(makeBallotTerms(), 'nul 2')).toEqual({
      ok: true,
      ballot: { kind: 'void', reason: 'unreadable' },
    });
    expect(readKeyed(makeBallotTerms(), '1 2 3 4')).toMatchObject({
      ok: true,
      ballot: { kind: 'void', reason: 'not-allowed', refused: { refusal: 'too-many-choices' } },
    });
    expect(readKeyed(points, '1:5 2:5 3:5')).toMatchObject({
      ballot: { kind: 'void', refused: { refusal: 'points-sum-over-max' } },
    });
  });

  it('R54 a slip of the fingers is typed again, never counted', () => {
    const approval = makeBallotTerms();
    expect(readKeyed(approval, '  ')).toEqual(refused('nothing-typed', ''));
    expect(readKeyed(approval, 'nul')).toEqual(refused('void-without-reason', 'nul'));
    expect(readKeyed(approval, 'nul 9')).toEqual(refused('void-without-reason', 'nul 9'));
    expect(readKeyed(approval, '1 9')).toEqual(refused('number-unknown', '9'));
    expect(readKeyed(approval, '1 1')).toEqual(refused('number-twice', '1'));
    expect(readKeyed(approval, '1 x')).toEqual(refused('unreadable', 'x'));
    expect(readKeyed(approval, '1:2')).toEqual(refused('unreadable', '1:2'));
    expect(readKeyed(points, '1')).toEqual(refused('unreadable', '1'));
    expect(readKeyed(judgment, '1 2 3')).toEqual(refused('answers-missing', '3'));
    expect(readKeyed(judgment, '12345')).toEqual(refused('answer-unknown', '4'));
    expect(readKeyed(judgment, '0----')).toEqual(refused('answer-unknown', '0'));
    expect(readKeyed(yesNo, 'oo')).toEqual(refused('answers-missing', '1'));
    expect(readKeyed(yesNo, '1:o 1:n')).toEqual(refused('number-twice', '1'));
    expect(readKeyed(approval, '1 '.repeat(3000))).toEqual(refused('too-long', ''));
  });

  it('R54 two void papers are alike whatever the reason; the order matters only where it is the vote', () => {
    const read = (typed: string, terms = makeBallotTerms()) => {
      const one = readKeyed(terms, typed);
      if (!one.ok) throw new Error(one.refusal);
      return one.ballot;
    };
    const ranked = makeBallotTerms({ kind: 'ordinal' });
    expect(readAlike(read('nul 1'), read('1 2 3 4'))).toBe(true);
    expect(readAlike(read('1 2'), read('2 1'))).toBe(true);
    expect(readAlike(read('1 2', ranked), read('2 1', ranked))).toBe(false);
    expect(readAlike(read('blanc'), read('nul 1'))).toBe(false);
    expect(readAlike(read('1'), read('blanc'))).toBe(false);
  });
});
