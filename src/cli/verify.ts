import { runVerify as verify } from '../verifier/command.ts';
import type { Output } from './tally.ts';

/** `palabre verify BUNDLE.zip`: the same as the verifier alone (`node verify.mjs`), without its file. */
export function runVerify(args: readonly string[], output?: Output): Promise<number> {
  return verify(args, output, 'palabre verify');
}
