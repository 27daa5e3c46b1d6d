import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { publish } from '../../../../tests/make/poll.ts';
import { castFor, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { isSigned } from '../box/box.crypto.ts';
import { sealPoll } from '../index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function download(address: string): Promise<{ status: number; bytes: Uint8Array }> {
  const answer = await site.fetch(new Request(`http://localhost${address}`));
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

describe('the public bundle', () => {
  it('R58 V15 is there once the result is published, not before; it is whole, signed and the same each time', async () => {
    const { edition, poll } = await makePoll(site);
    const address = urls.resultBundle({ edition: edition.slug });
    for (const ballot of [[1, 2], [2, 3], [2], [4]]) {
      const voter = await makePerson(site);
      expect(await castFor(site, poll, voter.id, ballot)).toMatchObject({ ok: true });
    }
    expect((await download(address)).status).toBe(404);
    site.travel('6 days');
    const by = { organisationId: site.organisationId, by: null };
    expect((await sealPoll(site.db, site.config, by, poll.id)).ok).toBe(true);
    expect((await download(address)).status).toBe(404);
    await publish(site, by, poll.id, { sealed: true });

    const [first, second] = await Promise.all([download(address), download(address)]);
    expect(first.status).toBe(200);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const files = Object.fromEntries(
      Object.entries(unzipSync(first.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    const index = JSON.parse(files['bundle.json']!);
    expect(index).toMatchObject({ format: 'pb-bundle-v1', poll: poll.id, ballots: 4, heads: 1 });
    for (const [name, hash] of Object.entries(index.files)) expect(hashOf(files[name]!)).toBe(hash);
    expect(Object.keys(index.files)).toContain('election-A.pb');
    const manifest = JSON.parse(files['manifest.json']!);
    expect(hashOf(files['manifest.json']!)).toBe(index.manifest);
    const signatures = JSON.parse(files['signatures.json']!);
    const signed = (what: 'pb-bundle-v1' | 'pb-manifest-v1', name: string, signature: string) =>
      isSigned(manifest.verifyKey, what, files[name]!, signature);
    expect(signed('pb-bundle-v1', 'bundle.json', signatures.bundle)).toBe(true);
    expect(signed('pb-manifest-v1', 'manifest.json', signatures.manifest)).toBe(true);
    const ballots = files['ballots.jsonl']!.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ballots.map(({ commitment }) => commitment)).toEqual(
      files['leaves.txt']!.trim().split('\n'),
    );
    // four people voted: a channel of fewer than ten is not told
    expect(JSON.parse(files['record.json']!).turnout).toEqual({
      voters: 4,
      online: null,
      paper: 0,
    });
    // nothing of who or when
    expect(JSON.stringify(files)).not.toMatch(/key_hash|slot|elector|@/);
    site.travel(null);
  });
});
