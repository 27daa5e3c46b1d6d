import { Readable } from 'node:stream';
import { countHit } from '../../platform/http/limits.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { hashSecret } from '../../platform/secrets/token.ts';
import { DATA_LICENCES } from '../organisations/index.ts';
import { holdsVersion, READS } from './open-data.ts';

interface OpenFile {
  name: string;
  type: string;
  /** Of everything that is in it. */
  mark: string;
  weight?: number;
  /** false: shown where it is asked for, as a catalogue is. */
  isDownload?: boolean;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * A file for everybody: any page of any site may fetch it, it is the same with and without a session, and whoever holds
 * this version gets 304. Nothing is read of a set before its bytes are asked for.
 */
export async function answerOpenFile(visit: Visit, file: OpenFile): Promise<Response> {
  const { request, db, address, organisation } = visit;
  // weak: the same rows; a zip of them need not be the same bytes
  const tag = `W/"${file.mark}"`;
  const headers = {
    etag: tag,
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, link',
    // a CSV has no place for it (RFC 4946, 3)
    link: `<${DATA_LICENCES[organisation.dataLicence].href}>; rel="license"`,
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (holdsVersion(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers });
  if (request.method !== 'HEAD')
    await countHit(db, {
      key: `open-data:${hashSecret(address)}`,
      hits: READS.hits,
      seconds: READS.seconds,
      weight: file.weight ?? 1,
    });
  return stream(visit, file, headers);
}

/** A file of the office, for whoever asked and nobody else. */
export function answerOfficeFile(visit: Visit, file: Omit<OpenFile, 'mark'>): Response {
  return stream(visit, file, { 'cache-control': 'private, no-store' });
}

function stream(
  { request }: Visit,
  { name, type, bytes, isDownload = true }: Omit<OpenFile, 'mark'>,
  headers: Record<string, string>,
): Response {
  const body = request.method === 'HEAD' ? null : Readable.toWeb(Readable.from(bytes));
  return new Response(body as unknown as BodyInit, {
    headers: {
      ...headers,
      'content-type': type,
      ...(isDownload && { 'content-disposition': `attachment; filename="${name}"` }),
    },
  });
}
