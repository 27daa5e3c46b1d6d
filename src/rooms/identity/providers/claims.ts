/** What a provider says of somebody, as far as this organisation asked to read it. */

export interface ProvenIdentity {
  providerId: string;
  issuer: string;
  /** Who they are at this provider, for this organisation; never shown. */
  subject: string;
  email: string | null;
  /** The provider vouches that the address is theirs. */
  emailVerified: boolean;
  names: string | null;
  /** `YYYY-MM-DD`; null when the provider gives none, or a part of one. */
  birthDate: string | null;
}

export interface ClaimNames {
  emailClaim: string;
  nameClaims: string;
  birthDateClaim: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** `clean`: the one spelling of a text (platform/http/form). Anything but words is as if it were not there. */
export function readClaims(
  claims: Claims,
  names: ClaimNames,
  clean: (text: string) => string,
): Pick<ProvenIdentity, 'email' | 'emailVerified' | 'names' | 'birthDate'> {
  const read = (name: string, most: number): string => {
    const value = name !== '' && Object.hasOwn(claims, name) ? claims[name] : null;
    return typeof value === 'string' && value.length <= most
      ? clean(value).replaceAll('\n', ' ').trim()
      : '';
  };
  const email = read(names.emailClaim, 254) || null;
  const parts = names.nameClaims.split(' ').map((name) => read(name, 100));
  const birthDate = read(names.birthDateClaim, 10);
  return {
    email,
    // the standard's flag speaks of the standard's claim, and only when it is really true
    emailVerified: email !== null && names.emailClaim === 'email' && claims.email_verified === true,
    names: parts.filter(Boolean).join(' ').slice(0, 100).trim() || null,
    birthDate: isDay(birthDate) ? birthDate : null,
  };
}

/** A whole day that exists, since 1901: providers also write `0000-00-00`, a year alone, or nothing. */
function isDay(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) || text < '1901') return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
