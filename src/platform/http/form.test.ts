import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, readForm } from './form.ts';

const urlencoded = (body: string) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('a form', () => {
  it('W12 has one spelling: composed accents, no invisible characters, emoji kept whole', () => {
    expect(cleanText('e\u0301te\u0301')).toBe('été');
    expect(cleanText('a\u200bb\u202ec\ufeffd')).toBe('abcd');
    expect(cleanText('👩‍🌾 au jardin')).toBe('👩‍🌾 au jardin');
    expect(cleanText('ligne\r\nsuivante\rfin')).toBe('ligne\nsuivante\nfin');
    expect(cleanText('demi \ud83d paire')).toBe('demi  paire');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => cleanText(cleanText(text)) === cleanText(text),
      ),
    );
  });

  it('W14 has no NUL, no prototype, and no field twice', async () => {
    const form = await readForm(
      urlencoded('titre=a%00b&__proto__=x&constructor=y&twice=1&twice=2'),
      1000,
    );
    expect(form.text('titre')).toBe('ab');
    expect(form.text('__proto__')).toBe('x');
    expect(form.text('toString')).toBe('');
    expect(() => form.text('twice')).toThrow(/repeated-field/);
    expect(form.all('twice')).toEqual(['1', '2']);
  });

  it('W9 is never read beyond its limit, whatever the length it claims', async () => {
    await expect(readForm(urlencoded(`a=${'x'.repeat(2_000_000)}`), 1000)).rejects.toMatchObject({
      status: 413,
    });
  });

  it('W5 is a form and nothing else', async () => {
    for (const type of ['text/plain', 'application/json', '']) {
      const request = new Request('http://localhost/', {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'content-type': type },
      });
      await expect(readForm(request, 1000)).rejects.toMatchObject({ status: 415 });
    }
    const broken = new Request('http://localhost/', {
      method: 'POST',
      body: 'not multipart',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    await expect(readForm(broken, 1000)).rejects.toMatchObject({ status: 400 });
  });
});
