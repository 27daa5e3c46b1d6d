import { parseArgs } from 'node:util';
import type { Database } from '../platform/database/database.ts';
import { resetFactorsFromHouse } from '../rooms/identity/index.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import type { Output } from './tally.ts';

const usage = 'usage : palabre reset-second-factor ADRESSE [--organisation NOM]';

/**
 * `palabre reset-second-factor ADDRESS`: for the only administrator who has lost everything. Whoever runs it holds
 * the machine and its database already. Told in the journal and by mail, as from the administration's page.
 */
export async function runResetSecondFactor(
  args: readonly string[],
  db: Database,
  output: Output = { out: console.log, err: console.error },
): Promise<number> {
  const asked = readRequest(args);
  if (!asked) return refuse(output, usage);
  const [first] = await listOrganisations(db);
  const slug = asked.organisation ?? first?.slug;
  const organisation = slug === undefined ? null : await findOrganisationBySlug(db, slug);
  if (!organisation) return refuse(output, 'aucune organisation de ce nom');
  const sender = {
    name: organisation.name,
    contact: organisation.contactEmail,
    origin: `https://${organisation.host}`,
  };
  return (await resetFactorsFromHouse(db, organisation.id, asked.email, sender))
    ? done(output, `${asked.email} : double authentification réinitialisée, appareils déconnectés`)
    : refuse(output, `${asked.email} : aucun compte à cette adresse, ou rien à réinitialiser`);
}

function readRequest(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { organisation: { type: 'string' } },
      allowPositionals: true,
    });
    const [email, ...others] = positionals;
    return email && others.length === 0 ? { email, organisation: values.organisation } : null;
  } catch {
    return null;
  }
}

function done({ out }: Output, words: string): number {
  out(words);
  return 0;
}

function refuse({ err }: Output, words: string): number {
  err(`palabre: ${words}`);
  return 2;
}
