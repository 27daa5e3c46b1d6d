import * as m from '../../../paraglide/messages.js';
import { type Page, page } from '../../../platform/http/visit.ts';
import type { Edition } from '../../spaces/index.ts';
import { CeremonyPage } from './ceremony.page.tsx';

/** A step of the opening form: between the terms of a sealed poll and their confirmation. */
export function ceremonyPage(edition: Edition, typed: Readonly<Record<string, string>>): Page {
  const again = (typed.sealingKey ?? '') !== '';
  return page({
    title: m.sealed_ceremony_title(),
    section: 'admin',
    scripts: ['key-ceremony.js'],
    headers: { 'cache-control': 'no-store' },
    ...(again && { status: 422, faulty: true }),
    body: <CeremonyPage edition={edition} typed={typed} />,
  });
}
