import { at } from '../model/address.ts';
import { absolute } from './absolute.ts';
import type { Collection } from './collection.ts';

/**
 * How to cite the collection as a whole. A quotation is cited with its speaker and document instead. The
 * version stands in place of a date: it changes when the data do.
 */
export function collectionCitation({ version, site }: Pick<Collection, 'version' | 'site'>): string {
  return `Inspection Insights: what Ofsted’s inspectors said about children’s services in English councils. Version ${version}. ${absolute(at('data/'), site)}`;
}
