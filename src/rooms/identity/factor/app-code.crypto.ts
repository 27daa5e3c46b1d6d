import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

/** Seconds that a code lasts (RFC 6238). */
const STEP = 30;

/** 160 random bits, in Base32 as applications read it. */
export function newSecret(): string {
  return generateSecret();
}

/** What the QR code holds: the application shows the organisation's name and the account beside its codes. */
export function writeAppAddress(secret: string, issuer: string, account: string): string {
  return generateURI({ issuer, label: account, secret });
}

/** Which step of thirty seconds this code belongs to: now, the one before or the one after; else null. */
export function findStep(secret: string, code: string, now: Date): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const verified = verifySync({ secret, token: code, epoch, epochTolerance: STEP });
  return verified.valid && 'timeStep' in verified ? verified.timeStep : null;
}

/** The code of this moment. */
export function writeCode(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
}
