import { expect } from 'vitest';
import { urls } from '../../src/urls.ts';
import { makeIban } from '../make/bank.ts';
import { makePhoto } from '../make/commons.ts';
import { dayFields, type Seat, type UploadedFile } from './sc2-seat.ts';

/** 251,30 € in all. */
const RECEIPTS = ['120', '100', '31,30'] as const;

async function makeFile(name: string): Promise<UploadedFile> {
  const photo = await makePhoto(name);
  return { name, mimeType: photo.type, buffer: Buffer.from(await photo.arrayBuffer()) };
}

/**
 * A treasurer asks for what three receipts prove, of a budget of 240 €, the rest out of the envelope, through the five
 * steps. Gives the number of the request.
 */
export async function askForReceipts(treasurer: Seat, group: string): Promise<string> {
  await treasurer.goTo(urls.newGroupRequest({ group }));
  await treasurer.press(/^Commencer(?! sur)/);
  const request = treasurer.path.split('/')[2]!;
  await treasurer.send('Enregistrer et continuer', {
    type: 'passee',
    intitule: 'Collecte du samedi',
    categorie: 'consumables',
    explication: 'Cagettes, denrées et affiches.',
    'contact-nom': 'Rosa',
    'contact-courriel': 'rosa@mouvement.example',
    ...dayFields('date', '2026-01-15'),
  });
  for (const [at, montant] of RECEIPTS.entries())
    await treasurer.send(
      'Ajouter cette pièce',
      { nature: 'ticket-de-caisse', titre: `Ticket ${at + 1}`, montant },
      { file: await makeFile(`ticket-${at + 1}.jpg`) },
    );
  await treasurer.goTo(urls.requestAmount({ request }));
  await treasurer.send('Calculer le partage', { montant: '251,30' });
  await treasurer.reads('Le fonds paie 240 €, 11,30 € restent');
  await treasurer.send('Enregistrer et continuer', { reste: 'oui' });
  await treasurer.send(
    'Enregistrer et continuer',
    { titulaire: 'Rosa Martin', iban: makeIban(42), bic: 'AGRIFRPP' },
    { file: await makeFile('rib.jpg') },
  );
  await treasurer.send('Certifier et envoyer à la vérification', {
    charte: 'oui',
    honneur: 'oui',
  });
  return request;
}

const CHECK = 'Confirmer et transmettre à l’équipe de suivi';

/** Whoever sent it finds nothing to confirm; another treasurer confirms, and the desk agrees. */
export async function checkAndApprove(first: Seat, second: Seat, desk: Seat, request: string) {
  await first.goTo(urls.requestEnding({ request }));
  expect(await first.page.getByRole('button', { name: CHECK }).count()).toBe(0);
  await second.goTo(urls.requestEnding({ request }));
  await second.press(CHECK);
  await desk.goTo(urls.financeRequest({ request }));
  await desk.reads('251,30');
  await desk.send('Enregistrer la décision', { decision: 'valider' });
}
