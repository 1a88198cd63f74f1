// What the organisation has decided about the catalogue, as its policy says it.
import type { MandatoryCourses } from '../../../../core/learning/mandate';
import { enforced, type Policy, suggested } from '../../../../core/policy/policy';

export interface CatalogueRules {
  /** Null: people may choose for themselves. */
  address: string | null;
  /** Where people begin who have not chosen yet; null for nowhere. */
  recommended: string | null;
  /**
   * With a list, no other key is trusted and nobody is asked, also where the list is empty. Null:
   * people are asked about a key. `key` is the public key, 64 hexadecimal digits.
   */
  signers: readonly { name: string; key: string }[] | null;
  /** Nobody may bring courses in from an address of their own. */
  isForbidden: boolean;
  /** Those that are not here come without a click. */
  mandatory: MandatoryCourses;
}

export function catalogueRules(policy: Policy): CatalogueRules {
  const address = enforced(policy, 'CatalogueAddress');
  // Where only known signers may bring courses, the catalogue is no way around them.
  const onlyKnown = enforced(policy, 'UnsignedPacks') === 'forbid';
  const known = onlyKnown ? enforced(policy, 'TrustedSigners') : null;
  return {
    address,
    recommended: suggested(policy, 'CatalogueAddress'),
    signers: policy.enforced.CatalogueSigners ?? known,
    isForbidden: address === null && enforced(policy, 'CourseImport') === 'forbid',
    mandatory: enforced(policy, 'MandatoryCourses'),
  };
}
