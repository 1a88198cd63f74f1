// What was found where policies lie, before anybody has read what it says.

/** Why a file is not believed: somebody other than the administrator could have written it. */
export const distrusts = ['owner', 'writable', 'not-a-file', 'place'] as const;
export type Distrust = (typeof distrusts)[number];

export type PolicySource =
  | { state: 'none'; file: string }
  | { state: 'read'; file: string; text: string }
  /** `path` is the file, or the folder above it, that is at fault. */
  | { state: 'untrusted'; file: string; path: string; reason: Distrust }
  /** It is there, and cannot be read, or is far larger than any policy. */
  | { state: 'unreadable'; file: string; reason: 'access' | 'too-large' };

/** Characters of the file: hundreds of courses and signers fit. */
export const largestPolicyFile = 256 * 1024;
