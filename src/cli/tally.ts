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
import { readPabulibFile } from './pabulib-file.ts';
import { readRequest, type TallyRequest } from './tally-request.ts';
import { describeTally } from './tally-words.ts';

/** Where a command writes: a line each time. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

/** Columns of PROJECTS that cities use, the first one that a file has. */
const zoneColumns = ['district', 'subunit', 'neighborhood'];
const holderColumns = ['holder', 'author'];

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
  if (canCount(rule, { kind, seats })) return null;
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
  const zoneColumn = findColumn(projects, zoneColumns) ?? '';
  const zones = new Set(projects.flatMap(({ cells }) => cells.get(zoneColumn) ?? []));
  const { winnersPerZone, mostPerHolder } = houseRules;
  if (winnersPerZone !== null && zones.size === 0)
    return `--per-zone : PROJECTS n’a pas de colonne ${zoneColumns.join(', ')}`;
  if (winnersPerZone !== null && (options.seats ?? Infinity) < winnersPerZone * zones.size)
    return `--seats ${options.seats} : moins que ce que --per-zone garantit (${zones.size} zones)`;
  if (mostPerHolder !== null && !findColumn(projects, holderColumns))
    return `--per-holder : PROJECTS n’a pas de colonne ${holderColumns.join(', ')}`;
  return null;
}

function findColumn(
  projects: ReadPabulib['projects'],
  columns: readonly string[],
): string | undefined {
  return columns.find((name) => projects.some(({ cells }) => cells.has(name)));
}

/** The election with what the file and the draw say of its projects. */
function describeProjects({ election, projects }: ReadPabulib, seed: string | null): Election {
  const columns = [zoneColumns, holderColumns].map((names) => findColumn(projects, names) ?? '');
  return {
    ...election,
    projects: election.projects.map((project, at) => {
      const [zone, holder] = columns.map((column) => projects[at]!.cells.get(column));
      return {
        ...project,
        ...(zone !== undefined && { zone }),
        ...(holder !== undefined && { holder }),
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
