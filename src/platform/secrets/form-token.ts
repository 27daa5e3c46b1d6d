import { randomUUID, timingSafeEqual } from 'node:crypto';
import { isUuid } from '../text/uuid.ts';
import { markOf } from './mark.ts';

/** A form open to everybody: of which organisation, and which one of its forms (`contact-form`). */
export interface OpenForm {
  organisationId: string;
  name: string;
}

/** Seconds: nobody reads a form, thinks and answers in less; programs do. */
export const SHORTEST_WRITING = 4;

/**
 * When a form was shown, and under which id, signed: who sends it says how long they wrote, and sends it once. Nothing
 * about who they are, no third party, no script (R65).
 */
export interface FormToken {
  formId: string;
  shownAt: Date;
}

export function writeFormToken(key: Buffer, form: OpenForm, shownAt: Date): string {
  const formId = randomUUID();
  const seconds = String(Math.floor(shownAt.getTime() / 1000));
  return [formId, seconds, signOf(key, form, formId, seconds)].join('.');
}

/** null: not one of ours. */
export function readFormToken(key: Buffer, form: OpenForm, token: string): FormToken | null {
  const [formId = '', seconds = '', sign = ''] = token.split('.');
  if (!isUuid(formId) || !/^\d{1,11}$/.test(seconds) || !/^[0-9a-f]{64}$/.test(sign)) return null;
  const expected = Buffer.from(signOf(key, form, formId, seconds));
  if (!timingSafeEqual(expected, Buffer.from(sign))) return null;
  return { formId, shownAt: new Date(Number(seconds) * 1000) };
}

const signOf = (key: Buffer, { organisationId, name }: OpenForm, ...parts: string[]): string =>
  markOf(key, name, organisationId, ...parts);
