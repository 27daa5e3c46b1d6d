/** What members of each organisation promise each other. */

export const fleuryCharter = `Cette plateforme appartient à toutes celles et ceux qui vivent à Fleury-sur-Braye. En y participant, je m’engage.

Respect. Je discute des idées, jamais des personnes. Ni insulte, ni propos raciste, sexiste, homophobe ou discriminatoire, ni publicité, ni propagande électorale ou religieuse.

Intérêt général. Je propose ce qui peut servir à d’autres que moi. Je dis si j’ai un intérêt particulier dans un projet.

Sincérité. J’ai un seul compte. Ma date de naissance et mon lieu de résidence sont exacts : je les déclare sur l’honneur.

Liberté. Mon surnom seul est public. Mon vote est secret et personne ne peut me demander de le montrer.

De son côté, la ville s’engage à lire chaque idée, à répondre à chacune avec ses raisons, à respecter le résultat du vote et à rendre compte des réalisations jusqu’au bout.`;

export const valDeBrayeCharter = `Nous sommes six villages et une vallée. Ici, chaque adhérente et chaque adhérent compte pour un, quel que soit son village.

On se parle comme autour d’une table : chacun son tour, sans élever la voix, et l’on peut changer d’avis.

On ne propose que ce à quoi l’on est prêt à donner un coup de main.

La cagnotte vient de nos cotisations et de nos fêtes : chaque dépense est publiée.`;
