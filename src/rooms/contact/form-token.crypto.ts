import { randomUUID, timingSafeEqual } from 'node:crypto';
import { markOf } from '../../platform/secrets/mark.ts';
import { isUuid } from '../../platform/text/uuid.ts';

/**
 * When a form was shown, and under which id, signed: who sends it says how long they wrote, and sends it once. Nothing
 * about who they are, no third party, no script (R65).
 */
export interface FormToken {
  formId: string;
  shownAt: Date;
}

export function writeFormToken(key: Buffer, organisationId: string, shownAt: Date): string {
  const formId = randomUUID();
  const seconds = String(Math.floor(shownAt.getTime() / 1000));
  return [formId, seconds, signOf(key, organisationId, formId, seconds)].join('.');
}

/** null: not one of ours. */
export function readFormToken(
  key: Buffer,
  organisationId: string,
  token: string,
): FormToken | null {
  const [formId = '', seconds = '', sign = ''] = token.split('.');
  if (!isUuid(formId) || !/^\d{1,11}$/.test(seconds) || !/^[0-9a-f]{64}$/.test(sign)) return null;
  const expected = Buffer.from(signOf(key, organisationId, formId, seconds));
  if (!timingSafeEqual(expected, Buffer.from(sign))) return null;
  return { formId, shownAt: new Date(Number(seconds) * 1000) };
}

const signOf = (key: Buffer, ...parts: string[]): string => markOf(key, 'contact-form', ...parts);
