// One line of a segment: {"sum":"1a2b3c4d","statement":{…}}, with the very characters of the statement.
import { checksum } from './checksum';

const before = Buffer.from('{"sum":"');
const between = Buffer.from('","statement":');
const digits = 8;
const head = before.length + digits + between.length;
const closing = '}'.charCodeAt(0);

/** The statement must have no line break in it, as JSON.stringify writes none. */
export function lineOf(json: string): Buffer {
  const statement = Buffer.from(json);
  const sum = checksum(statement).toString(16).padStart(digits, '0');
  return Buffer.concat([before, Buffer.from(sum), between, statement, Buffer.from('}\n')]);
}

/** The statement's own characters, from a line without its break; null where the line is not whole. */
export function statementIn(line: Buffer): string | null {
  const end = line.length - 1;
  if (end <= head || line[end] !== closing) return null;
  if (!startsWith(line, before, 0) || !startsWith(line, between, before.length + digits))
    return null;
  const sum = line.toString('latin1', before.length, before.length + digits);
  if (!/^[0-9a-f]{8}$/.test(sum)) return null;
  const statement = line.subarray(head, end);
  return Number.parseInt(sum, 16) === checksum(statement) ? statement.toString('utf8') : null;
}

function startsWith(bytes: Buffer, part: Buffer, at: number): boolean {
  return bytes.compare(part, 0, part.length, at, at + part.length) === 0;
}

/** A whole line says what its writer wrote; that need not be a statement. Null where it is no object. */
export function objectIn(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
