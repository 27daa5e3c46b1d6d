/** What leads, from every page, to pages that the organisation wrote and published. */
export interface EditorialLinks {
  /** In order. `titleEn`: '' where there is no English. */
  pages: readonly {
    slug: string;
    title: string;
    titleEn: string;
    shownIn: 'menu' | 'footer' | 'nowhere';
  }[];
  faq: boolean;
  partners: boolean;
}
