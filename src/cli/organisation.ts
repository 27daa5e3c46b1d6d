import { parseArgs } from 'node:util';
import { type Database, violatedConstraint } from '../platform/database/database.ts';
import {
  changeHost,
  createInstallationLink,
  findOrganisationByHost,
  findOrganisationBySlug,
  listOrganisations,
  readHost,
} from '../rooms/organisations/index.ts';
import type { Output } from './tally.ts';

const usage = `usage : palabre organisation list
        palabre organisation create HÔTE          un lien, valable une semaine, pour son administrateur·rice
        palabre organisation host NOM HÔTE        la fait répondre sur un autre nom d’hôte`;

/**
 * `palabre organisation …`: what no page does, since it concerns the whole installation. Another organisation begins
 * with a link, as the first one did: whoever opens it names it and becomes its administrator.
 */
export async function runOrganisation(
  args: readonly string[],
  db: Database,
  output: Output = { out: console.log, err: console.error },
): Promise<number> {
  const [act, ...rest] = readWords(args);
  if (act === 'list' && rest.length === 0) return list(db, output);
  if (act === 'create' && rest.length === 1) return create(db, rest[0]!, output);
  if (act === 'host' && rest.length === 2) return moveHost(db, rest[0]!, rest[1]!, output);
  output.err(usage);
  return 2;
}

function readWords(args: readonly string[]): string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch {
    return [];
  }
}

async function list(db: Database, { out }: Output): Promise<number> {
  for (const { slug, host, name } of await listOrganisations(db)) out(`${slug}\t${host}\t${name}`);
  return 0;
}

async function create(db: Database, typed: string, output: Output): Promise<number> {
  const host = await readFreeHost(db, typed, output);
  if (host === null) return 2;
  const path = await createInstallationLink(db);
  const local = host === 'localhost' || host.endsWith('.localhost');
  output.out(
    `Ce lien ne sert qu’une fois, pendant une semaine. Il fonde l’organisation et son compte d’administration :`,
  );
  output.out(`  ${local ? 'http' : 'https'}://${host}${path}`);
  if (local) output.out('  (ajoutez le port du serveur après le nom, par exemple :3000)');
  return 0;
}

async function moveHost(
  db: Database,
  slug: string,
  typed: string,
  output: Output,
): Promise<number> {
  const organisation = await findOrganisationBySlug(db, slug);
  if (!organisation) {
    output.err(`palabre: aucune organisation « ${slug} » (voir palabre organisation list)`);
    return 2;
  }
  const host = await readFreeHost(db, typed, output, organisation.id);
  if (host === null) return 2;
  try {
    await changeHost(db, organisation.id, host);
  } catch (error) {
    if (violatedConstraint(error) !== 'organisation_host_unique') throw error;
    output.err(`palabre: « ${host} » est déjà pris`);
    return 2;
  }
  output.out(`${organisation.name} répond maintenant sur ${host}.`);
  return 0;
}

/** null: unreadable, or another organisation's; said to the reader. */
async function readFreeHost(
  db: Database,
  typed: string,
  { err }: Output,
  ownId?: string,
): Promise<string | null> {
  const host = readHost(typed);
  if (host === null) {
    err(`palabre: « ${typed} » n’est pas un nom d’hôte`);
    return null;
  }
  const taken = await findOrganisationByHost(db, host);
  if (!taken || taken.id === ownId) return host;
  err(`palabre: « ${host} » est déjà pris par ${taken.name}`);
  return null;
}
