/** A code by SMS: six digits that prove, for one poll, that somebody holds a telephone (W10). */
import type { Mark } from '../mark.ts';

/** What a right code proves: the number in E.164. */
export type PhoneMark = Mark & { kind: 'phone' };

/** Why no code is sent, beside what is wrong with the number itself. */
export type AskRefusal = 'phone-too-often' | 'phone-busy';

/** `code-refused` is said of a wrong, ended, used, unknown and spent code alike. */
export type CodeRefusal = 'code-missing' | 'code-unreadable' | 'code-refused' | 'code-too-often';

/** Names of the fields, as the two forms send them. */
export const PHONE_FIELDS = { phone: 'telephone', code: 'code-sms' } as const;

export const CODE_MINUTES = 10;
/** Five tries of a million codes; five codes an hour: one guess in forty thousand. */
export const CODE_TRIES = 5;

const MINUTE = 60;
const HOUR = 3600;

/** Messages to one number, whoever asks and wherever. */
export const NUMBER_LIMITS = [
  { hits: 5, seconds: HOUR },
  { hits: 20, seconds: 24 * HOUR },
];

/** Messages to a thousand numbers that follow each other: bought in a block, they are pumped together. */
export const BLOCK_LIMIT = { hits: 20, seconds: HOUR };

/** One network address is a school, a library, half a mobile operator: wide, but not for a machine. */
export const NETWORK_LIMITS = [
  { hits: 10, seconds: MINUTE },
  { hits: 100, seconds: HOUR },
];

/** Codes typed from one network address, right and wrong. */
export const TYPED_LIMIT = { hits: 60, seconds: MINUTE };

/** The six digits of a code, however they were pasted: `123 456`, `123-456`. null when it is none. */
export function readSmsCode(typed: string): string | null {
  const digits = typed.slice(0, 100).replaceAll(/[\s\u00a0\u202f.-]/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** As it is read aloud: two groups of three. */
export function formatSmsCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** What neighbours share: one address, or the half of an IPv6 address that a household receives whole. */
export function networkOf(address: string): string {
  const bare = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
