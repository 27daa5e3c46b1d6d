import { runAuditLedger } from './cli/audit-ledger.ts';
import { runBench } from './cli/bench.ts';
import { runBounce } from './cli/bounce.ts';
import { runExport } from './cli/export.ts';
import { openHouse } from './cli/house.ts';
import { runImport } from './cli/import.ts';
import { runOpenBox } from './cli/open-box.ts';
import { runOrganisation } from './cli/organisation.ts';
import { runResetSecondFactor } from './cli/reset-second-factor.ts';
import { runSmsTest } from './cli/sms-test.ts';
import { runTally } from './cli/tally.ts';
import { runVerify } from './cli/verify.ts';
import { runVerifyJournal } from './cli/verify-journal.ts';

const USAGE = `palabre : la ligne de commande

  palabre tally FICHIER.pb --rule NOM [--json]     compte un fichier Pabulib, sans base de données ; règles
                                                   et options (quorum, quartiers…) : palabre tally
  palabre import pabulib FICHIER [--organisation NOM]
                                                   en fait une édition archivée, avec son résultat
  palabre import realisations FICHIER.csv --mapping FICHIER.json [--report RAPPORT.csv]
                                                   un programme entier de réalisations, édition par édition ;
                                                   relancé, il reprend et suit le fichier
  palabre export pabulib ÉDITION [--organisation NOM]
                                                   écrit un scrutin publié comme fichier Pabulib
  palabre verify URNE.zip [--receipt REÇU]… [--key CLÉ] [--full] [--json]
                                                   recompte un scrutin publié et nomme toute fraude
  palabre open-box ÉDITION --share FICHIER --share FICHIER [--organisation NOM]
                                                   ouvre l’urne d’un scrutin scellé avec deux parts de sa clé
  palabre verify-journal                           vérifie la chaîne du journal d'administration
  palabre audit-ledger                             recompte les écritures de chaque compte et compare aux soldes
  palabre bounce [FICHIER]                         note le retour d’un courriel (fichier, ou ce que le serveur envoie)
  palabre sms-test +33612345678                    envoie un SMS d’essai et dit ce que répond la passerelle
  palabre reset-second-factor ADRESSE [--organisation NOM]
                                                   quand le ou la seule administratrice a tout perdu
  palabre organisation create HÔTE                 un lien qui fonde une autre organisation ; aussi : list, host
  palabre bench NOM                                mesure : http, vote, vote-steady, lists, weight, start, tally, growth, register
`;

/** Exit codes: 0 done, 1 failed, 2 asked wrongly or refused a file. */
async function main([command, ...args]: string[]): Promise<number> {
  switch (command) {
    case 'tally':
      return runTally(args);
    case 'import':
      return openHouse((house) => runImport(args, house));
    case 'export':
      return openHouse((house) => runExport(args, house));
    case 'open-box':
      return openHouse((house) => runOpenBox(args, house));
    case 'verify':
      return runVerify(args);
    case 'verify-journal':
      return openHouse(({ db }) => runVerifyJournal(db));
    case 'audit-ledger':
      return openHouse(({ db }) => runAuditLedger(db));
    case 'sms-test':
      return runSmsTest(args);
    case 'organisation':
      return openHouse(({ db }) => runOrganisation(args, db));
    case 'reset-second-factor':
      return openHouse(({ db }) => runResetSecondFactor(args, db));
    case 'bounce':
      return openHouse(({ db }) => runBounce(args, db));
    case 'bench':
      return runBench(args);
    case undefined:
    case 'help':
    case '--help':
      process.stdout.write(USAGE);
      return 0;
    default:
      process.stderr.write(`palabre: commande inconnue « ${command} » (voir palabre help)\n`);
      return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
