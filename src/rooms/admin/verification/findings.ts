/** What an installation needs to run well, each told in one line with a state. Pure: measures in, findings out. */

import type { LegalField } from '../../organisations/index.ts';

export type FindingKind =
  | 'database'
  | 'migrations'
  | 'jobs'
  | 'mail'
  | 'sms'
  | 'files'
  | 'keys'
  | 'clock'
  | 'host'
  | 'https'
  | 'proxy'
  | 'legal'
  | 'backups';

/** good: nothing to do; look: works, but somebody should look; bad: something does not work; unknown: cannot be told from here. */
export type FindingState = 'good' | 'look' | 'bad' | 'unknown';

export interface Finding {
  kind: FindingKind;
  state: FindingState;
  /** Which of the sentences of this kind applies. */
  reason: string;
}

export interface Measures {
  /** Of the PostgreSQL server: 180004 is 18.4. */
  databaseVersion: number;
  migrations: { applied: number; onDisk: number };
  jobs: { waiting: number; failed: number; oldestWaitingSeconds: number };
  mail: { configured: boolean; sentInHour: Date | null; failedInHour: Date | null };
  smsConfigured: boolean;
  files: FolderMeasure;
  keys: FolderMeasure & { readableByOthers: boolean };
  /** How far the database's clock is from this server's, in seconds. */
  clockDrift: number;
  host: { asked: string; organisation: string };
  isHttps: boolean;
  isLocal: boolean;
  proxy: { trusted: boolean; forwarded: boolean };
  /** What this organisation's legal notice does not say yet. */
  legalMissing: readonly LegalField[];
}

export interface FolderMeasure {
  writable: boolean;
  /** Bytes; null: cannot be told. */
  free: number | null;
}

const GIB = 1024 ** 3;
/** A job that has been due for longer waits for a worker that is not there. In seconds. */
const LATE = 600;

export function findWhatIsMissing(measures: Measures): Finding[] {
  const { jobs, mail, files, keys, host, proxy } = measures;
  const finding = (kind: FindingKind, state: FindingState, reason: string): Finding => ({
    kind,
    state,
    reason,
  });
  return [
    measures.databaseVersion < 150000
      ? finding('database', 'bad', 'old')
      : finding('database', 'good', 'good'),
    measures.migrations.applied < measures.migrations.onDisk
      ? finding('migrations', 'bad', 'missing')
      : finding('migrations', 'good', 'good'),
    jobs.oldestWaitingSeconds > LATE
      ? finding('jobs', 'bad', 'late')
      : jobs.failed > 0
        ? finding('jobs', 'look', 'failed')
        : finding('jobs', 'good', 'good'),
    mailFinding(mail),
    measures.smsConfigured ? finding('sms', 'good', 'good') : finding('sms', 'unknown', 'none'),
    folderFinding('files', files),
    keys.readableByOthers
      ? finding('keys', 'bad', 'open')
      : keys.writable
        ? finding('keys', 'good', 'good')
        : finding('keys', 'bad', 'closed'),
    Math.abs(measures.clockDrift) > 5
      ? finding('clock', Math.abs(measures.clockDrift) > 60 ? 'bad' : 'look', 'drift')
      : finding('clock', 'good', 'good'),
    host.asked === host.organisation
      ? finding('host', 'good', 'good')
      : finding('host', 'look', 'other'),
    measures.isHttps
      ? finding('https', 'good', 'good')
      : measures.isLocal
        ? finding('https', 'unknown', 'local')
        : finding('https', 'bad', 'none'),
    proxy.trusted && !proxy.forwarded
      ? finding('proxy', 'bad', 'trusted-without')
      : !proxy.trusted && proxy.forwarded
        ? finding('proxy', 'look', 'forwarded-untrusted')
        : finding('proxy', 'good', proxy.trusted ? 'trusted' : 'direct'),
    measures.legalMissing.length > 0
      ? finding('legal', 'look', 'missing')
      : finding('legal', 'good', 'good'),
    finding('backups', 'unknown', 'told-elsewhere'),
  ];
}

function mailFinding({ configured, sentInHour, failedInHour }: Measures['mail']): Finding {
  if (!configured) return { kind: 'mail', state: 'look', reason: 'none' };
  if (failedInHour !== null && (sentInHour === null || failedInHour >= sentInHour))
    return { kind: 'mail', state: 'bad', reason: 'failed' };
  return sentInHour === null
    ? { kind: 'mail', state: 'unknown', reason: 'untried' }
    : { kind: 'mail', state: 'good', reason: 'good' };
}

function folderFinding(kind: 'files', { writable, free }: FolderMeasure): Finding {
  if (!writable) return { kind, state: 'bad', reason: 'closed' };
  if (free !== null && free < GIB) return { kind, state: 'bad', reason: 'full' };
  return free !== null && free < 5 * GIB
    ? { kind, state: 'look', reason: 'little' }
    : { kind, state: 'good', reason: 'good' };
}
