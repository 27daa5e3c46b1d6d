import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Database } from '../platform/database/database.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import { type BoxOpened, findPollOf, openSealedBox } from '../rooms/polls/index.ts';
import { findEdition } from '../rooms/spaces/index.ts';

const usage =
  'usage : palabre open-box ÉDITION --share FICHIER --share FICHIER [--organisation NOM]';

interface Output {
  out(line: string): void;
  err(line: string): void;
}

const words: Record<Extract<BoxOpened, { ok: false }>['refusal'], string> = {
  'not-a-sealed-poll': 'ce scrutin n’a pas d’urne chiffrée',
  'not-sealed': 'l’urne n’est pas encore scellée',
  'already-opened': 'l’urne est déjà ouverte',
  'poll-locked': 'le scrutin est arrêté',
  'too-few-shares': 'il faut deux parts différentes',
  'share-unreadable': 'elle ne se lit pas, un caractère manque ou a été changé',
  'share-of-another-poll': 'elle est celle de la clé d’un autre scrutin',
  'share-unknown': 'elle n’est pas l’une des trois parts de la cérémonie',
  'same-share-twice': 'c’est deux fois la même part',
  'shares-do-not-fit': 'ces parts ne reconstituent pas la clé de ce scrutin',
};

/**
 * `palabre open-box EDITION --share FILE --share FILE`: opens the sealed box of an edition's poll. Parts come in
 * files, so that none stands in the history of a shell; nothing of them is written. Exit code 2 where refused.
 */
export async function runOpenBox(
  args: readonly string[],
  { db }: { db: Database },
  output: Output = { out: console.log, err: console.error },
): Promise<number> {
  const refuse = (why: string) => {
    output.err(`palabre open-box : ${why.replace(/\p{C}/gu, ' ')}`);
    return 2;
  };
  const request = readRequest(args);
  if (!request) return refuse(usage);
  const organisation = request.organisation
    ? await findOrganisationBySlug(db, request.organisation)
    : (await listOrganisations(db))[0];
  if (!organisation) return refuse(`aucune organisation « ${request.organisation ?? ''} »`);
  const edition = await findEdition(db, organisation.id, request.edition);
  const poll = edition && (await findPollOf(db, organisation.id, edition.id));
  if (!poll) return refuse(`aucun scrutin « ${request.edition} » chez ${organisation.name}`);
  const shares: string[] = [];
  for (const path of request.files) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return refuse(`${path} ne se lit pas`);
    shares.push(text);
  }
  const by = { organisationId: organisation.id, by: null };
  const opened = await openSealedBox(db, by, poll.id, shares);
  if (!opened.ok) {
    const file = opened.which === null ? '' : `${request.files[opened.which]} : `;
    return refuse(file + words[opened.refusal]);
  }
  output.out(`L’urne est ouverte. Bulletins : ${opened.ballots} ; nuls : ${opened.invalid}.`);
  return 0;
}

function readRequest(
  args: readonly string[],
): { edition: string; files: string[]; organisation: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        share: { type: 'string', multiple: true, default: [] },
        organisation: { type: 'string' },
      },
    });
    const [edition, ...more] = positionals;
    if (!edition || more.length > 0) return null;
    return { edition, files: values.share, organisation: values.organisation };
  } catch {
    return null;
  }
}
