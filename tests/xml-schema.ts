import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findSharedData } from './shared-data.ts';

const folder = findSharedData('iso20022');
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
/** Tests of bank files are skipped, in words, where xmllint is missing; where CI=true they must run. */
if (!hasXmllint && process.env.CI === 'true') throw new Error('xmllint is missing, and CI=true.');
if (!hasXmllint) console.warn('skipped: no xmllint');

export const hasSchemas = hasXmllint && folder !== null;

/** What the published schema of ISO 20022 has against a file; '' : nothing. */
export function findSchemaFaults(schema: string, xml: string): string {
  const { status, stderr } = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--schema', join(folder!, `${schema}.xsd`), '-'],
    { input: xml, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return status === 0 ? '' : stderr || `xmllint: ${status}`;
}
