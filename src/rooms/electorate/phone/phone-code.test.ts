import { describe, expect, it } from 'vitest';
import { formatSmsCode, networkOf, readSmsCode } from './phone-code.ts';

describe('a code as it is typed', () => {
  it('A4 is pasted with its spaces, hyphens and dots', () => {
    for (const typed of [
      '123456',
      ' 123 456 ',
      '123-456',
      '123.456',
      '123\u202f456',
      '1 2 3 4 5 6',
    ])
      expect(readSmsCode(typed), typed).toBe('123456');
    expect(readSmsCode(formatSmsCode('000042'))).toBe('000042');
  });

  it('W10 anything else is no code', () => {
    for (const typed of [
      '',
      '12345',
      '1234567',
      'abcdef',
      '12345a',
      '١٢٣٤٥٦',
      '1'.repeat(1_000_000),
    ])
      expect(readSmsCode(typed), typed.slice(0, 20)).toBeNull();
  });
});

it('W10 one network: an address, or the first half of an IPv6 address however it is written', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  const home = networkOf('2001:db8:0:1::1');
  expect(home).toBe('2001:db8:0:1');
  for (const same of [
    '2001:DB8:0:1:aaaa:bbbb:cccc:dddd',
    '2001:0db8:0000:0001::',
    '2001:db8::1:0:0:0:7',
  ])
    expect(networkOf(same), same).toBe(home);
  expect(networkOf('2001:db8:0:2::1')).not.toBe(home);
  expect(networkOf('::1')).toBe('0:0:0:0');
});
