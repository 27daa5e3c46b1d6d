import { parseArgs } from 'node:util';
import type { Database } from '../platform/database/database.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import { findPublishedElections } from '../rooms/polls/index.ts';
import { findEdition } from '../rooms/spaces/index.ts';
import { writePabulib } from '../rooms/tally/index.ts';

const usage =
  'usage : palabre export pabulib ÉDITION [--organisation NOM] [--envelope CLÉ] > FICHIER.pb';

interface Streams {
  /** A piece of the file, with its line ends. */
  write(text: string): void;
  err(line: string): void;
}

/** Written in pieces of this many characters or more. */
const PIECE = 64 * 1024;

/**
 * `palabre export pabulib EDITION [--organisation SLUG] [--envelope KEY]`: the published poll of an edition
 * as a file of the Pabulib collection, on the standard output; one envelope to a file. Exit code 2 with
 * one line where there is nothing to write.
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
  const sources = await findPublishedElections(db, organisation.id, edition, organisation.name);
  if (!sources) return refuse(`le résultat de « ${request.edition} » n’est pas publié`);
  if (sources.length === 0)
    return refuse(`le format Pabulib ne connaît pas les bulletins de « ${request.edition} »`);
  const keys = sources.map(({ key, label }) => `${key} (${label})`).join(', ');
  if (sources.length > 1 && request.envelope === undefined)
    return refuse(`plusieurs enveloppes, choisissez-en une par --envelope : ${keys}`);
  const chosen = sources.find(({ key }) => key === (request.envelope ?? sources[0]!.key));
  if (!chosen) return refuse(`aucune enveloppe « ${request.envelope} » : ${keys}`);
  let piece = '';
  for (const line of writePabulib(chosen.source)) {
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
): { edition: string; organisation: string | undefined; envelope: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' }, envelope: { type: 'string' } },
    });
    const [format, edition, ...more] = positionals;
    if (format !== 'pabulib' || !edition || more.length > 0) return null;
    return { edition, organisation: values.organisation, envelope: values.envelope };
  } catch {
    return null;
  }
}
