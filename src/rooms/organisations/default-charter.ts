/** What a new organisation begins with; its team may publish another version at any time. */
export const DEFAULT_CHARTER =
  `Ce site sert à décider ensemble. En y participant, j’accepte ces quelques règles, les mêmes pour tout le monde.

Une personne, un compte. Je m’inscris sous mon vrai nom, que seule l’équipe lit, et je parle sous le surnom de mon choix. Je ne prends pas la place de quelqu’un d’autre.

Je parle des idées, pas des personnes. Je ne tiens aucun propos injurieux, haineux, discriminatoire ou mensonger, et je ne publie pas la vie privée d’autrui.

Je propose pour l’intérêt général. Je ne fais ici ni publicité, ni propagande électorale, ni collecte de données.

J’écris ce que j’ai le droit d’écrire. Les textes, images et documents que je dépose sont de moi, ou j’ai l’accord de leurs auteurs.

Je dis vrai. Mon âge et mon lieu de résidence sont déclarés sur l’honneur.

De son côté, l’organisation s’engage à examiner chaque contribution, à dire pourquoi une idée est retenue ou non, à protéger le secret des votes, à publier les résultats avec leur mode de calcul, et à rendre compte de ce qui est réalisé.

Une contribution qui ne respecte pas cette charte peut être masquée. Son auteur·rice en reçoit la raison et peut la contester.`.replaceAll(
    / ([;:!?»])/g,
    '\u202f$1',
  );
