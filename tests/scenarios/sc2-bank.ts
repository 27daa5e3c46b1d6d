import { expect } from 'vitest';
import { urls } from '../../src/urls.ts';
import { BIC, makeCamt053, makeIban } from '../make/bank.ts';
import { findSchemaFaults, hasSchemas } from '../xml-schema.ts';
import { dayFields, type Seat } from './sc2-seat.ts';

const PAYER = makeIban(7);

/** The desk says which account pays, makes a file for the bank and reads it back: gives what names the payment. */
export async function transferTo(desk: Seat, request: { id: string }): Promise<string> {
  await desk.goTo(urls.payerAccounts());
  const typed = { titulaire: 'Élan commun', iban: PAYER, bic: BIC };
  await desk.send('Enregistrer', typed);
  await desk.goTo(urls.transfers());
  const today = new Date().toISOString().slice(0, 10);
  await desk.send('Préparer le fichier', {
    demande: request.id,
    [`libelle-${request.id}`]: 'Collecte du samedi',
    ...dayFields('jour', today),
  });
  await desk.reads('251,30');
  const batch = desk.path.split('/').at(-1)!;
  const xml = await desk.page.evaluate(
    async (path) => (await fetch(path)).text(),
    urls.transferBatchFile({ batch }),
  );
  expect(xml).toContain('<InstdAmt Ccy="EUR">251.30</InstdAmt>');
  if (hasSchemas) expect(findSchemaFaults('pain.001.001.09', xml)).toBe('');
  return /<EndToEndId>([^<]+)</.exec(xml)![1]!;
}

/** The statement of the bank says that it was paid. */
export async function bringStatement(desk: Seat, endToEndId: string): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const transactions = [{ amount: 25_130, endToEndId, name: 'Rosa Martin' }];
  const entries = [{ day, amount: -25_130, reference: 'B1', transactions }];
  const text = makeCamt053([{ iban: PAYER, entries }]);
  await desk.goTo(urls.bankStatements());
  const fichier = { name: 'releve.xml', mimeType: 'text/xml', buffer: Buffer.from(text) };
  await desk.send('Importer le relevé', { compte: 'habituel' }, { fichier });
}
