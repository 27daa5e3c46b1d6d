import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Keys of the ballot box and of kept secrets, one file each (0600) in a folder that all nodes share, never in the database
 * nor in a log (integrity part 0, point 8). Made on first use; two processes agree on what was made.
 */
export interface Keys {
  /** 32 bytes: turns a mailbox into a line of the roll. */
  rollKey(): Buffer;
  /** 32 bytes of one poll: turns an elector into a slot of the box. Made once, at its opening. */
  makeLinkKey(pollId: string): Buffer;
  /** Read from the disk each time and kept nowhere: after its destruction no process still holds it. */
  readLinkKey(pollId: string): Buffer | null;
  /** Overwrites the file, removes it and makes both durable. Nothing to do the second time. */
  destroyLinkKey(pollId: string): void;
  /** 32 bytes of one poll: draws the order of its reminders and seals who they go to. Made at the first, gone at the close. */
  makeReminderKey(pollId: string): Buffer;
  readReminderKey(pollId: string): Buffer | null;
  destroyReminderKey(pollId: string): void;
  /** 32 bytes: seals what the database keeps but must not read, such as a provider's secret (platform/secrets/seal). */
  secretsKey(): Buffer;
  /** 32 bytes: seals the secrets of second factors and hashes recovery codes. */
  factorKey(): Buffer;
  /** 32 bytes: seals bank details (platform/bank). */
  bankKey(): Buffer;
  /** 32 bytes of one batch of personal codes, which are drawn from it as long as letters are printed. Gone once they are sent. */
  makeCodesKey(batchId: string): Buffer;
  readCodesKey(batchId: string): Buffer | null;
  destroyCodesKey(batchId: string): void;
  /** Ed25519, signs manifests, heads and receipts. */
  signingKey(): KeyObject;
  /** The raw public half, base64url: printed in every manifest. */
  verifyKey(): string;
}

const opened = new Map<string, Keys>();

/** The keys of a folder; the same object for the same folder. */
export function openKeys(folder: string): Keys {
  const known = opened.get(folder);
  if (known) return known;
  let roll: Buffer | undefined;
  let secrets: Buffer | undefined;
  let factor: Buffer | undefined;
  let bank: Buffer | undefined;
  let signing: KeyObject | undefined;
  let verify: string | undefined;
  const keys: Keys = {
    rollKey() {
      roll ??= readOrMake(folder, 'roll.key', makeSecret);
      return roll;
    },
    makeLinkKey: (pollId) => readOrMake(folder, nameOf('link', pollId), makeSecret),
    readLinkKey: (pollId) => readSecret(folder, nameOf('link', pollId)),
    destroyLinkKey: (pollId) => destroyFile(folder, nameOf('link', pollId)),
    makeReminderKey: (pollId) => readOrMake(folder, nameOf('reminder', pollId), makeSecret),
    readReminderKey: (pollId) => readSecret(folder, nameOf('reminder', pollId)),
    destroyReminderKey: (pollId) => destroyFile(folder, nameOf('reminder', pollId)),
    secretsKey() {
      secrets ??= readOrMake(folder, 'secrets.key', makeSecret);
      return secrets;
    },
    factorKey() {
      factor ??= readOrMake(folder, 'factor.key', makeSecret);
      return factor;
    },
    bankKey() {
      bank ??= readOrMake(folder, 'bank.key', makeSecret);
      return bank;
    },
    makeCodesKey: (batchId) => readOrMake(folder, nameOf('codes', batchId), makeSecret),
    readCodesKey: (batchId) => readSecret(folder, nameOf('codes', batchId)),
    destroyCodesKey: (batchId) => destroyFile(folder, nameOf('codes', batchId)),
    signingKey() {
      signing ??= createPrivateKey(readOrMake(folder, 'signing.pem', makeSigningKey));
      return signing;
    },
    verifyKey() {
      verify ??= createPublicKey(keys.signingKey()).export({ format: 'jwk' }).x!;
      return verify;
    },
  };
  opened.set(folder, keys);
  return keys;
}

function nameOf(kind: 'link' | 'reminder' | 'codes', id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('Not the id of a poll or a batch.');
  return `${kind}-${id}.key`;
}

const makeSecret = () => randomBytes(32);

function makeSigningKey(): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

function readSecret(folder: string, name: string): Buffer | null {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The file is written whole beside its name, then linked to it: whoever comes second reads the first's. */
function readOrMake(folder: string, name: string, make: () => Buffer): Buffer {
  const there = readSecret(folder, name);
  if (there) return there;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `.${name}.${process.pid}.${randomBytes(4).toString('hex')}`);
  const file = openSync(part, 'wx', 0o600);
  try {
    writeSync(file, make());
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(part, join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(part);
  }
  syncFolder(folder);
  return readFileSync(join(folder, name));
}

function destroyFile(folder: string, name: string): void {
  const path = join(folder, name);
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    writeSync(file, randomBytes(fstatSync(file).size), 0, null, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  unlinkSync(path);
  syncFolder(folder);
}

/** A new or removed name survives a power cut only once its folder is on the disk. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
