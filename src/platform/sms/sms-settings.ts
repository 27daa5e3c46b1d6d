import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FRENCH_PHONES, isCountry } from '../text/phone.ts';
import { fillTemplate, isJson } from './sms-template.ts';

/** How a gateway wants to be asked; everything of it comes from the environment. */
export interface SmsGatewaySettings {
  /** May hold the marks of a template, for gateways that are asked by GET. */
  url: string;
  method: 'GET' | 'POST' | 'PUT';
  headers: Readonly<Record<string, string>>;
  /** JSON when it begins as JSON does, a form otherwise; '' with GET. */
  body: string;
  /** Statuses that mean « taken »; empty: any of 200 to 299. */
  expected: readonly number[];
  /** Milliseconds before the gateway counts as silent. */
  patience: number;
}

export interface SmsSettings {
  /** null: messages land in var/outbox. */
  gateway: SmsGatewaySettings | null;
  sender: string;
  /** ISO 3166 codes of the countries whose numbers are taken; the first is home. */
  countries: readonly string[];
  /** Codes at most that one organisation sends in an hour: what a pumping of messages can cost. */
  perHour: number;
}

const DEFAULT_BODY = '{"to":"{to}","from":"{sender}","text":"{text}"}';

export const smsEnvironment = z.object({
  /** https://… of the gateway; unset: messages land in var/outbox. Plain http on this machine only. */
  PALABRE_SMS_URL: z
    .string()
    .refine(isSafeAddress, 'https://… (http:// : cette machine seulement / this machine only)')
    .optional(),
  PALABRE_SMS_METHOD: z.enum(['GET', 'POST', 'PUT']).default('POST'),
  /** JSON: {"Authorization":"Bearer {secret}"}. */
  PALABRE_SMS_HEADERS: z.string().default('{}').transform(readHeaders),
  /** What {secret} stands for in the headers; or a file that holds it. */
  PALABRE_SMS_SECRET: z.string().optional(),
  PALABRE_SMS_SECRET_FILE: z.string().optional(),
  /** With {to} or {digits} (without its +), {text}, {sender}, {id}. */
  PALABRE_SMS_BODY: z.string().default(DEFAULT_BODY).refine(isBody, '{"to":"{to}",…} | to={to}&…'),
  /** 200,202 */
  PALABRE_SMS_EXPECT: z
    .string()
    .regex(/^\d{3}(,\d{3})*$/, '200,202')
    .optional(),
  /** Eleven letters or figures at most, as networks take it, or a number. */
  PALABRE_SMS_SENDER: z
    .string()
    .regex(/^([A-Za-z0-9 ]{3,11}|\+?\d{3,15})$/, 'A-Z a-z 0-9, 3–11')
    .default('Palabre'),
  PALABRE_SMS_COUNTRIES: z
    .string()
    .default(FRENCH_PHONES.join(','))
    .transform((text) => text.split(',').map((code) => code.trim().toUpperCase()))
    .refine((codes) => codes.every(isCountry), 'FR,GP,BE,…'),
  PALABRE_SMS_PER_HOUR: z.coerce.number().int().min(1).max(1_000_000).default(500),
});

/** Seconds a gateway has to answer. */
const PATIENCE = 10_000;

export function asSmsSettings(set: z.infer<typeof smsEnvironment>): SmsSettings {
  const secret =
    set.PALABRE_SMS_SECRET ??
    (set.PALABRE_SMS_SECRET_FILE && readFileSync(set.PALABRE_SMS_SECRET_FILE, 'utf8').trim()) ??
    '';
  const headers = Object.entries(set.PALABRE_SMS_HEADERS).map(
    ([name, value]) => [name, value.replaceAll('{secret}', () => secret)] as const,
  );
  return {
    gateway: set.PALABRE_SMS_URL
      ? {
          url: set.PALABRE_SMS_URL,
          method: set.PALABRE_SMS_METHOD,
          headers: Object.fromEntries(headers),
          body: set.PALABRE_SMS_METHOD === 'GET' ? '' : set.PALABRE_SMS_BODY,
          expected: (set.PALABRE_SMS_EXPECT ?? '').split(',').filter(Boolean).map(Number),
          patience: PATIENCE,
        }
      : null,
    sender: set.PALABRE_SMS_SENDER,
    countries: set.PALABRE_SMS_COUNTRIES,
    perHour: set.PALABRE_SMS_PER_HOUR,
  };
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && here);
}

function readHeaders(text: string, context: z.RefinementCtx): Record<string, string> {
  const headers = z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).safeParse(parse(text));
  if (headers.success) return headers.data;
  context.addIssue({ code: 'custom', message: '{"Authorization":"Bearer {secret}"}' });
  return z.NEVER;
}

/** A template of JSON must be JSON once it is filled. */
function isBody(template: string): boolean {
  if (!isJson(template)) return true;
  const filled = fillTemplate(template, { to: '+1', text: '"\\\n', sender: 's', id: 'i' });
  return parse(filled) !== undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
