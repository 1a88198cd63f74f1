// Addresses to judge, as data.
import type { AddressAnswer, AddressShown } from '../../../core/course/blocks/address';
import * as judgements from '../judgements-view';

export const begin = (shown: AddressShown, saved: AddressAnswer | null): AddressAnswer =>
  judgements.begin(shown.addresses.length, saved);

export const missing = (_shown: AddressShown, answer: AddressAnswer): number[] =>
  judgements.open(answer);
