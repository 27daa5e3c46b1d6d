import { describe, expect, it } from 'vitest';
import { type PeopleNews, writePeopleNews } from './people.mails.ts';

const about = {
  project: 'Une tente anti-gaspi',
  address: 'https://fleury.example/editions/2020/suivi/18',
  organisation: 'Fleury-sur-Braye',
};
const meeting = {
  title: 'Visite',
  startsAt: new Date('2026-05-02T12:30:00Z'),
  place: 'Place de la Halle',
  description: '',
};
const all: PeopleNews[] = [
  { kind: 'newcomer', parts: ['holder', 'technician'] },
  { kind: 'offer', body: 'Une remorque.' },
  { kind: 'answer', answer: 'Avec joie.' },
  { kind: 'volunteer' },
  { kind: 'accepted' },
  { kind: 'declined' },
  { kind: 'invitation', meeting },
  { kind: 'testimony' },
  { kind: 'testimony-accepted' },
  { kind: 'testimony-returned', reason: 'Sans nom.' },
];

describe('R60 R85 letters to the people of a realisation', () => {
  it.each(all)('R60 $kind: names the project, says where it is read, in both languages', (news) => {
    const [french, english] = (['fr', 'en'] as const).map((locale) =>
      writePeopleNews(news, about, locale),
    );
    for (const letter of [french!, english!]) {
      expect(letter.subject).toContain(about.project);
      expect(letter.subject).not.toMatch(/[\r\n]/);
      expect(letter.text).toContain(about.address);
      expect(letter.text.endsWith(about.organisation)).toBe(true);
    }
    expect(english!.text).not.toBe(french!.text);
    expect(english!.subject).not.toBe(french!.subject);
  });

  it('R60 an invitation says what, when and where', () => {
    const { text } = writePeopleNews({ kind: 'invitation', meeting }, about, 'fr');
    expect(text).toMatch(/samedi 2\smai 2026 à 14\sh\s30/);
    expect(text).toContain('Place de la Halle');
  });
});
