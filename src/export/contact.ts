/**
 * Where readers report an error. Whoever publishes a copy of this site sets an address of their own here;
 * until then the page that shows it says that it is an example.
 */
export const CORRECTIONS_ADDRESS: string = 'corrections@inspection-insights.example';

/**
 * Whether an address can only be an example: nobody can be reached at a name that ends in `.example`, which is
 * reserved for examples (RFC 2606).
 */
export function isExample(address: string): boolean {
  return address.endsWith('.example');
}
