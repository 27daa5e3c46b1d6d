/** How a reader stands with a thing that may be followed. */
export interface Following {
  /** How many follow it. */
  followers: number;
  isFollowing: boolean;
  signedIn: boolean;
}
