/** Gallery: notices, running text, type scale. */
import { ButtonLink } from './form.tsx';
import { formatDate, formatDateTime, formatList, formatPercent } from './format.ts';
import { Panel, Section, Split, Stack } from './layout.tsx';
import { Notice } from './notice.tsx';
import { Money, Prose } from './text.tsx';

const moment = new Date('2026-11-22T17:00:00Z');

export function GalleryWords() {
  return (
    <>
      <Section title="Les messages" id="messages">
        <Stack>
          <Notice>
            Le vote se fait aussi sur papier, à la mairie et dans les deux médiathèques.
          </Notice>
          <Notice tone="success" title="Votre idée est publiée">
            Vous pouvez la modifier pendant 15 minutes, tant que personne ne la soutient.
          </Notice>
          <Notice
            tone="warning"
            title="Votre vote n’est pas encore déposé"
            actions={<ButtonLink href="#panier">Vérifier mon vote</ButtonLink>}
          >
            Vos trois projets sont gardés sur cet appareil.
          </Notice>
          <Notice tone="danger">
            Le vote est clos depuis le dimanche 22 novembre 2026 à 18 h.
          </Notice>
        </Stack>
      </Section>
      <Section title="Le texte courant" id="texte">
        <Split
          aside={
            <Panel tone="quiet" title="Un encadré calme">
              <p>
                Dates : {formatDate(moment)}, {formatDateTime(moment, 'short')}.
              </p>
              <p>
                Montants : <Money cents={4500000} />, <Money cents={1250} />, {formatPercent(0.325)}
                .
              </p>
              <p>{formatList(['eau', 'air', 'terre'])}</p>
            </Panel>
          }
        >
          <Prose
            text={
              'La parcelle derrière la médiathèque est en friche depuis six ans. On pourrait y planter une vingtaine d’arbres fruitiers.\nLes voisins sont prêts à l’entretenir.\n\nVoir l’exemple de Rennes : https://exemple.fr/vergers (en bas de la page). <b>Ceci n’est pas du gras</b> et javascript:alert(1) n’est pas un lien.'
            }
          />
        </Split>
      </Section>
    </>
  );
}
