/** Who does what in a movement, by hand: `METHOD pattern` → who is let in; everybody else is refused. */
type Rights = Record<string, readonly string[]>;

const LEAD = ['lead'];
const RUNS = ['manager', 'lead'];
const ACCOUNTS = ['treasurer', 'manager', 'lead'];
const MEMBERS = ['member', 'treasurer', 'manager', 'lead'];
const READS = [...MEMBERS, 'action-reviewer', 'officer', 'administrator'];

export const ofGroups: Rights = {
  'GET /groupes/:group/modifier': LEAD,
  'POST /groupes/:group/modifier': LEAD,
  'POST /groupes/:group/rejoindre': ['anybody'],
  'GET /groupes/:group/quitter': MEMBERS,
  'POST /groupes/:group/quitter': ['anybody'],
  'GET /groupes/:group/membres': MEMBERS,
  'POST /groupes/:group/demandes/:person': RUNS,
  'POST /groupes/:group/invitations': RUNS,
  'POST /groupes/:group/invitations/:invitation/retirer': RUNS,
  'POST /groupes/:group/membres/:person/role': RUNS,
  'POST /groupes/:group/membres/:person/tresorerie': RUNS,
  'POST /groupes/:group/membres/:person/retirer': RUNS,
  'POST /groupes/:group/genre': MEMBERS,
  'GET /groupes/:group/actions-publiques': RUNS,
  'POST /groupes/:group/actions-publiques': RUNS,
  'POST /groupes/:group/actions-publiques/:action/retirer': RUNS,
  'GET /groupes/:group/certification': MEMBERS,
  'POST /groupes/:group/certification': LEAD,
};

export const ofActions: Rights = {
  'GET /groupes/:group/actions': MEMBERS,
  'GET /actions/:action': MEMBERS,
  'GET /actions/:action/rediger': RUNS,
  'POST /actions/:action/rediger': RUNS,
  'GET /actions/:action/illustration': RUNS,
  'POST /actions/:action/illustration': RUNS,
  'POST /actions/:action/illustration/retirer': RUNS,
  'POST /actions/:action/envoyer': RUNS,
  'GET /actions/:action/supprimer': RUNS,
  'POST /actions/:action/supprimer': RUNS,
  'POST /actions/:action/messages': RUNS,
  'GET /actions/:action/versions/:version': READS,
};

const THEIRS = ['other lead'];
/** The group that is asked about is the other one here. */
export const ofCommitments: Rights = {
  'POST /fonds/:fund/actions/:action/soutien': ['anybody'],
  'GET /fonds/:fund/actions/:action/engagements/:group': THEIRS,
  'POST /fonds/:fund/actions/:action/engagements/:group': THEIRS,
  'POST /fonds/:fund/actions/:action/engagements/:group/retirer': THEIRS,
  'GET /fonds/:fund/actions/:action/groupes-proches/:group': THEIRS,
  'POST /fonds/:fund/actions/:action/groupes-proches/:group': THEIRS,
  'GET /fonds/:fund/actions/:action/experiences/:group/nouvelle': THEIRS,
  'POST /fonds/:fund/actions/:action/experiences/:group/nouvelle': THEIRS,
  'GET /fonds/:fund/actions/:action/experiences/:group/:report': THEIRS,
  'POST /fonds/:fund/actions/:action/experiences/:group/:report': THEIRS,
  'POST /fonds/:fund/actions/:action/experiences/:group/:report/photos': THEIRS,
  'POST /fonds/:fund/actions/:action/experiences/:group/:report/photos/:file/retirer': THEIRS,
};

export const ofMoney: Rights = {
  'GET /groupes/:group/caisse': [...MEMBERS, 'finance'],
  'GET /groupes/:group/budgets': MEMBERS,
  'GET /groupes/:group/budgets/nouveau': ACCOUNTS,
  'POST /groupes/:group/budgets/nouveau': ACCOUNTS,
  'GET /groupes/:group/budgets/:budget': MEMBERS,
  'POST /groupes/:group/budgets/:budget': ACCOUNTS,
  'POST /groupes/:group/budgets/:budget/supprimer': ACCOUNTS,
};

const TREASURERS = ['treasurer'];
/** A lead reads what the treasurers ask; they alone write, check and say which account is paid. */
const READ = ['treasurer', 'lead'];
export const ofRequests: Rights = {
  'GET /groupes/:group/demandes-de-depenses': MEMBERS,
  'GET /groupes/:group/demandes-de-depenses/nouvelle': TREASURERS,
  'POST /groupes/:group/demandes-de-depenses/nouvelle': TREASURERS,
  'GET /depenses/:request/details': READ,
  'POST /depenses/:request/details': TREASURERS,
  'GET /depenses/:request/justificatifs': READ,
  'POST /depenses/:request/justificatifs': TREASURERS,
  'GET /depenses/:request/montant': READ,
  'POST /depenses/:request/montant': TREASURERS,
  'GET /depenses/:request/coordonnees': READ,
  'POST /depenses/:request/coordonnees': TREASURERS,
  'GET /depenses/:request/finalisation': READ,
  'POST /depenses/:request/finalisation': TREASURERS,
  'POST /depenses/:request/justificatifs/:document/retirer': TREASURERS,
  'GET /depenses/:request/fichiers/:file': [...READ, 'finance'],
  'GET /depenses/:request/historique': READ,
  'POST /depenses/:request/verification': TREASURERS,
  'POST /depenses/:request/reponse': TREASURERS,
  'POST /depenses/:request/decompte': TREASURERS,
  'GET /depenses/:request/supprimer': TREASURERS,
  'POST /depenses/:request/supprimer': TREASURERS,
  'GET /depenses/:request/nouvelles-coordonnees': TREASURERS,
  'POST /depenses/:request/nouvelles-coordonnees': TREASURERS,
  'POST /depenses/:request/nouvelles-coordonnees/confirmer': TREASURERS,
};
