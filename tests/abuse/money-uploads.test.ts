import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Commons, makeCommons } from '../make/commons.ts';
import { makePerson } from '../make/people.ts';
import { makeRequest } from '../make/spending.ts';
import { type Fields, openTestSite, type SiteClient, type TestSite } from '../site-client.ts';

let site: TestSite;
let ours: Commons;
let office: SiteClient;
let draft: string;

beforeAll(async () => {
  site = await openTestSite();
  ours = await makeCommons(site);
  const { client } = await makePerson(site, { organisation: ours.movement, roles: ['officer'] });
  office = client;
  draft = String((await makeRequest(site, ours, { state: 'draft' })).number);
}, 120_000);
afterAll(() => site.close());

const pdf = (objects: string) => `%PDF-1.7\n${objects}\nxref\n0 1\ntrailer\n<<>>\n%%EOF\n`;

/** What is not what it says, by name: of no upload. */
const HOSTILE: Record<string, File> = {
  'a drawing with a script': new File(
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    'plan.png',
    { type: 'image/png' },
  ),
  'a page called .jpg': new File(['<!doctype html><script>alert(1)</script>'], 'photo.jpg', {
    type: 'image/jpeg',
  }),
  'a GIF that is a script': new File(['GIF89a/*\0\0*/=1;alert(1)//'], 'a.gif', {
    type: 'image/gif',
  }),
  'a PDF that runs': new File(
    [pdf('1 0 obj\n<</OpenAction <</S /JavaScript>>>>\nendobj')],
    'a.pdf',
    {
      type: 'application/pdf',
    },
  ),
  'an entity of a file': new File(
    ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
    '../../releve.xml',
    { type: 'text/xml' },
  ),
  'a program': new File(['MZ\u0090\0\u0003'], '\u202Egpj.exe', { type: 'image/jpeg' }),
  nothing: new File([''], `${'é'.repeat(300)}.pdf`, { type: 'application/pdf' }),
  'too much': new File([new Uint8Array(11 * 1024 * 1024)], 'a.pdf', { type: 'application/pdf' }),
};

interface Upload {
  pattern: string;
  by(): SiteClient;
  field: string;
  fields: Fields;
}

const UPLOADS: Record<string, Upload> = {
  'the picture of an action': {
    pattern: '/actions/:action/illustration',
    by: () => ours.made.lead.client,
    field: 'file',
    fields: { alt: 'Une collecte' },
  },
  'a document of a fund': {
    pattern: '/administration/fonds/:fund/documents',
    by: () => office,
    field: 'file',
    fields: { titre: 'La décision' },
  },
  'a photo of a report': {
    pattern: '/fonds/:fund/actions/:action/experiences/:group/:report/photos',
    by: () => ours.other.lead.client,
    field: 'file',
    fields: { alt: 'Des caisses' },
  },
  'a receipt': {
    pattern: '/depenses/:draft/justificatifs',
    by: () => ours.made.treasurers[0].client,
    field: 'file',
    fields: { nature: 'ticket-de-caisse', titre: 'Ticket', montant: '12' },
  },
  'what shows a bank account': {
    pattern: '/depenses/:draft/coordonnees',
    by: () => ours.made.treasurers[0].client,
    field: 'file',
    fields: { payee: '', titulaire: 'Rosa', iban: '', bic: '', version: '1', geste: 'continuer' },
  },
  'a statement of the bank': {
    pattern: '/finances/releves',
    by: () => ours.desk.client,
    field: 'fichier',
    fields: { compte: 'habituel' },
  },
  'a file of donations': {
    pattern: '/finances/dons/importer',
    by: () => ours.desk.client,
    field: 'fichier',
    fields: {},
  },
};

describe('W7 what people of a movement send', () => {
  const all = Object.keys(UPLOADS).flatMap((what) =>
    Object.keys(HOSTILE).map((file) => [what, file] as const),
  );
  it.each(all)('W7 %s: %s is refused in words, and nothing of it is kept', async (what, file) => {
    const { pattern, by, field, fields } = UPLOADS[what]!;
    const path = ours.address(pattern.replace(':draft', draft));
    const before = await ours.fingerprint();
    const client = await by().post(path, { ...fields, [field]: HOSTILE[file]! });
    expect([413, 422], `${client.status}`).toContain(client.status);
    expect(client.main).not.toContain('<script>alert');
    expect(client.main).not.toContain('root:');
    expect(await ours.fingerprint(), 'nothing is kept').toBe(before);
  });
});
