import { benchEurope } from '../../bench/europe.ts';
import { benchFigures } from '../../bench/figures.ts';
import { benchGrowth } from '../../bench/growth.ts';
import { benchHttp } from '../../bench/http.ts';
import { benchImport } from '../../bench/import.ts';
import { benchLetters } from '../../bench/letters.ts';
import { benchLists } from '../../bench/lists.ts';
import { benchMoney } from '../../bench/money.ts';
import { benchNetwork } from '../../bench/network.ts';
import { benchPairs } from '../../bench/pairs.ts';
import { benchProgramme } from '../../bench/programme.ts';
import { benchRegister } from '../../bench/register.ts';
import { withScratchDatabase } from '../../bench/scratch.ts';
import { benchSearch } from '../../bench/search.ts';
import { benchStart } from '../../bench/start.ts';
import { benchStudy } from '../../bench/study.ts';
import { benchTally } from '../../bench/tally.ts';
import { benchVote } from '../../bench/vote.ts';
import { benchVoteSteady } from '../../bench/vote-steady.ts';
import { benchWeight } from '../../bench/weight.ts';

const benches: Record<string, (detail?: string) => Promise<object>> = {
  europe: (detail) => withScratchDatabase((url) => benchEurope(url, detail)),
  figures: (detail) => withScratchDatabase((url) => benchFigures(url, detail)),
  growth: benchGrowth,
  http: benchHttp,
  import: (detail) => withScratchDatabase((url) => benchImport(url, detail)),
  letters: (detail) => withScratchDatabase((url) => benchLetters(url, detail)),
  lists: () => withScratchDatabase(benchLists),
  money: (detail) => withScratchDatabase((url) => benchMoney(url, detail)),
  network: (detail) => withScratchDatabase((url) => benchNetwork(url, detail)),
  pairs: (detail) => withScratchDatabase((url) => benchPairs(url, detail)),
  programme: (detail) => withScratchDatabase((url) => benchProgramme(url, detail)),
  register: (detail) => withScratchDatabase((url) => benchRegister(url, detail)),
  search: (detail) => withScratchDatabase((url) => benchSearch(url, detail)),
  start: benchStart,
  study: (detail) => withScratchDatabase((url) => benchStudy(url, detail)),
  tally: benchTally,
  vote: () => withScratchDatabase(benchVote),
  'vote-steady': () => withScratchDatabase(benchVoteSteady),
  weight: benchWeight,
};

/** `palabre bench NAME`: measures on this machine and prints one JSON object. */
export async function runBench([name, detail]: string[]): Promise<number> {
  const bench = benches[name ?? ''];
  if (!bench) {
    process.stderr.write(`palabre bench: ${Object.keys(benches).join(', ')}\n`);
    return 2;
  }
  process.stdout.write(`${JSON.stringify({ bench: name, ...(await bench(detail)) }, null, 2)}\n`);
  return 0;
}
