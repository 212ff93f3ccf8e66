/**
 * What a page of this site may load: nothing but the site’s own files. No inline script or style, no other
 * host, no frame, no plug-in.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/** The policy as a page carries it in its head, wherever the site is hosted. */
export const PAGE_POLICY: string = DIRECTIVES.join('; ');

/**
 * The policy as a server sends it. It also forbids other sites to show ours in a frame, which browsers
 * heed in a header only (CSP 3, section 3.3).
 */
export const HEADER_POLICY: string = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');
