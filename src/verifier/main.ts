/**
 * One file for both: `node verify.mjs BUNDLE.zip` on anybody's machine, and the very same file beside the
 * site's page, in the reader's browser.
 */
import { runVerify } from './command.ts';
import { listenToPage } from './worker.ts';

if ('WorkerGlobalScope' in globalThis) listenToPage(globalThis as never);
else process.exitCode = await runVerify(process.argv.slice(2));
