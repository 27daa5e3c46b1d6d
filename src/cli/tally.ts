import { createHash } from 'node:crypto';
import {
  canCount,
  countElection,
  countWithHouseRules,
  type Election,
  type HouseCount,
  type HouseRules,
  type ReadPabulib,
  rulesFor,
  type TallyResult,
  writeCents,
} from '../rooms/tally/index.ts';
import { DISTRICT_COLUMNS, findDistrict } from './pabulib-districts.ts';
import { readPabulibFile } from './pabulib-file.ts';
import { readRequest, type TallyRequest } from './tally-request.ts';
import { describeTally } from './tally-words.ts';

/** Where a command writes: a line each time. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

/** Columns of Pabulib that say whose idea a project was. */
const HOLDER_COLUMNS = ['holder', 'author', 'proposer'];

/**
 * `palabre tally FILE.pb --rule NAME [--json]`: counts a file without a database.
 * Gives the exit code: 0, or 2 with one line on the error output.
 */
export async function runTally(
  args: readonly string[],
  output: Output = { out: console.log, err: console.error },
): Promise<number> {
  const request = readRequest(args);
  if (typeof request === 'string') return refuse(output, request);
  const { path, json, options, houseRules } = request;
  const file = await readPabulibFile(path);
  if (!file.ok) return refuse(output, `${path}, ${file.words}`);
  const wrong = refuseKind(file.election, request) ?? refuseProjects(file, request);
  if (wrong) return refuse(output, `${path}, ${wrong}`);

  const election = describeProjects(file, request.seed);
  const start = performance.now();
  const house = asksForHouseRules(houseRules)
    ? countWithHouseRules(election, options, houseRules)
    : null;
  const tally = house?.tally ?? countElection(election, options);
  const elapsedMs = Math.round((performance.now() - start) * 1000) / 1000;
  if (json) output.out(writeJson(election, tally, house, elapsedMs));
  else
    for (const line of describeTally({ ...file, election }, tally, house, elapsedMs))
      output.out(line);
  return 0;
}

function refuseKind({ kind }: Election, { options }: TallyRequest): string | null {
  const { rule, seats } = options;
  if (canCount(rule, { kind, seats: seats ?? null })) return null;
  const known = `règles de ces bulletins : ${rulesFor(kind).join(', ')}`;
  const why =
    rule === 'majority-judgment' || rule === 'yes-no'
      ? 'aucun fichier Pabulib ne porte de tels bulletins'
      : `pas pour des bulletins « ${kind} »`;
  return `règle « ${rule} » : ${why} (${known})`;
}

/** What house rules ask of the projects, and the file does not say. */
function refuseProjects(
  { projects, election }: ReadPabulib,
  { options, houseRules }: TallyRequest,
): string | null {
  const ids = new Set(election.projects.map(({ id }) => id));
  const unknown = houseRules.incompatible.flat().find((id) => !ids.has(id));
  if (unknown !== undefined) return `--incompatible : aucun projet « ${unknown} »`;
  const zones = new Set(projects.map(findDistrict).filter(Boolean));
  const { winnersPerZone, mostPerHolder } = houseRules;
  if (winnersPerZone !== null && zones.size === 0)
    return `--per-zone : PROJECTS n’a pas de colonne remplie (${DISTRICT_COLUMNS.join(', ')})`;
  if (winnersPerZone !== null && (options.seats ?? Infinity) < winnersPerZone * zones.size)
    return `--seats ${options.seats} : moins que ce que --per-zone garantit (${zones.size} zones)`;
  if (mostPerHolder !== null && !projects.some(findHolder))
    return `--per-holder : PROJECTS n’a pas de colonne remplie (${HOLDER_COLUMNS.join(', ')})`;
  return null;
}

function findHolder({ cells }: ReadPabulib['projects'][number]): string {
  return HOLDER_COLUMNS.map((column) => cells.get(column)).find(Boolean) ?? '';
}

/** The election with what the file and the draw say of its projects. */
function describeProjects({ election, projects }: ReadPabulib, seed: string | null): Election {
  return {
    ...election,
    projects: election.projects.map((project, at) => {
      const zone = findDistrict(projects[at]!);
      const holder = findHolder(projects[at]!);
      return {
        ...project,
        ...(zone && { zone }),
        ...(holder && { holder }),
        ...(seed !== null && { lot: drawLot(seed, project.id) }),
      };
    }),
  };
}

/** Anyone may draw again: hash the seed, a colon and the id, then sort what comes out. */
function drawLot(seed: string, id: string): string {
  return createHash('sha256').update(`${seed}:${id}`).digest('hex');
}

function asksForHouseRules({ incompatible, ...rules }: HouseRules): boolean {
  return incompatible.length > 0 || Object.values(rules).some((asked) => asked !== null);
}

function writeJson(
  { budget }: Election,
  tally: TallyResult,
  house: HouseCount | null,
  elapsedMs: number,
): string {
  const { rule } = tally;
  const { winners, cost } = house ?? tally;
  const counted = { rule, winners, cost: writeCents(cost), budget: writeCents(budget), elapsedMs };
  if (!house) return JSON.stringify(counted);
  const { quorum, guarantees, exclusions, part, left, satisfaction } = house;
  return JSON.stringify({
    ...counted,
    left: writeCents(left),
    quorum,
    guarantees,
    exclusions,
    part: part && { ...part, amount: writeCents(part.amount) },
    satisfaction,
  });
}

function refuse(output: Output, words: string): number {
  output.err(`palabre tally : ${words.replace(/\p{C}/gu, ' ')}`);
  return 2;
}
