/**
 * Leaflet tries one fixed piece of markup as it is loaded, which our policy of trusted types refuses like any other
 * (platform/http/headers). That one passes; whatever else somebody would write as markup is refused as before.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown;
}

const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createHTML: (html) => (html === '<svg/>' ? html : null),
});
