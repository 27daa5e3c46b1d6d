import { address } from './platform/http/address.ts';

/**
 * Every address of the site. French path segments, ids that people can read out
 * (/editions/2026/idees/12-jardin-partage: the number decides, the words are for readers).
 */
export const urls = {
  home: address('/'),

  // organisations
  charter: address('/charte'),
  accessibility: address('/accessibilite'),
  privacy: address('/confidentialite'),
  legal: address('/mentions-legales'),
  language: address('/langue/:locale'),
  brand: address('/couleurs/:file'),
  installation: address('/installation/:token'),

  adminProviders: address('/administration/fournisseurs-d-identite'),
  adminNewProvider: address('/administration/fournisseurs-d-identite/nouveau'),
  adminProvider: address('/administration/fournisseurs-d-identite/:provider'),
  adminVerifyProvider: address('/administration/fournisseurs-d-identite/:provider/verifier'),
  adminEnableProvider: address('/administration/fournisseurs-d-identite/:provider/proposer'),
  adminDisableProvider: address('/administration/fournisseurs-d-identite/:provider/retirer'),
  adminRemoveProvider: address('/administration/fournisseurs-d-identite/:provider/supprimer'),

  // identity
  providerSignIn: address('/connexion/fournisseur/:provider'),
  providerReturn: address('/connexion/fournisseur/:provider/retour'),
  providerIdentity: address('/connexion/identite'),
  linkIdentity: address('/connexion/identite/lier'),
  linkedAccounts: address('/compte/comptes-lies'),
  unlinkAccount: address('/compte/comptes-lies/:provider/delier'),
  signUp: address('/inscription'),
  signUpSent: address('/inscription/courriel'),
  confirmAddress: address('/inscription/confirmer/:token'),
  signIn: address('/connexion'),
  signInByCode: address('/connexion/code'),
  signInCode: address('/connexion/code/saisie'),
  signOut: address('/deconnexion'),
  forgottenPassword: address('/mot-de-passe-oublie'),
  newPassword: address('/mot-de-passe/:token'),
  acceptCharter: address('/charte/accepter'),
  account: address('/compte'),
  accountEmail: address('/compte/courriel'),
  confirmEmail: address('/compte/courriel/:token'),
  accountPassword: address('/compte/mot-de-passe'),
  accountSessions: address('/compte/appareils'),
  closeSession: address('/compte/appareils/:session/fermer'),
  accountIdentity: address('/compte/identite'),
  accountReminders: address('/compte/rappels'),

  // spaces
  editions: address('/editions'),
  edition: address('/editions/:edition'),
  rules: address('/editions/:edition/reglement'),

  // ideas
  ideas: address('/editions/:edition/idees'),
  idea: address('/editions/:edition/idees/:idea'),
  supportIdea: address('/editions/:edition/idees/:idea/soutenir'),
  withdrawSupport: address('/editions/:edition/idees/:idea/ne-plus-soutenir'),
  editIdea: address('/editions/:edition/idees/:idea/modifier'),
  depositStart: address('/editions/:edition/deposer'),
  depositText: address('/editions/:edition/deposer/:draft/texte'),
  depositCompare: address('/editions/:edition/deposer/:draft/idees-proches'),
  depositSupport: address('/editions/:edition/deposer/:draft/idees-proches/:idea/soutenir'),
  depositFiles: address('/editions/:edition/deposer/:draft/documents'),
  depositRemoveFile: address('/editions/:edition/deposer/:draft/documents/:file/retirer'),
  depositPreview: address('/editions/:edition/deposer/:draft/apercu'),
  depositPublish: address('/editions/:edition/deposer/:draft/publier'),
  depositAbandon: address('/editions/:edition/deposer/:draft/abandonner'),
  depositAutosave: address('/editions/:edition/deposer/:draft/brouillon'),
  file: address('/fichiers/:file'),

  // projects
  projects: address('/editions/:edition/projets'),
  project: address('/editions/:edition/projets/:project'),
  projectsPdf: address('/editions/:edition/projets.pdf'),

  // polls
  vote: address('/editions/:edition/vote'),
  voteBasket: address('/editions/:edition/vote/panier'),
  voteReview: address('/editions/:edition/vote/bulletin'),
  voteCast: address('/editions/:edition/vote/depot'),
  voteReceipt: address('/editions/:edition/vote/recu'),
  voteReceiptPdf: address('/editions/:edition/vote/recu.pdf'),
  votePoints: address('/editions/:edition/vote/ou-voter'),
  voteProof: address('/editions/:edition/vote/preuve'),
  voteReminder: address('/editions/:edition/vote/rappel'),
  voteReminderUndo: address('/editions/:edition/vote/rappel/annuler'),
  stopReminders: address('/rappels/:token'),
  results: address('/editions/:edition/resultats'),
  resultBundle: address('/editions/:edition/resultats/urne.zip'),
  resultMinutes: address('/editions/:edition/resultats/proces-verbal.pdf'),
  resultMinutesCsv: address('/editions/:edition/resultats/proces-verbal.csv'),
  verifyResult: address('/editions/:edition/resultats/verifier'),
  verifierFile: address('/verify.mjs'),
  findBallot: address('/editions/:edition/resultats/mon-bulletin'),
  publicVotes: address('/editions/:edition/resultats/votes'),
  publicVotesCsv: address('/editions/:edition/resultats/votes.csv'),

  // insights
  whatIf: address('/editions/:edition/resultats/et-si'),
  adminSimulator: address('/administration/editions/:edition/simulateur'),

  // delivery
  deliveries: address('/editions/:edition/suivi'),
  delivery: address('/editions/:edition/suivi/:project'),

  // administration
  admin: address('/administration'),
  adminJournal: address('/administration/journal'),
  adminNewEdition: address('/administration/editions/nouvelle'),
  adminEdition: address('/administration/editions/:edition'),
  adminEditionSettings: address('/administration/editions/:edition/reglages'),
  adminEditionPhases: address('/administration/editions/:edition/calendrier'),
  adminEditionOpen: address('/administration/editions/:edition/ouvrir'),
  adminIdeas: address('/administration/editions/:edition/idees'),
  adminProjects: address('/administration/editions/:edition/projets'),
  adminNewProject: address('/administration/editions/:edition/projets/nouveau'),
  adminProject: address('/administration/editions/:edition/projets/:project'),
  adminRemoveProject: address('/administration/editions/:edition/projets/:project/supprimer'),
  adminFreezeList: address('/administration/editions/:edition/liste'),
  adminPoll: address('/administration/editions/:edition/scrutin'),
  adminPollOpen: address('/administration/editions/:edition/scrutin/ouvrir'),
  adminPollExtend: address('/administration/editions/:edition/scrutin/prolonger'),
  adminPollPrint: address('/administration/editions/:edition/scrutin/imprimer'),
  adminPollBallotPdf: address('/administration/editions/:edition/scrutin/imprimer/bulletin.pdf'),
  adminPollCoverPdf: address('/administration/editions/:edition/scrutin/imprimer/bordereau.pdf'),
  adminPollSeal: address('/administration/editions/:edition/scrutin/sceller'),
  adminPollCount: address('/administration/editions/:edition/scrutin/compter'),
  adminPollCancelCount: address('/administration/editions/:edition/scrutin/compter/arreter'),
  adminPollPublish: address('/administration/editions/:edition/scrutin/publier'),
  adminVotePoints: address('/administration/editions/:edition/points-de-vote'),
  adminNewVotePoint: address('/administration/editions/:edition/points-de-vote/nouveau'),
  adminVotePoint: address('/administration/editions/:edition/points-de-vote/:point'),
  adminVoteShifts: address('/administration/editions/:edition/points-de-vote/:point/permanences'),
  adminRemoveVotePoint: address(
    '/administration/editions/:edition/points-de-vote/:point/supprimer',
  ),
  adminPollCancelPublication: address('/administration/editions/:edition/scrutin/publier/annuler'),
  adminPollBureau: address('/administration/editions/:edition/scrutin/bureau'),
  adminPollMinutes: address('/administration/editions/:edition/scrutin/proces-verbal.pdf'),
  adminPollMinutesCsv: address('/administration/editions/:edition/scrutin/proces-verbal.csv'),

  // the house itself
  health: address('/_sante'),
  mails: address('/_mails'),
  mail: address('/_mails/:mail'),
  gallery: address('/_ui'),
} as const;
