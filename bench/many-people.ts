/** So many people who do not exist, always the same; their names as unequal as in life. */
export function* inventPeople(count: number, from = 0): Generator<string> {
  for (let at = from; at < from + count; at += 1) {
    const drawn = Math.imul(at ^ (at >>> 15), 0x2c1b3c6d) >>> 0;
    const last = LASTS[Math.floor((drawn / 2 ** 32) ** 2 * LASTS.length)]!;
    const ending = ENDINGS[(drawn >>> 7) % ENDINGS.length]!;
    const first = FIRSTS[(drawn >>> 3) % FIRSTS.length]!;
    const other = FIRSTS[(drawn >>> 11) % FIRSTS.length]!;
    const day = new Date(Date.UTC(1930, 0, 1 + ((Math.imul(at + 7, 2654435761) >>> 0) % 28_000)));
    const date = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
    yield `${last}${ending};${first} ${other};${date};${at % 300} rue des Lilas;93100;Montreuil;${at}`;
  }
}

/** The headings of those lines. */
export const INVENTED_HEADINGS =
  'Nom de naissance;Prénoms;Date de naissance;Adresse;Code postal;Commune;Numéro d’électeur';

const LASTS =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Cousin Germain Breton Besson Langlois Rémy Le Goff Pelletier Lévêque Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin Da-Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret Barthélémy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte Nguyen Traoré Diallo Yılmaz Öztürk D’Angelo'.split(
    ' ',
  );
const ENDINGS = ['', '', '', '', '', '-Roy', 'eau', 'et', ' Le Bihan', 'in'];
const FIRSTS =
  'Marie Jean Pierre Anne Michel Françoise Louis Claire Nadia Mohamed Fatima Élodie Zoé Léa Hugo Lucas Emma Chloé Inès Jules Paul Jeanne Camille Alice İbrahim Noé Anaïs Gérard Sylvie Thérèse Ousmane Aïcha'.split(
    ' ',
  );
