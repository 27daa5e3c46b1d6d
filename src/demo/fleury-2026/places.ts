import type { IdeaPlaces } from '../content.ts';

const at = (words: string, longitude: number, latitude: number): IdeaPlaces[string] => ({
  words,
  point: { longitude, latitude },
});

/** Where the ideas of this edition are, by title; the others concern the whole town. One lies beyond its border. */
export const places: IdeaPlaces = {
  'Un éclairage pour courir le soir autour du stade': at('Stade du Moulin', 1.9052, 47.9382),
  'Une boucle de marche pour les convalescents': at('Autour de l’hôpital de jour', 1.9231, 47.9418),
  'Un terrain de basket 3x3 avec un vrai sol': at('City-stade des Bruyères', 1.9306, 47.9243),
  'Des vestiaires ouverts pour ceux qui viennent travailler à vélo': at(
    'Gymnase de la Chênaie',
    1.9372,
    47.9338,
  ),
  'Des barres d’appui dans la piscine': at('Piscine des Jacobins', 1.9088, 47.9441),
  'Une boîte à histoires à la gare': at('Hall de la gare', 1.9147, 47.9216),
  'Un studio d’enregistrement à la maison de quartier': at(
    'Maison de quartier des Bruyères',
    1.9297,
    47.9238,
  ),
  'Un carnaval avec un vrai Bonhomme Hiver': at('Bords de Braye', 1.9163, 47.9355),
  'De l’ombre sur les aires de jeux': at('Parc du Moulin', 1.9069, 47.9366),
  'Un four à pain au jardin partagé': at('Jardin partagé de la Prairie', 1.9098, 47.9247),
  'Des bancs (je n’ai pas changé d’avis)': at('Entre l’église et le cimetière', 1.9189, 47.9371),
  'Un square sans écrans': at('Square des Tilleuls', 1.9262, 47.9402),
  'Une barque à chaîne pour traverser la Braye': at(
    'Au bout de l’allée des Saules',
    1.9021,
    47.9301,
  ),
  'Planter des haies le long du chemin du Val': at('Chemin du Val, côté forêt', 1.8752, 47.9169),
  'Une fontaine à eau place de la Halle': at('Place de la Halle', 1.9202, 47.9341),
  'Composter les déchets du marché': at('Place de la Halle', 1.9206, 47.9339),
  'Une trame noire le long de la rivière': at(
    'La Braye, du Vieux-Pont à l’écluse',
    1.9135,
    47.9363,
  ),
  'Du soleil sur l’école du Vieux-Pont': at('École du Vieux-Pont', 1.9175, 47.9401),
  'Éclairer l’arrêt de car du collège': at('Arrêt « Collège », rue des Écoles', 1.9212, 47.9355),
  'Une piste cyclable continue entre la gare et le lycée': at(
    'De la gare au lycée',
    1.9185,
    47.9248,
  ),
  'Un passage piéton devant la nouvelle crèche': at('Rue de la Chênaie', 1.9356, 47.9312),
  'Une épicerie gratuite pour étudiants et petites retraites': at(
    'Résidence universitaire',
    1.9331,
    47.9376,
  ),
  'Une pièce fraîche ouverte pendant les canicules': at('Salle du Lavoir', 1.9168, 47.9312),
};
