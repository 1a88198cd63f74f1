// What `--print-policy` says: every key that was found, as JSON for programs.
import { type Policy, readPolicy } from '../../core/policy/policy';
import type { PolicySource } from '../../core/policy/source';

export function printedPolicy(source: PolicySource): string {
  const { fault, rows, enforced, recommended }: Policy = readPolicy(source);
  const printed = { file: source.file, state: source.state, fault, rows, enforced, recommended };
  return `${JSON.stringify(printed, null, 2)}\n`;
}
