import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { CodeForm, ProofForm, ProofState } from '../index.page.ts';
import { CODE_FIELD, PROOF_FIELDS } from '../index.ts';
import {
  checkAddress,
  daysBetween,
  readCursor,
  readDecision,
  refuseSending,
  writeCursor,
} from './proof.ts';
import { proofProblems } from './words.page.ts';

const typed = (more: object) => ({ decision: '', reason: '', words: '', ...more });

describe('R53 a decision', () => {
  it('accepts, or refuses for a reason, in words where the list has none', () => {
    expect(readDecision(typed({ decision: 'accepter', reason: 'other' }))).toEqual({
      ok: true,
      decision: { kind: 'accepted' },
    });
    const refuse = (more: object) => readDecision(typed({ decision: 'refuser', ...more }));
    expect(refuse({ reason: 'unreadable' })).toEqual({
      ok: true,
      decision: { kind: 'refused', reason: 'unreadable', words: '' },
    });
    expect(readDecision(typed({}))).toEqual({ ok: false, refusal: 'decision-missing' });
    expect(refuse({})).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(refuse({ reason: 'toString' })).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(refuse({ reason: 'other' })).toEqual({ ok: false, refusal: 'words-missing' });
    expect(refuse({ reason: 'other', words: 'é'.repeat(501) })).toEqual({
      ok: false,
      refusal: 'words-too-long',
    });
  });
});

describe('another document', () => {
  it('may be sent after a refusal, three in all', () => {
    const [waiting, accepted, refused] = [null, 'accepted', 'refused'].map((decision) => ({
      decision,
    }));
    expect(refuseSending([])).toBeNull();
    expect(refuseSending([refused!, refused!])).toBeNull();
    expect(refuseSending([refused!, refused!, refused!])).toBe('proofs-spent');
    expect(refuseSending([refused!, waiting!])).toBe('proof-waiting');
    expect(refuseSending([accepted!])).toBe('proof-accepted');
  });

  it('comes with an address', () => {
    expect(checkAddress(' \n')).toBe('address-missing');
    expect(checkAddress('x'.repeat(301))).toBe('address-too-long');
    expect(checkAddress('1 rue')).toBeNull();
  });
});

it('the place in the queue is a day and an id, or nothing', () => {
  const cursor = { day: '2026-11-22', id: '3f0e8c7a-1b2c-4d5e-8f90-123456789abc' };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  for (const text of [
    '',
    'x',
    `2026-02-31_${cursor.id}`,
    `2026-13-01_${cursor.id}`,
    '2026-11-22_x',
    "2026-11-22_'",
  ])
    expect(readCursor(text), text).toBeNull();
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

describe('what voters see', () => {
  it('every refusal has words, beside its field, and what was typed comes back escaped (W1)', () => {
    for (const words of Object.values(proofProblems)) expect(words().length).toBeGreaterThan(10);
    const html = renderToString(
      <ProofForm
        action="/a"
        asksEmail
        typed={{
          names: '"<b>',
          birth: { day: '31', month: '2', year: '1990' },
          address: '<i>',
          email: 'x',
        }}
        refusals={{
          names: 'names-missing',
          birth: 'birth-not-a-date',
          address: 'address-missing',
          email: 'email-unreadable',
          file: 'pdf-active',
        }}
      />,
    );
    for (const field of Object.values(PROOF_FIELDS)) expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('&quot;&lt;b>');
    expect(html).not.toContain('<b>');
    expect(html).toContain('enctype="multipart/form-data"');
    expect(renderToString(<ProofForm action="/a" asksEmail={false} />)).not.toContain('courriel');
  });

  it('the state says what to do next', () => {
    const show = (decision: Parameters<typeof ProofState>[0]['decision']) =>
      renderToString(<ProofState decision={decision} next="/suite" again="/encore" />);
    expect(show('waiting')).toContain('bien reçu');
    expect(show({ accepted: [], birthDate: '1990-01-01', livesHere: true })).toContain('/suite');
    const refused = { refused: 'other', words: 'Page 2 <absente>', attemptsLeft: 1 } as const;
    expect(show(refused)).toContain('/encore');
    expect(show(refused)).toContain('Page 2 &lt;absente>');
    expect(show({ ...refused, attemptsLeft: 0 })).not.toContain('/encore');
  });

  it('A4 the form of a code takes a pasted one, and says nothing of which are good (W10)', () => {
    const html = renderToString(<CodeForm action="/a" typed="x" refusal="code-refused" />);
    expect(html).toContain(`href="#${CODE_FIELD}"`);
    expect(/<input[^>]*>/.exec(html)![0]).not.toMatch(/maxlength|pattern|onpaste/i);
    expect(html).toContain('ne donne pas le droit de voter ici');
  });
});
