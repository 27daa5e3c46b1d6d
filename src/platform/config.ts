import { join } from 'node:path';
import { z } from 'zod';
import type { IbanCountries } from './bank/iban.ts';
import { asSmsSettings, type SmsSettings, smsEnvironment } from './sms/sms-settings.ts';

/** Protocol, then host and port, or the path of a socket. */
const LISTENED = /^(lmtp:)?(?:([A-Za-z0-9.-]+|\[[0-9a-f:]+\]):(\d{1,5})|(\/.+))$/;

/** Everything the environment decides, read once in main. All optional: nothing set is a working demo. */
const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://…')
    .optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PALABRE_ROOT: z.string().default(process.cwd()),
  /** Where files, keys, outbox and the embedded database live. */
  PALABRE_VAR: z.string().optional(),
  /** Folder of the roll, link and signing keys, shared by all nodes, outside the database. */
  PALABRE_KEYS: z.string().optional(),
  /** smtp://user:password@host:port; unset: mails land in var/outbox. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Palabre <ne-pas-repondre@localhost>'),
  /** 1 behind a reverse proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
  PALABRE_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /** Megabytes of the largest film that may be sent with an idea. */
  PALABRE_VIDEO_LIMIT_MB: z.coerce.number().int().min(1).max(2000).default(100),
  /** Countries whose bank accounts may be paid: « FR », « FR,BE,MC », or « SEPA » for all of that area. */
  PALABRE_IBAN_COUNTRIES: z
    .string()
    .regex(/^(?:SEPA|[A-Z]{2}(?:,[A-Z]{2})*)$/, 'FR,BE… / SEPA')
    .default('FR'),
  /** Where the host's mail server hands over what is written to discussion lists: `127.0.0.1:8024`, `lmtp:127.0.0.1:8024`, `/run/palabre/lists`. */
  PALABRE_LISTS_LISTEN: z
    .string()
    .regex(LISTENED, '127.0.0.1:8024 / lmtp:127.0.0.1:8024 / lmtp:/run/palabre/lists.sock')
    .optional(),
  /** What stands after the @ in addresses of discussion lists. */
  PALABRE_LISTS_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'listes.ville.fr')
    .optional(),
  /** By which name the host's mail server signs its `Authentication-Results`; unset: none of them is believed. */
  PALABRE_LISTS_AUTHSERV: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'mx.ville.fr')
    .optional(),
  /** A program that looks at each upload: « clamdscan --fdpass - »; words with blanks stand between quotes. */
  PALABRE_SCAN_COMMAND: z
    .string()
    .regex(/^\s*(?:(?:"[^"]+"|'[^']+'|[^\s"']+)(?:\s+|$))+$/, 'clamdscan --fdpass -')
    .optional(),
  ...smsEnvironment.shape,
  /** 1 on a machine of tests or development only: we may call http addresses and this very network (platform/http/outbound). */
  PALABRE_ALLOW_LOCAL_PEERS: z.enum(['0', '1']).default('0'),
});

/** How discussion lists are reached by mail. */
interface ListSettings {
  /** null: nothing listens. */
  listen: (({ host: string; port: number } | { path: string }) & { lmtp: boolean }) | null;
  /** null: lists have no address; they are read and written on the site, and sent out. */
  domain: string | null;
  authserv: string | null;
}

export interface Config {
  databaseUrl: string | null;
  port: number;
  host: string;
  root: string;
  varFolder: string;
  keysFolder: string;
  smtpUrl: string | null;
  mailFrom: string;
  /** Bytes of the largest film. */
  videoLimit: number;
  /** The program against viruses and its words; null: none. */
  scanCommand: readonly string[] | null;
  ibanCountries: IbanCountries;
  sms: SmsSettings;
  lists: ListSettings;
  trustProxy: boolean;
  allowLocalPeers: boolean;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const words = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Réglages refusés / settings refused:\n${words.join('\n')}`);
  }
  const set = parsed.data;
  const varFolder = set.PALABRE_VAR ?? join(set.PALABRE_ROOT, 'var');
  return {
    databaseUrl: set.DATABASE_URL ?? null,
    port: set.PORT,
    host: set.HOST,
    root: set.PALABRE_ROOT,
    varFolder,
    keysFolder: set.PALABRE_KEYS ?? join(varFolder, 'keys'),
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM,
    videoLimit: set.PALABRE_VIDEO_LIMIT_MB * 1024 * 1024,
    scanCommand: set.PALABRE_SCAN_COMMAND ? splitWords(set.PALABRE_SCAN_COMMAND) : null,
    ibanCountries:
      set.PALABRE_IBAN_COUNTRIES === 'SEPA' ? 'SEPA' : set.PALABRE_IBAN_COUNTRIES.split(','),
    sms: asSmsSettings(set),
    lists: {
      listen: readListened(set.PALABRE_LISTS_LISTEN),
      domain: set.PALABRE_LISTS_DOMAIN ?? null,
      authserv: set.PALABRE_LISTS_AUTHSERV ?? null,
    },
    trustProxy: set.PALABRE_TRUST_PROXY === '1',
    allowLocalPeers: set.PALABRE_ALLOW_LOCAL_PEERS === '1',
  };
}

function readListened(text = ''): ListSettings['listen'] {
  const [, protocol, host, port, path] = LISTENED.exec(text) ?? [];
  const lmtp = protocol !== undefined;
  if (path !== undefined) return { lmtp, path };
  return host && port ? { lmtp, host: host.replaceAll(/[[\]]/g, ''), port: Number(port) } : null;
}

/** `a "b c"` → `a`, `b c`: no shell reads it, so nothing else is special. */
function splitWords(command: string): string[] {
  return [...command.matchAll(/"([^"]+)"|'([^']+)'|([^\s"']+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain!,
  );
}
