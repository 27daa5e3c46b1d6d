import { CRITERIA } from '../../src/rooms/actions/action.ts';
import { urls } from '../../src/urls.ts';
import { dayFields, type Seat } from './sc2-seat.ts';

/** The office prepares a fund of 20 000 €, the treasury gives, the office opens it. Gives its address part. */
export async function openFundOf(office: Seat, desk: Seat): Promise<string> {
  await office.goTo(urls.adminNewFund());
  await office.send('Créer le fonds', {
    nom: 'Fonds d’actions solidaires',
    exercice: '2026',
    resume: 'Vingt mille euros pour agir.',
    presentation: 'Décidé par l’assemblée représentative de 2019.',
    regles: 'Une action utile, simple et reproductible.',
    plafond: '300',
    seuil: '5',
    visibilite: 'certified-groups',
    'lien-1-titre': 'La décision de 2019',
    'lien-1-adresse': 'https://exemple.fr/2019',
  });
  const fund = 'fonds-d-actions-solidaires';
  await desk.goTo(urls.fundEndowment({ fund }));
  await desk.send('Donner au fonds', {
    montant: '20 000',
    libelle: 'Vote de l’assemblée',
    ...dayFields('jour', '2026-01-02'),
  });
  await desk.reads('20 000');
  await office.goTo(urls.adminFund({ fund }));
  await office.press('Ouvrir le fonds');
  return fund;
}

const TITLE = 'Collecte solidaire devant le supermarché';

/** From the five criteria to a proposal that was handed in: 300,01 € is refused, 280 € is taken. Gives its address part. */
export async function proposeCollection(lead: Seat, fund: string): Promise<string> {
  await lead.goTo(urls.proposeAction({ fund }));
  await lead.send('Commencer la proposition', { criteres: CRITERIA.slice(0, 4) });
  await lead.reads('Cochez les cinq critères');
  await lead.send('Commencer la proposition', { criteres: CRITERIA });
  const typed = {
    titre: TITLE,
    resume: 'Une matinée de collecte pour l’aide alimentaire du quartier.',
    type: 'solidarity',
    description: 'On se relaie à la sortie des caisses, liste des besoins en main.',
    implication: 'Les habitant·es donnent et trient.',
    inclusion: 'Une heure suffit.',
    adaptation: 'Un marché convient aussi.',
    etapes: 'Accord du magasin.',
    materiel: 'Deux tables.',
    'depense-1': 'Cagettes',
    'montant-1': '280',
  };
  await lead.send('Enregistrer et relire', { ...typed, 'montant-1': '300,01' });
  await lead.reads('Le total dépasse');
  await lead.send('Enregistrer et relire', { 'montant-1': '280' });
  await lead.reads(TITLE, '280 €');
  await lead.press('Envoyer la proposition');
  return lead.path.split('/')[2]!;
}

const MET = {
  quotidien: 'oui',
  implication: 'oui',
  inclusion: 'oui',
  reproduction: 'oui',
  'budget-rempli': 'oui',
};

/** Sent back once with words, completed, published. */
export async function completeAndPublish(reviewer: Seat, lead: Seat, action: string) {
  await reviewer.goTo(urls.examination({ action }));
  await reviewer.send('Demander des compléments', {
    ...MET,
    inclusion: 'non',
    'note-inclusion': 'Dites combien de temps cela prend.',
    motif: 'Presque prêt.',
  });
  await lead.goTo(urls.proposal({ action }));
  await lead.reads('Presque prêt.', 'Dites combien de temps cela prend.');
  await lead.goTo(urls.proposalText({ action }));
  await lead.send('Enregistrer et relire', { inclusion: 'Une heure par personne.' });
  await lead.press('Renvoyer la proposition');
  await reviewer.goTo(urls.examination({ action }));
  await reviewer.send('Publier l’action', MET);
}

/** The commitment of a group, filled in; `press` sends it. */
export async function fillCommitment(
  lead: Seat,
  at: { fund: string; action: string; group: string },
) {
  await lead.goTo(urls.actionCommitment(at));
  await lead.fill('Engager notre groupe', { adaptation: 'Devant la halle.', promesse: 'oui' });
}

/** A provisional budget of 240 €, prepared by a treasurer and validated by the desk. Gives its number. */
export async function validateBudgetOf(treasurer: Seat, desk: Seat, group: string) {
  await treasurer.goTo(urls.newGroupBudget({ group }));
  await treasurer.press(/^Préparer/);
  const typed = { 'depense-1': 'Denrées', 'montant-1': '280,01', explications: 'Un samedi.' };
  await treasurer.send('Envoyer à l’équipe de suivi', typed);
  await treasurer.reads('Le total dépasse');
  await treasurer.send('Envoyer à l’équipe de suivi', { 'montant-1': '240' });
  const budget = treasurer.path.split('/').at(-1)!;
  await desk.goTo(urls.financeBudget({ budget }));
  await desk.send('Enregistrer la décision', { decision: 'valider' });
  return budget;
}
