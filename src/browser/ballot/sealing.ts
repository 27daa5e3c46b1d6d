/** Sealing in the voter's browser: what leaves it is the ciphertext, and nothing of the choices. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { bindBallot, packBallot, writeSealed } from '../../rooms/polls/sealed/sealed-ballot.ts';

export interface SealingTerms {
  /** The point, base64url. */
  publicKey: string;
  /** Bytes of a plaintext. */
  size: number;
  manifestHash: string;
  token: string;
}

export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** `written`: the choices in canonical form. The nonce is drawn here. */
export async function sealChoices(written: string, terms: SealingTerms): Promise<string> {
  const point = readBase64Url(terms.publicKey);
  const recipientPublicKey = await suite.kem.importKey('raw', point.buffer, true);
  const nonce = drawHex(32);
  const { info, aad } = bindBallot(terms);
  const plain = packBallot(written, nonce, terms.size);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plain, aad);
  return writeSealed(new Uint8Array(enc), new Uint8Array(ct));
}

function readBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function drawHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
