import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** What a device must answer to: the organisation's host name, and the address of this very page. */
export interface PasskeyPlace {
  /** Without port: a passkey of one organisation is none in another (W3). */
  host: string;
  /** `https://host[:port]` */
  origin: string;
}

/** The public half of a passkey, as the store keeps it. */
export interface PasskeyKey {
  credentialId: string;
  publicKey: Buffer;
  /** As the device counts its own uses; 0 where it does not. */
  uses: number;
  transports: string[];
}

/** A passkey as its device made it. */
export interface NewPasskey extends PasskeyKey {
  /** The device keeps the account's name and has verified who holds it: the key signs in by itself. */
  discoverable: boolean;
}

/** EdDSA, ES256 and RS256 (COSE): what devices have, and this runtime checks without an experiment. */
const ALGORITHMS = [-8, -7, -257];

/** What the browser's script gives to the device that makes a passkey. */
export function askForPasskey(
  { host }: PasskeyPlace,
  organisationName: string,
  person: { id: string; email: string; nickname: string },
  known: readonly PasskeyKey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: organisationName,
    rpID: host,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.nickname,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(asDescriptor),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

/** What it gives to a device that must prove one of these passkeys. */
export function askForProof(
  { host }: PasskeyPlace,
  known: readonly PasskeyKey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: host,
    allowCredentials: known.map(asDescriptor),
    userVerification: 'preferred',
  });
}

/** What it gives to a device that signs somebody in: no name of any account, and the device must know its holder. */
export function askForSignIn({
  host,
}: PasskeyPlace): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID: host, userVerification: 'required' });
}

const asDescriptor = ({ credentialId, transports }: PasskeyKey) => ({
  id: credentialId,
  transports,
});

/** The shape of an answer; what is in it, the library checks. */
const answered = z.looseObject({
  id: z.string().min(1).max(1500),
  rawId: z.string(),
  type: z.string(),
  response: z.looseObject({ clientDataJSON: z.string() }),
});

function readAnswer(json: string): z.infer<typeof answered> | null {
  try {
    return answered.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** The passkey that an answer makes; null when it answers another challenge, another place, or nothing at all. */
export async function readNewPasskey(
  place: PasskeyPlace,
  challenge: string,
  json: string,
): Promise<NewPasskey | null> {
  const response = readAnswer(json);
  if (!response) return null;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    const { credProps } = (response as unknown as RegistrationResponseJSON).clientExtensionResults;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      uses: counter,
      transports: (transports ?? []).slice(0, 10),
      discoverable: credProps?.rk === true && registrationInfo.userVerified,
    };
  } catch {
    return null; // the library throws at what it does not accept
  }
}

/** Which passkey an answer claims to come from. */
export function readCredentialId(json: string): string | null {
  return readAnswer(json)?.id ?? null;
}

/** Whose account a device says that it opens, and by which passkey; what it says is checked with the passkey. */
export function readClaimedAccount(
  json: string,
): { credentialId: string; personId: string } | null {
  const response = readAnswer(json);
  const { userHandle } = (response?.response ?? {}) as { userHandle?: unknown };
  if (!response || typeof userHandle !== 'string' || userHandle.length > 100) return null;
  return {
    credentialId: response.id,
    personId: Buffer.from(userHandle, 'base64url').toString('utf8'),
  };
}

/**
 * The device's new count of uses when this passkey has signed this challenge at this place; else null.
 * `holderVerified`: the device must have known its holder by a finger, a face or a code, as where no password was typed.
 */
export async function checkPasskey(
  place: PasskeyPlace,
  challenge: string,
  json: string,
  passkey: PasskeyKey,
  { holderVerified = false }: { holderVerified?: boolean } = {},
): Promise<number | null> {
  const response = readAnswer(json);
  if (!response) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: holderVerified,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.uses,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
