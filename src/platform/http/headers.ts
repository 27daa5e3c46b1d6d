/** On every answer, errors included (W16). No inline script or style anywhere, so none is allowed. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
    "object-src 'none'; require-trusted-types-for 'script'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Two years; sent over https only, browsers ignore it elsewhere. */
const OVER_HTTPS = {
  ...SECURITY_HEADERS,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return secure ? OVER_HTTPS : SECURITY_HEADERS;
}
