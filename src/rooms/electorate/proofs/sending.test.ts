import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePoll } from '../../../../tests/make/polls.ts';
import { newPass, openProofStage, type ProofStage } from '../../../../tests/make/proofs.ts';

let stage: ProofStage;
beforeAll(async () => {
  stage = await openProofStage();
});
afterAll(() => stage.site.close());

describe('what is not taken', () => {
  it('is told beside each field, and nothing is kept', async () => {
    const place = await makePoll(stage.site);
    const refusalsOf = async (more: object, options: object = {}) => {
      const answer = await stage.send(newPass(), more, { place, ...options });
      return answer.ok ? {} : answer.refusals;
    };
    const before = stage.filesKept();
    expect(await refusalsOf({ names: 'Zoé' })).toEqual({ names: 'names-missing' });
    expect(await refusalsOf({ names: `A ${'b'.repeat(200)}` })).toEqual({
      names: 'names-too-long',
    });
    expect(await refusalsOf({ birth: { day: '', month: '', year: '' } })).toEqual({
      birth: 'birth-missing',
    });
    expect(await refusalsOf({ birth: { day: '31', month: '2', year: '1990' } })).toEqual({
      birth: 'birth-not-a-date',
    });
    expect(await refusalsOf({ birth: { day: '1', month: '1', year: '2999' } })).toEqual({
      birth: 'birth-in-the-future',
    });
    expect(await refusalsOf({ birth: { day: '1', month: '1', year: '1800' } })).toEqual({
      birth: 'birth-too-long-ago',
    });
    expect(await refusalsOf({ address: '' })).toEqual({ address: 'address-missing' });
    expect(await refusalsOf({ address: 'x'.repeat(301) })).toEqual({ address: 'address-too-long' });
    expect(await refusalsOf({ email: 'a@b\r\nBcc: c@d.fr' })).toEqual({
      email: 'email-unreadable',
    });
    expect(await refusalsOf({}, { file: null })).toEqual({ file: 'file-missing' });
    expect(await refusalsOf({ names: '', address: '' }, { file: null })).toEqual({
      names: 'names-missing',
      address: 'address-missing',
      file: 'file-missing',
    });
    expect(await stage.queue(place)).toEqual([]);
    expect(stage.filesKept()).toBe(before);
  });

  it.each([
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'file-kind',
    ],
    ['HTML called .jpg', '<!doctype html><script>alert(1)</script>', 'file-kind'],
    ['a GIF that is also a script', 'GIF89a/*\x00\x00*/=1;alert(1)//', 'file-kind'],
    ['a document of an office program', 'PK\x03\x04\x14\x00\x06\x00', 'file-kind'],
    [
      'an XML with an entity',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      'file-kind',
    ],
    [
      'a PDF with a script',
      '%PDF-1.7\n1 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj\n%%EOF',
      'pdf-active',
    ],
    ['a PDF under a password', '%PDF-1.7\ntrailer << /Encrypt 9 0 R >>\n%%EOF', 'pdf-locked'],
    ['half a PDF', '%PDF-1.7 et puis rien', 'file-damaged'],
    ['nothing', '', 'file-empty'],
    ['more than 10 MB', 'x'.repeat(10 * 1024 * 1024 + 1), 'file-too-large'],
  ])('W7 %s', async (_, bytes, refusal) => {
    const file = new File([Buffer.from(bytes, 'latin1')], '../../etc/passwd\u202Egpj.jpg');
    const before = stage.filesKept();
    expect(await stage.send(newPass(), {}, { file })).toEqual({
      ok: false,
      refusals: { file: refusal },
    });
    expect(stage.filesKept()).toBe(before);
  });

  it('W7 where a photo was taken does not reach the officer', async () => {
    const place = await makePoll(stage.site);
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .withExif({ IFD3: { GPSLatitude: '48/1 50/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    await stage.send(
      newPass(),
      {},
      { place, file: new File([new Uint8Array(bytes)], 'x'.repeat(300)) },
    );
    const [proof] = await stage.queue(place);
    const answer = await stage.officer.client.send(`${stage.pageOf(proof!.id, place)}/document`);
    const kept = await sharp(new Uint8Array(await answer.arrayBuffer())).metadata();
    expect(kept.exif).toBeUndefined();
  });

  it('W10 twenty an hour from one network', async () => {
    const address = '203.0.113.77';
    const answers = [];
    for (let times = 0; times < 21; times += 1)
      answers.push(await stage.send(newPass(), {}, { address, file: new File(['x'], 'x') }));
    expect(answers.slice(0, 20).map((one) => !one.ok && one.refusals.file)).toEqual(
      Array(20).fill('file-kind'),
    );
    expect(answers[20]).toEqual({ ok: false, refusals: { form: 'proof-too-often' } });
  });
});
