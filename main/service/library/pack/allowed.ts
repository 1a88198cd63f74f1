// What the organisation allows of packs: whether they come in at all, and from whom.
import { PackFault } from '../../../../core/pack/fault';
import { enforced, type Policy } from '../../../../core/policy/policy';

/** Before anything of a pack is read. Throws PackFault: import-forbidden. */
export function proveImport(policy: Policy): void {
  if (enforced(policy, 'CourseImport') === 'forbid') throw new PackFault('import-forbidden');
}

/**
 * Once its signature is proven. A signature of just anybody says nothing, so only the organisation's
 * own signers count, not those that somebody added here. Throws PackFault: signer-forbidden.
 */
export function proveSigner(policy: Policy, signature: { publicKey: string } | null): void {
  if (enforced(policy, 'UnsignedPacks') === 'allow') return;
  const trusted = enforced(policy, 'TrustedSigners');
  if (!trusted.some(({ key }) => key === signature?.publicKey)) {
    throw new PackFault('signer-forbidden');
  }
}
