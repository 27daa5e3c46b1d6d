/** Pictures that people sent, at their own ratio. */
import type { ComponentChildren } from 'preact';

export type PictureProps = {
  src: string;
  /** What it shows; empty only when it adds nothing to the words. */
  alt: string;
  /** Of the file, in pixels: the place is kept while it loads. */
  width: number;
  height: number;
  caption?: ComponentChildren;
  /** Smaller and larger versions: "…-640.webp 640w, …-1280.webp 1280w". */
  srcset?: string;
  sizes?: string;
  /** True for the first picture of a page. */
  eager?: boolean;
};

export function Picture(props: PictureProps) {
  return (
    <figure class="picture">
      <img
        src={props.src}
        srcset={props.srcset}
        sizes={props.sizes}
        alt={props.alt}
        width={props.width}
        height={props.height}
        loading={props.eager ? 'eager' : 'lazy'}
        decoding="async"
      />
      {props.caption && <figcaption>{props.caption}</figcaption>}
    </figure>
  );
}
