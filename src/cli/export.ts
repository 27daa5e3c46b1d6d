import { parseArgs } from 'node:util';
import type { Database } from '../platform/database/database.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import { findPublishedElection } from '../rooms/polls/index.ts';
import { findEdition } from '../rooms/spaces/index.ts';
import { writePabulib } from '../rooms/tally/index.ts';

const usage = 'usage : palabre export pabulib ÉDITION [--organisation NOM] > FICHIER.pb';

interface Streams {
  /** A piece of the file, with its line ends. */
  write(text: string): void;
  err(line: string): void;
}

/** Written in pieces of this many characters or more. */
const PIECE = 64 * 1024;

/**
 * `palabre export pabulib EDITION [--organisation SLUG]`: the published poll of an edition as a file of the
 * Pabulib collection, on the standard output. Exit code 2 with one line where there is nothing to write.
 */
export async function runExport(
  args: readonly string[],
  { db }: { db: Database },
  streams: Streams = { write: (text) => void process.stdout.write(text), err: console.error },
): Promise<number> {
  const refuse = (words: string) => {
    streams.err(`palabre export : ${words.replace(/\p{C}/gu, ' ')}`);
    return 2;
  };
  const request = readRequest(args);
  if (!request) return refuse(usage);
  const organisation = request.organisation
    ? await findOrganisationBySlug(db, request.organisation)
    : (await listOrganisations(db))[0];
  if (!organisation) return refuse(`aucune organisation « ${request.organisation ?? ''} »`);
  const edition = await findEdition(db, organisation.id, request.edition);
  if (!edition) return refuse(`aucune édition « ${request.edition} » chez ${organisation.name}`);
  const source = await findPublishedElection(db, organisation.id, edition, organisation.name);
  if (!source) return refuse(`le résultat de « ${request.edition} » n’est pas publié`);
  let piece = '';
  for (const line of writePabulib(source)) {
    piece += line;
    if (piece.length < PIECE) continue;
    streams.write(piece);
    piece = '';
  }
  streams.write(piece);
  return 0;
}

function readRequest(
  args: readonly string[],
): { edition: string; organisation: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' } },
    });
    const [format, edition, ...more] = positionals;
    if (format !== 'pabulib' || !edition || more.length > 0) return null;
    return { edition, organisation: values.organisation };
  } catch {
    return null;
  }
}
