import { urls } from '../../src/urls.ts';
import type { RoleName, Scene } from './scenes.ts';
import type { Particulars, Stage } from './stage.ts';

const at = ({ slug }: { slug: string }) => ({ edition: slug });

/** Forms sent as they are: their summary, and the words beside the fields. */
export function listRefusals(town: Stage['town'], particulars: Particulars): Scene[] {
  const collecting = at(town.collecting);
  const forms: [path: string, press: string, role: RoleName][] = [
    [urls.signUp(), 'Créer mon compte', 'anonymous'],
    [urls.signIn(), 'Me connecter', 'anonymous'],
    [urls.providerIdentity(), 'Créer mon compte', 'anonymous'],
    [urls.adminNewProvider(), 'Enregistrer ce fournisseur', 'administrator'],
    [urls.accountIdentity(), 'Déclarer et continuer', 'newcomer'],
    [urls.depositStart(collecting), 'Continuer', 'anonymous'],
    [particulars[urls.depositFiles.pattern]!.path, 'Ajouter', 'resident'],
    [urls.voteProof(at(town.voting)), 'Vérifier', 'anonymous'],
    [urls.findBallot(at(town.done)), 'Lire ce bulletin', 'anonymous'],
    [urls.verification(), 'Confirmer', 'unproven'],
    [particulars[urls.accountApp.pattern]!.path, 'Activer', 'resident'],
    [particulars[urls.depositPlace.pattern]!.path, 'Chercher', 'resident'],
    [urls.contact(), 'Envoyer mon message', 'anonymous'],
    [particulars[urls.reportContribution.pattern]!.path, 'Envoyer le signalement', 'resident'],
    [particulars[urls.askHiding.pattern]!.path, 'Envoyer la demande', 'resident'],
    [particulars[urls.appeal.pattern]!.path, 'Envoyer mon recours', 'resident'],
    [particulars[urls.moderationCase.pattern]!.path, 'Masquer la contribution', 'officer'],
    [urls.adminPauses(), 'Enregistrer la période', 'officer'],
    [town.address(urls.adminMessage.pattern), 'Envoyer la réponse', 'officer'],
    [urls.adminOutlines(), 'Lire le fichier', 'officer'],
    [urls.adminMapSettings(), 'Déposer le fichier', 'administrator'],
    [particulars[urls.invitation.pattern]!.path, 'Créer mon compte', 'anonymous'],
    [urls.adminGrantRole(), 'Donner ce rôle', 'administrator'],
    [urls.adminInviteMany(), 'Envoyer les invitations', 'administrator'],
    [urls.adminNewDepartment(), 'Ajouter ce service', 'officer'],
    [urls.adminImportDepartments(), 'Importer', 'officer'],
    [urls.adminOrganisation(), 'Envoyer ce logo', 'administrator'],
    [urls.adminNewMerge(collecting), 'Envoyer la proposition', 'officer'],
    [urls.collectPaper(collecting), 'Enregistrer et terminer', 'officer'],
    [urls.collectWorkshops(collecting), 'Créer l’atelier', 'officer'],
    [urls.collectOutreach(collecting), 'Noter cette rencontre', 'officer'],
    [urls.adminNewGuide(), 'Enregistrer la fiche', 'officer'],
    [urls.adminNewPage(), 'Enregistrer la page', 'officer'],
    [urls.adminNewFaqEntry(), 'Enregistrer la question', 'officer'],
    [urls.adminNewPartner(), 'Enregistrer le partenaire', 'officer'],
    [urls.adminNewKit(collecting), 'Enregistrer le kit', 'officer'],
    [urls.adminNewProject(collecting), 'Enregistrer le projet', 'officer'],
    [urls.adminCodes(collecting), 'Faire les codes', 'officer'],
    [town.address(urls.adminProof.pattern), 'Enregistrer la décision', 'officer'],
    [urls.adminNewVotePoint(at(town.voting)), 'Enregistrer ce point de vote', 'officer'],
    [urls.adminVoteShifts({ ...at(town.voting), point: town.pointId }), 'Affecter', 'officer'],
    [urls.adminRegister(collecting), 'Envoyer ce fichier', 'officer'],
    [urls.adminEditionOpen(at(town.preparing)), 'Ouvrir l’édition', 'officer'],
    [urls.adminServices(at(town.preparing)), 'Ajouter ce service', 'officer'],
    [urls.adminPollInvalidations(at(town.voting)), 'Voir combien', 'officer'],
    [urls.task({ opinion: town.opinionId }), 'Rendre l’avis', 'officer'],
  ];
  return forms.map(([path, press, role]) => ({
    name: `refused: ${press}`,
    path,
    roles: [role],
    press,
    // the text of a new draft
    ...(path === urls.depositStart(collecting) && { leadsTo: /\/texte$/ }),
  }));
}
