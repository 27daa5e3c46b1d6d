/** Signatures of the poll's key (Ed25519, RFC 8032), checked by the browser or by Node itself. */

/** What is signed begins with what it is, so that a receipt never passes for a head. */
export type Signed =
  | 'pb-manifest-v1'
  | 'pb-head-v1'
  | 'pb-receipt-v1'
  | 'pb-bundle-v1'
  | 'pb-batch-v1'
  | 'pb-totals-v1';

/** null: this browser cannot check, for want of https or because it is too old. */
type Verdict = boolean | null;

export interface PublicKey {
  check(what: Signed, text: string, signature: string): Promise<Verdict>;
}

/** `verifyKey`: 32 bytes, base64url. A key that is none accepts no signature. */
export async function openKey(verifyKey: string): Promise<PublicKey> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return { check: async () => null };
  const raw = readBase64Url(verifyKey);
  if (raw?.length !== 32) return { check: async () => false };
  let key: CryptoKey;
  try {
    key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (error) {
    const unknown = error instanceof DOMException && error.name === 'NotSupportedError';
    return { check: async () => (unknown ? null : false) };
  }
  return {
    async check(what, text, signature) {
      const bytes = readBase64Url(signature);
      if (bytes?.length !== 64) return false;
      const signed = new TextEncoder().encode(`${what}\n${text}`);
      return subtle.verify('Ed25519', key, bytes, signed);
    },
  };
}

export function readBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
