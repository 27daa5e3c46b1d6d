import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The built server or command line as its own process, on folders of its own. */
export interface Process {
  child: ChildProcess;
  /** Everything it printed. */
  said(): string;
  /** Resolves when it has printed what the pattern looks for; rejects if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal's name. */
  ended: Promise<number | string>;
}

export function run(
  script: 'main' | 'cli',
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Process {
  const child = spawn(process.execPath, [`dist/${script}.js`, ...args], {
    env: { ...process.env, PALABRE_ROOT: process.cwd(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const heard = () => child.emit('heard');
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
      heard();
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  void ended.then(heard);
  return {
    child,
    said: () => said,
    ended,
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(said);
        if (match) return match;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`Ended before ${pattern}:\n${said}`);
        await once(child, 'heard');
      }
    },
  };
}
