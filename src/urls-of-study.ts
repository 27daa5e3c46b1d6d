import { address } from './platform/http/address.ts';

/** From the collection of ideas to what their holders are told. A part of `urls`, which everybody asks. */
export const urlsOfStudy = {
  // the study of an idea
  adminStudyIdea: address('/administration/editions/:edition/etude/:idea'),
  task: address('/etude/:opinion'),
  threads: address('/editions/:edition/idees/:idea/echanges'),
  writeMessage: address('/editions/:edition/idees/:idea/echanges/:channel'),
  changeTeam: address('/editions/:edition/idees/:idea/echanges/equipe/composition'),

  adminExchanges: address('/administration/editions/:edition/echanges'),

  // who studies what, until when
  adminServices: address('/administration/editions/:edition/services'),
  adminAddService: address('/administration/editions/:edition/services/ajouter'),
  adminStudy: address('/administration/editions/:edition/etude'),
  adminAssign: address('/administration/editions/:edition/confier'),
  adminAssignmentRun: address('/administration/editions/:edition/confier/:run'),
  adminUndoRun: address('/administration/editions/:edition/confier/:run/annuler'),
  adminDueDays: address('/administration/editions/:edition/echeances'),
  adminAskIdea: address('/administration/editions/:edition/idees/:idea/avis'),
  adminOpinion: address('/administration/editions/:edition/avis/:opinion'),
  adminReassign: address('/administration/editions/:edition/avis/:opinion/confier'),
  adminOpinionDue: address('/administration/editions/:edition/avis/:opinion/echeance'),
  adminWithdraw: address('/administration/editions/:edition/avis/:opinion/retirer'),
  adminCloseReturn: address('/administration/editions/:edition/avis/:opinion/classer'),
  tasks: address('/etude'),
  taskReturn: address('/etude/:opinion/rendre'),
  taskTake: address('/etude/:opinion/prendre'),

  // ideas brought together
  merge: address('/regroupements/:merge'),
  adminMerges: address('/administration/editions/:edition/regroupements'),
  adminNewMerge: address('/administration/editions/:edition/regroupements/nouveau'),
  adminFindSimilar: address('/administration/editions/:edition/regroupements/chercher'),
  adminDismissPair: address('/administration/editions/:edition/regroupements/ecarter'),
  adminMerge: address('/administration/editions/:edition/regroupements/:merge'),
  adminMergeAnswer: address('/administration/editions/:edition/regroupements/:merge/reponse'),
  adminMergeWithdraw: address('/administration/editions/:edition/regroupements/:merge/retirer'),
  adminMergeUndo: address('/administration/editions/:edition/regroupements/:merge/separer'),

  // what is collected in the street, on paper, in workshops
  collect: address('/recueil'),
  collectEdition: address('/recueil/:edition'),
  collectPaper: address('/recueil/:edition/papier'),
  collectWorkshops: address('/recueil/:edition/ateliers'),
  collectWorkshop: address('/recueil/:edition/ateliers/:workshop'),
  collectOutreach: address('/recueil/:edition/rencontres'),
  originFile: address('/recueil/:edition/papier/:idea/feuille'),

  // letters, and one's own page
  accountLetters: address('/compte/courriels'),
  stopLetters: address('/courriels/:token'),
  adminLetters: address('/administration/courriels'),
  adminLetter: address('/administration/courriels/:letter'),
  adminSendLetterAgain: address('/administration/courriels/:letter/renvoyer'),
  /** What an edition writes: when, to whom, in which words. */
  adminMails: address('/administration/editions/:edition/courriels'),
  adminMailWords: address('/administration/editions/:edition/courriels/:moment'),
  adminMailTrial: address('/administration/editions/:edition/courriels/:moment/essai'),
  mySpace: address('/mon-espace'),
  /** What is kept of oneself: read, taken away, erased (R91, R193). */
  ownData: address('/mon-espace/donnees'),
  ownDataCode: address('/mon-espace/donnees/code'),
  ownDataExport: address('/mon-espace/donnees/export'),
  ownDataErasure: address('/mon-espace/donnees/effacement'),
  ownWork: address('/mon-travail'),
  myLetters: address('/mon-espace/courriels'),
  myLetter: address('/mon-espace/courriels/:letter'),
} as const;
