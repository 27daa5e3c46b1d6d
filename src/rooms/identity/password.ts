/**
 * What a password must be: long enough, and not among the first that a stranger tries. No rule about
 * capitals, digits or signs: they make passwords worse (NIST SP 800-63B, CNIL 2022-100).
 */

export type PasswordRefusal =
  | 'password-missing'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-personal';

const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** `own`: what everyone knows of the person (name, nickname, address); none of it may be the password. */
export function checkPassword(password: string, own: readonly string[]): PasswordRefusal | null {
  if (password === '') return 'password-missing';
  const length = [...password].length;
  if (length > PASSWORD_LENGTH.most) return 'password-too-long';
  if (length < PASSWORD_LENGTH.least) return 'password-too-short';
  const plain = asPlain(password);
  if (own.some((word) => isOwn(plain, word))) return 'password-personal';
  if (isRepeated(plain) || isRun(plain) || COMMON.has(plain)) return 'password-common';
  return null;
}

function asPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\s]/gu, '')
    .toLowerCase();
}

function isOwn(plain: string, word: string): boolean {
  const known = asPlain(word);
  return known !== '' && (plain === known || plain === known.split('@')[0]);
}

/** `aaaaaaaaaa`, `1212121212`, `abcabcabcabc`: a short piece over and over. */
function isRepeated(plain: string): boolean {
  return [1, 2, 3, 4].some((size) => {
    const piece = plain.slice(0, size);
    return piece.repeat(Math.ceil(plain.length / size)).slice(0, plain.length) === plain;
  });
}

/** A walk along the alphabet, the digits or a row of keys, in either direction. */
function isRun(plain: string): boolean {
  const backwards = [...plain].reverse().join('');
  return ROWS.some((row) => row.includes(plain) || row.includes(backwards));
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '012345678901234567890123456789',
  '123456789012345678901234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2z3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujm',
  'aqwzsxedcrfvtgbyhnuj',
];

/** Of ten letters or more, in French and English, from public lists of leaked passwords; without accents. */
const COMMON = new Set(
  `motdepasse1 motdepasse12 motdepasse123 motdepasse1234 motdepasse! monmotdepasse lemotdepasse
  motdepasse mot2passe00 bonjour123 bonjour1234 bonjour12345 bonjourbonjour soleil1234 azerty1234
  azerty12345 azerty123456 azerty123456789 azertyazerty azertyuiop1 azertyuiop123 azertyuiop12 1234azerty
  123456azerty 12345azerty azerty123! loulou1234 doudou1234 chouchou12 chocolat12 chocolat123 jetaime123
  jetaimejetaime jtaime1234 marseille13 marseille1 olympique13 parissg1970 psg1234567 football10 footballeur
  anniversaire coucou1234 coucoucoucou princesse1 princesse12 princesse123 papillon12 papillon123
  vacances2024 vacances2025 vacances2026 printemps2024 printemps2025 printemps2026 automne2024 automne2025
  automne2026 hiver20242025 mairie1234 changezmoi changeme12 changeme123 changemenow administrateur
  administrator admin12345 admin123456 adminadmin participation citoyen123 citoyenne1 password12
  password123 password1234 password12345 password123456 password1! passw0rd12 p@ssword12 p@ssw0rd12
  p@ssw0rd123 p@ssw0rd1234 passwordpassword thepassword mypassword mypassword1 letmein123 letmein1234
  welcome123 welcome1234 welcome2024 welcome2025 iloveyou12 iloveyou123 iloveyou1234 iloveyou!! ilovefrance
  qwerty1234 qwerty12345 qwerty123456 qwertyqwerty qwertyuiop1 qwertyuiop123 1234qwerty 1qaz2wsx3edc
  zaq12wsxcde football123 baseball123 superman123 batman12345 pokemon123 starwars123 dragon1234 monkey1234
  sunshine123 princess123 princess12 michael123 trustno1234 whatever123 computer123 internet123 samsung123
  liverpool1 chelsea123 manchester anthony123 charlie123 jordan1234 basketball volleyball secret1234 secret12345
  abc1234567 abcd1234567 abcdef123456 abcdefg123 123456789a 1234567890a a1234567890 a123456789 123456789abc
  12345678910 1234567891 123456789123 0123456789a 0102030405 0102030405060 1020304050 9876543210 0987654321
  1122334455 11223344556677 112233445566 123123123a 1234512345 123321123321 147258369 1472583690 147852369a
  7894561230 0123456789 1029384756 aaaa1111bbbb qwer1234asdf asdf1234qwer asdfghjkl1 asdfghjkl123 qsdfghjklm1
  doudoudoudou toutounette nounours12 minou12345 chaton1234 caramel123 nicolas123 camille123 thomas1234
  alexandre1 alexandre12 alexandre123 christophe christophe1 christine1 frederic12 frederique stephanie1
  stephanie12 sebastien1 sebastien12 veronique1 dominique1 francoise1 catherine1 bernadette jacqueline
  marie-claude mariechristine isabelle12 isabelle123`.split(/\s+/),
);
