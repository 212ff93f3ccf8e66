/** The form of a name that stands in a URL for ever: lower-case ASCII letters, digits and single hyphens. */
export const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
