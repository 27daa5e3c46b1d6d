/** Four invented districts: the eight quartiers of Fleury, two by two. */
export const districts = {
  centre: 'Centre et Vieux-Pont',
  moulin: 'Moulin et Jacobins',
  gare: 'Gare et Prairie',
  chenaie: 'Chênaie et Bruyères',
} as const;
