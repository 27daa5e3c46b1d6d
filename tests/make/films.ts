/** Films of a few hundred bytes with the structure of real ones, and what a telephone writes beside the pictures. */

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

export function box(type: string, ...held: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(held.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)));
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

const ftyp = box('ftyp', 'isom', u32(512), 'isomiso2mp41');
const handler = (kind: string) => box('hdlr', u32(0), u32(0), kind, Buffer.alloc(12), 'piste\0');

function track(kind: string, offset: number, sizes: readonly number[]): Buffer {
  const table = box(
    'stbl',
    box('stsd', u32(0), u32(0)),
    box('stsc', u32(0), u32(1), u32(1), u32(sizes.length), u32(1)),
    box('stsz', u32(0), u32(0), u32(sizes.length), ...sizes.map(u32)),
    box('stco', u32(0), u32(1), u32(offset)),
  );
  return box('trak', box('tkhd', Buffer.alloc(84)), box('mdia', handler(kind), box('minf', table)));
}

export const PLACE = '+48.8566+002.3522/';

/** A film whose pictures are « IMAGES », with the place in its user data, its metadata, and in a track by the second. */
export function mp4({ more = [] as Buffer[] } = {}): Buffer {
  const pictures = Buffer.from('IMAGES');
  const places = Buffer.from(`${PLACE}${PLACE}`);
  const moov = (at: number) =>
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      track('vide', at, [pictures.length]),
      track('meta', at + pictures.length, [PLACE.length, PLACE.length]),
      box('udta', box('\u00a9xyz', Buffer.from([0, PLACE.length, 0x15, 0xc7]), PLACE)),
      box('meta', u32(0), box('ilst', 'com.apple.quicktime.location.ISO6709', PLACE)),
      box('uuid', Buffer.alloc(16, 7), `<x:xmpmeta>${PLACE}</x:xmpmeta>`),
    );
  const at = ftyp.length + moov(0).length + 8;
  return Buffer.concat([ftyp, moov(at), box('mdat', pictures, places), ...more]);
}

function element(id: number, body: Buffer | string, unknown = false): Buffer {
  const hex = id.toString(16);
  const held = typeof body === 'string' ? Buffer.from(body) : body;
  const size = Buffer.alloc(8);
  if (unknown) size.fill(0xff).writeUInt8(1, 0);
  else size.writeBigUInt64BE(BigInt(held.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(hex, 'hex'), size, held]);
}

/** `live`: as browsers record it, without sizes of the whole and of its clusters. */
export function webm({ live = false, kind = 'webm', more = [] as Buffer[] } = {}): Buffer {
  const segment = [
    element(
      0x1549a966,
      Buffer.concat([
        element(0x2ad7b1, u32(1_000_000)),
        element(0x7ba9, `Chez moi ${PLACE}`),
        element(0x5741, 'Un telephone'),
      ]),
    ),
    element(0x1654ae6b, element(0xae, element(0xd7, Buffer.from([1])))),
    element(
      0x1f43b675,
      Buffer.concat([element(0xe7, Buffer.from([0])), element(0xa3, 'IMAGES')]),
      live,
    ),
    element(0x1254c367, element(0x7373, `LOCATION ${PLACE}`)),
    element(0xec, `cache ${PLACE}`),
    ...more,
  ];
  return Buffer.concat([
    element(0x1a45dfa3, Buffer.concat([element(0x4286, Buffer.from([1])), element(0x4282, kind)])),
    element(0x18538067, Buffer.concat(segment), live),
  ]);
}
