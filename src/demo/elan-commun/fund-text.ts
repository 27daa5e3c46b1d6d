/** An invented fund of an invented movement. */
export const fundText = {
  name: 'Fonds d’actions solidaires',
  period: '2026',
  summary:
    'Vingt mille euros pour des actions simples, utiles et reproductibles, que les groupes certifiés choisissent ensemble.',
  presentation: `L’assemblée a voulu un fonds commun pour les actions d’auto-organisation et de solidarité : une pétition de locataires qui fait réparer un ascenseur, une collecte devant un supermarché, une bourse aux fournitures.

Un groupe propose une action. D’autres s’engagent à la reproduire chez eux. Quand assez de groupes se sont engagés, chacun peut être remboursé.

## Ce n’est pas un concours

Plusieurs actions peuvent être financées en même temps. Les groupes partagent leur expérience plutôt que de se départager.`,
  rules: `## Ce qui est financé

- Une action qui améliore le quotidien des gens : syndicale ou de solidarité.
- Des habitant·es y prennent part, à chaque étape.
- Une seule réunion suffit pour la préparer.
- N’importe quel groupe peut la reproduire ailleurs.
- Son budget ne dépasse pas 300 € par groupe.

## Ce qui ne l’est pas

- Les frais de campagne électorale, les salaires, les abonnements.
- Une dépense sans justificatif.

## Qui décide

Les groupes certifiés, en s’engageant. La coordination vérifie les critères ; la trésorerie vérifie les dépenses et les rembourse.`,
  links: [
    {
      label: 'Décision de l’assemblée représentative',
      address: 'https://elan-commun.example/assemblee/fonds',
    },
    {
      label: 'Article : pourquoi un fonds partagé',
      address: 'https://elan-commun.example/journal/un-fonds-partage',
    },
  ],
};
