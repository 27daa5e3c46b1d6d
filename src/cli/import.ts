import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../platform/config.ts';
import { type Database, readNow, type Tx } from '../platform/database/database.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import {
  importArchivedPoll,
  listArchivedBallots,
  readLimits,
  readVotingDays,
  titleArchive,
  usualSettings,
} from '../rooms/polls/index.ts';
import { importProjects } from '../rooms/projects/index.ts';
import { insertEdition, slugify, USUAL_SETTINGS } from '../rooms/spaces/index.ts';
import {
  canCount,
  isRuleName,
  type ReadPabulib,
  type RuleName,
  ruleNames,
} from '../rooms/tally/index.ts';
import { urls } from '../urls.ts';
import { runImportRealisations } from './import-realisations.ts';
import { readDistricts } from './pabulib-districts.ts';
import { readPabulibFile } from './pabulib-file.ts';
import { describePabulibRemark, plain } from './pabulib-words.ts';
import type { Output } from './tally.ts';

const usage = `usage : palabre import pabulib FICHIER.pb [--organisation NOM] [--rule ${ruleNames.join('|')}]`;

/** Ends the transaction, and with it everything that was written. */
class Refused extends Error {}

/**
 * `palabre import pabulib FILE [--organisation SLUG]`: an archived edition with its projects and its
 * anonymous ballots, counted and published; `palabre import realisations`: a programme. Exit code 2 with one line when refused: nothing is written.
 */
export async function runImport(
  args: readonly string[],
  { db, config }: { db: Database; config: Config },
  output: Output = { out: console.log, err: console.error },
): Promise<number> {
  if (args[0] === 'realisations') return runImportRealisations(args, db, output);
  const request = readRequest(args);
  if (typeof request === 'string') return refuse(output, request);
  const { path, rule } = request;
  const file = await readPabulibFile(path);
  if (!file.ok) return refuse(output, `${path}, ${file.words}`);
  const { kind } = file.election;
  // a file does not say how many seats a rule would fill
  if (!canCount(rule, { kind, seats: null }))
    return refuse(output, `${path}, règle « ${rule} » : pas pour des bulletins « ${kind} »`);
  const organisation = request.organisation
    ? await findOrganisationBySlug(db, request.organisation)
    : (await listOrganisations(db))[0];
  if (!organisation)
    return refuse(
      output,
      request.organisation
        ? `aucune organisation « ${request.organisation} »`
        : 'aucune organisation : créez-en une d’abord (bin/start)',
    );
  try {
    const name = basename(path).replace(/\.pb$/i, '');
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const said = await db
      .transaction()
      .execute((tx) => importFile(tx, config, organisation.id, file, { name, sha256, rule }));
    for (const line of said) output.out(line);
    return 0;
  } catch (error) {
    if (error instanceof Refused) return refuse(output, error.message);
    throw error;
  }
}

async function importFile(
  tx: Tx,
  config: Config,
  organisationId: string,
  file: ReadPabulib,
  { name, sha256, rule }: { name: string; sha256: string; rule: RuleName },
): Promise<string[]> {
  const { election, meta, projects } = file;
  const act = { organisationId, by: null };
  const now = await readNow(tx);
  const { districts, districtOf } = readDistricts(projects);
  const days = readVotingDays(meta) ?? {
    opensAt: new Date(now.getTime() - 86_400_000),
    closesAt: now,
  };
  const title = titleArchive(meta, name);
  const most = Math.min(election.limits.maxLength ?? projects.length, projects.length);
  const least = Math.min(election.limits.minLength ?? 1, most);
  const made = await insertEdition(
    tx,
    act,
    {
      ...USUAL_SETTINGS,
      slug: slugify(name) || `archive-${sha256.slice(0, 8)}`,
      title,
      summary: meta.get('description') ?? '',
      envelope: Number(election.budget),
      categories: [],
      criteria: [],
      districts,
      minimumAgeVote: 0,
      residenceRequired: false,
      minimumChoices: Math.max(1, least),
      maximumChoices: most,
    },
    [{ step: 'vote', startsAt: days.opensAt, endsAt: days.closesAt }],
    { archived: true, currency: readCurrency(meta) },
  );
  if (!made.ok)
    throw new Refused('une édition porte déjà ce nom : ce fichier a sans doute déjà été importé');
  const { edition } = made;
  const ids = await importProjects(
    tx,
    act,
    edition.id,
    projects.map((project, at) => ({
      importedId: project.id,
      number: at + 1,
      title: project.name ?? `Projet ${project.id}`,
      summary: project.cells.get('description') ?? '',
      cost: Number(project.cost),
      place: project.cells.get('neighborhood') ?? project.cells.get('district') ?? '',
      district: districtOf(project),
    })),
  );
  const imported = await importArchivedPoll(tx, config, act, {
    edition,
    sha256,
    ballots: listArchivedBallots(file),
    terms: {
      title,
      kind: election.kind,
      minimumChoices: least,
      maximumChoices: most,
      limits: readLimits(election),
      settings: usualSettings({
        amount: Number(election.budget),
        minimumChoices: least,
        maximumChoices: most,
        limits: readLimits(election),
      }),
      rule,
      tieBreak: ['smaller-id'],
      fundUnsupported: false,
      envelope: Number(election.budget),
      minimumAge: 0,
      residenceRequired: false,
      ...days,
      options: projects.map((project) => ({
        key: project.id,
        kind: 'project',
        targetId: ids.get(project.id)!,
        label: project.name ?? `Projet ${project.id}`,
        cost: Number(project.cost),
        envelope: 'A',
        zone: districtOf(project) || null,
        category: null,
        holder: null,
        depositedAt: null,
      })),
    },
  });
  if (!imported.ok) throw new Refused('ce fichier a déjà été importé, sous un autre nom');
  const { ballots, winners } = imported.result;
  return [
    `${plain(title)} : ${projects.length} projets, ${ballots} bulletins, ${winners.length} retenus`,
    ...file.remarks.map((remark) => `Remarque : ${describePabulibRemark(remark)}`),
    urls.results({ edition: edition.slug }),
  ];
}

/** The currency of the file's amounts; euros where it does not say. */
function readCurrency(meta: ReadonlyMap<string, string>): string {
  const said = meta.get('currency')?.trim().toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(said) ? said : 'EUR';
}

interface Request {
  path: string;
  organisation: string | undefined;
  rule: RuleName;
}

function readRequest(args: readonly string[]): Request | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    return usage;
  }
  const { values, positionals } = parsed;
  const [format, path] = positionals;
  if (format !== 'pabulib' || path === undefined || positionals.length > 2) return usage;
  if (!isRuleName(values.rule))
    return `règle « ${values.rule} » inconnue (connues : ${ruleNames.join(', ')})`;
  return { path, organisation: values.organisation, rule: values.rule };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      rule: { type: 'string', default: 'greedy' },
    },
  });
}

function refuse(output: Output, words: string): number {
  output.err(`palabre import : ${plain(words)}`);
  return 2;
}
