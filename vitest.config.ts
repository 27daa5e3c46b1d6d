import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/setup/postgres.ts'],
    maxWorkers: 2,
    // files of one worker share what they import, as rooms share it on a server: a fifth of the time
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // what waits for work done beside it (mails, the chain of the journal) waits for a loaded machine too
    expect: { poll: { timeout: 20_000 } },
  },
});
