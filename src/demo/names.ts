/** Names that make invented people; any likeness is chance. */

export const firstNames = (
  'Adèle Agathe Albert Alexis Alice Alphonse Amélie Amina André Angèle Arthur Aurore Awa Baptiste Béatrice Benoît ' +
  'Bilal Blanche Brigitte Bruno Camélia Caroline Cécile Charlotte Christian Clément Colette Corinne Cyril Damien ' +
  'Daniel Denise Diane Dimitri Driss Edith Élise Émile Emma Estelle Étienne Eugénie Fabien Fanny Fatima Félix Florence ' +
  'Florian Françoise Gabriel Gaël Geneviève Georges Ghislaine Gilles Grégoire Guillaume Hamza Henriette Hervé Hortense ' +
  'Ibrahim Irène Iris Ivan Jacqueline Jérôme Joël Joséphine Judith Juliette Justine Khadija Laëtitia Laura Laurent Léa ' +
  'Léon Liliane Lin Louise Lucas Lucie Ludovic Luc Madeleine Malika Manon Manuel Marc Margot Marion Marius Martin Mathilde ' +
  'Maxime Mélanie Mylène Myriam Nathalie Nicolas Nicole Odette Olivier Pascal Paul Pauline Philippe Pierrick Rachel Raphaël ' +
  'Régis Robin Romane Roger Sabine Salomé Sébastien Serge Simon Solange Sonia Stéphane Suzanne Sylvain Tanguy Tatiana Théa ' +
  'Ursule Valérie Victor Violette Virginie Xavier Yasmine Yann Yves Zoé'
).split(' ');

export const youngFirstNames = (
  'Aaron Adam Alba Alix Ambre Amir Anaé Ayden Ayna Capucine Célestin Charlie Côme Éden Elio Éloïse Elya Enzo Esteban Flora ' +
  'Gabin Garance Hafsa Hana Imran Isaac Ismaïl Jeanne Joachim Jules Kaïs Kenza Lana Léna Liam Lila Lina Lison Livio Louane Louis ' +
  'Maël Maïa Malo Marwa Mathéo Maya Mila Mohamed Nahil Naïm Naël Nina Noa Noé Nolan Olivia Oscar Owen Rayan Romy Rose Sam ' +
  'Sarah Selma Sofia Soan Swann Théodore Thaïs Tiago Valentine Wassim Yanis Youssef Zoélie'
).split(' ');

export const surnames = (
  'Abelard Allaire Amelot Arnoult Aubry Auger Bacquet Bailleul Barbotin Barré Bataille Beauvallet Bellanger Benard Bernier ' +
  'Besnard Bezault Bigot Blondeau Bodin Boivin Bonnin Boucherie Bouvet Briand Brossard Busson Cadiou Caillaud Carré Chabot ' +
  'Chalumeau Champion Chauvin Chesneau Chevrier Clément Cochard Cordier Cosson Coulon Courtois Crosnier Dabin Daguet Dauphin ' +
  'Debray Delahaye Delaunay Denieau Desbois Drouet Duclos Dufay Durandet Esnault Fautrat Ferrand Fleuriot Forget Fouquet ' +
  'Fresneau Gallais Garreau Gasnier Gautron Gendron Germain Gilbert Girault Godeau Goupil Grandin Gruau Guyard Hallier Hamel ' +
  'Hardouin Hérault Huet Imbault Jamin Jarry Joubert Jusseaume Lafarge Lambert Landais Launay Lebreton Leclair Ledru Lefort ' +
  'Legendre Lemaire Lepage Leroux Levasseur Loiseau Maillard Marchand Marquet Mercier Métais Mignot Morin Moulin Naudin Neveu ' +
  'Noyer Papin Paris Pelletier Perrault Pichon Pineau Poulain Prévost Quentin Rabeau Renou Ribot Rivière Rocher Roussel Royer ' +
  'Sauvage Séguin Simonet Tardif Thibault Touchet Tricot Vallée Verdier Vernet Viau Voisin'
).split(' ');

/** What people add to a first name that is taken. */
export const surroundings = [
  'des Tanneries',
  'du Clos',
  'du Val Fleuri',
  'des Bruyères',
  'de la Halle',
  'du Vieux-Pont',
  'de la Chênaie',
  'des Bouleaux',
  'de la Croix-Blanche',
  'du Moulin',
] as const;

/** What people are called who do not give their name. */
export const pseudonyms = (
  'Alouette Ardoise Aubépine Bergeronnette Bigoudi Biscotte Bleuet Boussole Brindille Cachou Capucin Cerisette Chaperon ' +
  'Châtaigne Ciboulette Colibri Coquelicot Craie Crocus Escargot Farigoule Filou Fougère Galet Girouette Goéland Grillon ' +
  'Hirondelle Houx Jonquille Lanterne Libellule Lichen Loutre Luciole Marmite Martinet Mésange Mistigri Moustache Mulot ' +
  'Myrtille Noisette Nuage Ortie Pastèque Pimprenelle Pipistrelle Pissenlit Pivoine Quenouille Rouge-gorge Roseau ' +
  'Sardine Saule Tilleul Tournesol Trèfle Tricycle Truite Vagabond Véronique-des-bois Zinc'
).split(' ');
