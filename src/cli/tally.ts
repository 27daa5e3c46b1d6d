import { parseArgs } from 'node:util';
import {
  canCount,
  countElection,
  isRuleName,
  ruleNames,
  type TallyOptions,
  type TieBreaker,
  writeCents,
} from '../rooms/tally/index.ts';
import { readPabulibFile } from './pabulib-file.ts';
import { describeTally } from './tally-words.ts';

/** Where a command writes: a line each time. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

/** A file knows no date of deposit, so 'earlier-deposit' has nothing to go by here. */
const tieBreakersOfFiles: readonly TieBreaker[] = ['lower-cost', 'smaller-id'];

const usage = `usage : palabre tally FICHIER.pb --rule ${ruleNames.join('|')} [--tie-break ${tieBreakersOfFiles.join(',')}] [--fund-unsupported] [--json]`;

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
  const { path, json, options } = request;
  const file = await readPabulibFile(path);
  if (!file.ok) return refuse(output, `${path}, ${file.words}`);

  if (!canCount(options.rule, file.election))
    return refuse(
      output,
      `${path}, règle « ${options.rule} » : pas pour des bulletins « ${file.election.kind} »`,
    );
  const start = performance.now();
  const result = countElection(file.election, options);
  const elapsedMs = Math.round((performance.now() - start) * 1000) / 1000;
  const { rule, winners, cost, budget } = result;
  if (json)
    output.out(
      JSON.stringify({
        rule,
        winners,
        cost: writeCents(cost),
        budget: writeCents(budget),
        elapsedMs,
      }),
    );
  else for (const line of describeTally(file, result, elapsedMs)) output.out(line);
  return 0;
}

interface Request {
  path: string;
  json: boolean;
  options: TallyOptions;
}

function readRequest(args: readonly string[]): Request | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    return usage;
  }
  const { values, positionals } = parsed;
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || values.rule === undefined) return usage;
  if (!isRuleName(values.rule))
    return `règle « ${values.rule} » inconnue (connues : ${ruleNames.join(', ')})`;
  const tieBreak = values['tie-break'].split(',') as TieBreaker[];
  const unknown = tieBreak.find((criterion) => !tieBreakersOfFiles.includes(criterion));
  if (unknown !== undefined)
    return `départage « ${unknown} » inconnu (connus : ${tieBreakersOfFiles.join(', ')})`;
  const fundUnsupported = values['fund-unsupported'];
  return { path, json: values.json, options: { rule: values.rule, tieBreak, fundUnsupported } };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      'tie-break': { type: 'string', default: 'smaller-id' },
      'fund-unsupported': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
}

function refuse(output: Output, words: string): number {
  output.err(`palabre tally : ${words.replace(/\p{C}/gu, ' ')}`);
  return 2;
}
