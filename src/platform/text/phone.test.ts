import { describe, expect, it } from 'vitest';
import { FRENCH_PHONES, readMobile, writeMobile } from './phone.ts';

const read = (typed: string, countries: readonly string[] = FRENCH_PHONES) => {
  const mobile = readMobile(typed, countries);
  return typeof mobile === 'string' ? mobile : mobile.e164;
};

describe('a mobile number', () => {
  it('V5 is one number behind any spelling', () => {
    for (const typed of [
      '0612345678',
      ' 06 12 34 56 78 ',
      '06.12.34.56.78',
      '06-12-34-56-78',
      '06\u202f12\u00a034 56 78',
      '\u202a06 12 34 56 78\u202c',
      '(06) 12 34 56 78',
      '0033612345678',
      '00 33 6 12 34 56 78',
      '33612345678',
      '+33612345678',
      '+33 6 12 34 56 78',
      '+33(0)6 12 34 56 78',
      '+33 (0) 612345678',
      '+330612345678',
      '０６１２３４５６７８',
    ])
      expect(read(typed), typed).toBe('+33612345678');
  });

  it('V5 overseas: with or without its prefix, and with that of the mainland, one number', () => {
    for (const typed of [
      '0692 12 34 56',
      '+262 692 12 34 56',
      '+262 0692 12 34 56',
      '+33692123456',
    ])
      expect(read(typed), typed).toBe('+262692123456');
    expect(read('0690 12 34 56')).toBe('+590690123456');
    expect(read('0694 20 12 34')).toBe('+594694201234');
    expect(read('0696 20 12 34')).toBe('+596696201234');
    expect(read('+687 75 12 34')).toBe('+687751234');
    expect(read('+689 87 12 34 56')).toBe('+68987123456');
    expect(read('+508 55 12 34')).toBe('+508551234');
  });

  it('W10 what cannot be one person’s mobile is refused, each kind by its name', () => {
    const refused = {
      '': 'phone-missing',
      '01 23 45 67 89': 'phone-fixed',
      '+33 1 23 45 67 89': 'phone-fixed',
      '+262 262 12 34 56': 'phone-fixed',
      '0899 12 34 56': 'phone-premium',
      '0800 12 34 56': 'phone-premium',
      '0806 12 34 56': 'phone-premium',
      '+979 123 456 789': 'phone-premium',
      '09 12 34 56 78': 'phone-internet',
      '+882 16 12 34 567': 'phone-satellite',
      '+881 612 345 678': 'phone-satellite',
      '+870 773 111 632': 'phone-satellite',
      '+32 470 12 34 56': 'phone-country',
      '+1 212 555 12 34': 'phone-country',
      '06 12 34 56': 'phone-unreadable',
      '06 12 34 56 78 9': 'phone-unreadable',
      '0700 12 34 56': 'phone-unreadable',
      '3630': 'phone-unreadable',
      '17': 'phone-unreadable',
      '112': 'phone-unreadable',
      '0612345678 ext 5': 'phone-unreadable',
      '0612345678;ext=5': 'phone-unreadable',
      '0612345678,0612345679': 'phone-unreadable',
      six: 'phone-unreadable',
    };
    for (const [typed, refusal] of Object.entries(refused))
      expect(read(typed), typed).toBe(refusal);
  });

  it('other countries are a setting; the first is home', () => {
    const here = ['BE', 'FR'];
    expect(read('0470 12 34 56', here)).toBe('+32470123456');
    expect(read('+33 6 12 34 56 78', here)).toBe('+33612345678');
    expect(read('+44 7400 123456', here)).toBe('phone-country');
    expect(read('+1 212 555 1234', ['US'])).toBe('+12125551234');
    expect(writeMobile('+32470123456', here)).toBe('0470 12 34 56');
    expect(writeMobile('+33612345678', here)).toBe('+33 6 12 34 56 78');
    expect(writeMobile('+33612345678', FRENCH_PHONES)).toBe('06 12 34 56 78');
  });

  it('W9 a long line is refused before it is read', () => {
    for (const piece of ['0', '+', ' ', '(', '0 ', '.-'])
      expect(read(piece.repeat(500_000)), piece).toBe('phone-unreadable');
  });
});
