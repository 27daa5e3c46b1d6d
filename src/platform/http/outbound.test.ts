import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchOutside, OutboundFailure, type OutboundRules } from './outbound.ts';
import { isPublicAddress } from './reachable.ts';

/** A real peer on this machine, which counts who comes. */
let peer: Server;
let origin: string;
let port: number;
let visits = 0;
beforeAll(async () => {
  peer = createServer((request, answer) => {
    visits += 1;
    if (request.url === '/moved') {
      answer.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    } else if (request.url === '/long') {
      answer.end(Buffer.alloc(3000));
    } else if (request.url === '/silent') {
      // never answers
    } else {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () =>
        answer.end(`${request.method} ${request.headers.host} ${Buffer.concat(parts)}`),
      );
    }
  });
  await new Promise<void>((ready) => peer.listen(0, '127.0.0.1', ready));
  port = (peer.address() as AddressInfo).port;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  peer.closeAllConnections();
  peer.close();
});

const strict: OutboundRules = { allowLocalPeers: false };
const local: OutboundRules = { allowLocalPeers: true };

async function refusalOf(address: string, rules: OutboundRules = strict): Promise<string> {
  try {
    return String((await fetchOutside(address, {}, rules)).status);
  } catch (error) {
    return error instanceof OutboundFailure ? error.refusal : `?? ${error}`;
  }
}

describe('W6 requests that leave the server', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://localhost/',
  ])('W6 never goes to %s', async (address) => {
    expect(await refusalOf(address)).toBe('not-public');
  });

  it.each(['http://exemple.fr/', 'ftp://exemple.fr/', 'file:///etc/passwd', 'data:text/plain,x'])(
    'W6 speaks https only, not %s',
    async (address) => {
      expect(await refusalOf(address)).toBe('not-https');
    },
  );

  it('W6 refuses what is no address, or carries a password', async () => {
    expect(await refusalOf('nulle part')).toBe('address-unreadable');
    expect(await refusalOf('https://moi:secret@exemple.fr/')).toBe('address-unreadable');
  });

  it('W6 a name that stands for one public and one inner address is refused', async () => {
    const resolve = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    expect(await refusalOf('https://exemple.fr/', { ...strict, resolve })).toBe('not-public');
  });

  it('W6 goes where it looked, even when the name changes in between', async () => {
    // asked once, and the connection is made to that answer: a second answer is never asked for
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.9', family: 4 }];
    };
    const before = visits;
    const answer = await fetchOutside(
      `http://rebond.invalid:${port}/`,
      {},
      { allowLocalPeers: true, resolve },
    );
    expect(await answer.text()).toBe(`GET rebond.invalid:${port} `);
    expect([asked, visits - before]).toEqual([1, 1]);
  });

  it('W6 follows no redirect', async () => {
    const before = visits;
    const answer = await fetchOutside(`${origin}/moved`, {}, local);
    expect(answer.status).toBe(302);
    expect(visits - before).toBe(1);
  });

  it('W6 with this machine shut, its peer is never visited', async () => {
    const before = visits;
    expect(await refusalOf(origin)).toBe('not-https');
    expect(await refusalOf(`https://127.0.0.1:${port}/`)).toBe('not-public');
    expect(visits).toBe(before);
  });

  it('W9 an answer is neither endless nor awaited for ever', async () => {
    expect(await refusalOf(`${origin}/long`, { ...local, limit: 2999 })).toBe('too-long');
    expect(await refusalOf(`${origin}/long`, { ...local, limit: 3000 })).toBe('200');
    expect(await refusalOf(`${origin}/silent`, { ...local, timeout: 50 })).toBe('too-slow');
  });

  it('says in one word why nobody answered', async () => {
    expect(await refusalOf('http://127.0.0.1:1/', local)).toBe('unreachable');
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await refusalOf('https://exemple.fr/', { ...strict, resolve })).toBe('name-unknown');
    expect(await refusalOf(`https://127.0.0.1:${port}/`, local)).toMatch(
      /certificate-refused|unreachable/,
    );
  });

  it('posts a form', async () => {
    const answer = await fetchOutside(
      `${origin}/`,
      { method: 'POST', body: new URLSearchParams({ a: 'é' }) },
      local,
    );
    expect(await answer.text()).toContain('a=%C3%A9');
  });

  it('knows a public address', () => {
    for (const address of ['1.1.1.1', '8.8.8.8', '2606:4700::1111', '2a00:1450::1'])
      expect(isPublicAddress(address), address).toBe(true);
    for (const address of ['', 'exemple.fr', '1.1.1', '::ffff:1.1.1.1'])
      expect(isPublicAddress(address), address).toBe(false);
  });
});
