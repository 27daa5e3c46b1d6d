import { describe, expect, it } from 'vitest';
import { readBounce } from './bounce.ts';
import { isPatienceOver, isRefusedForGood, secondsToNextTry, stateOf } from './letter-fate.ts';

describe('the fate of a letter', () => {
  it('F6 an address or a text refused for good is not tried again; what is about us, or may pass, is', () => {
    expect(isRefusedForGood({ code: 'EENVELOPE', responseCode: 550 })).toBe(true);
    expect(isRefusedForGood({ code: 'EMESSAGE', responseCode: 554 })).toBe(true);
    expect(isRefusedForGood({ code: 'EENVELOPE', responseCode: 450 })).toBe(false);
    expect(isRefusedForGood({ code: 'EAUTH', responseCode: 535 })).toBe(false);
    expect(isRefusedForGood({ code: 'ECONNECTION' })).toBe(false);
    expect(isRefusedForGood({})).toBe(false);
  });

  it('F6 tries come at first soon, then every five minutes, for three days', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(secondsToNextTry)).toEqual([15, 30, 60, 120, 240, 300, 300]);
    const queuedAt = new Date('2026-11-19T10:00:00Z');
    expect(isPatienceOver({ queuedAt }, new Date('2026-11-22T09:59:59Z'))).toBe(false);
    expect(isPatienceOver({ queuedAt }, new Date('2026-11-22T10:00:00Z'))).toBe(true);
  });

  it('a letter that bounced after it was sent is undelivered', () => {
    const at = new Date();
    expect(stateOf({ sentAt: at, refusedAt: at, givenUpAt: null })).toBe('undelivered');
    expect(stateOf({ sentAt: at, refusedAt: null, givenUpAt: null })).toBe('sent');
    expect(stateOf({ sentAt: null, refusedAt: null, givenUpAt: null })).toBe('waiting');
  });
});

describe('what a mail server sends back', () => {
  const id = '0b7d0a52-6b1c-4a0e-9d86-3f1f5a8a1c11';
  const original = `From: Fleury <a@b.fr>\r\nMessage-ID: <letter-${id}@fleury.example>\r\n`;
  const report = (action: string, status: string) =>
    `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; x@y.fr\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n  No such user\r\n`;

  it('is read when it is for good and about a letter of ours', () => {
    expect(readBounce({ report: report('failed', '5.1.1'), original })).toEqual({
      letterId: id,
      failure: '550 5.1.1 No such user',
    });
  });

  it('is left aside when it is a delay, a success, or about somebody else’s mail', () => {
    expect(readBounce({ report: report('delayed', '4.4.1'), original })).toBeNull();
    expect(readBounce({ report: report('delivered', '2.0.0'), original })).toBeNull();
    expect(
      readBounce({ report: report('failed', '5.1.1'), original: 'Message-ID: <x@y>' }),
    ).toBeNull();
    expect(readBounce({ report: '', original: '' })).toBeNull();
  });
});
