// Whether a store holds what we sent: it may add what only it knows, and drop what is only for show.

type Json = unknown;
type JsonObject = Record<string, Json>;

/** What a store writes itself (xAPI 1.0.3, part 2, 2.4); `attachments` where it adds an empty list. */
const fromTheStore: ReadonlySet<string> = new Set(['stored', 'authority', 'version']);

/** Names for people to read: a store keeps one of each verb and activity, whoever described it last. */
const forShow: ReadonlySet<string> = new Set(['display', 'definition']);

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An id we sent stands for these words: what the store holds under it says the same. */
export function isSameStatement(ours: Json, theirs: Json): boolean {
  if (!isObject(ours) || !isObject(theirs)) return false;
  const { id, timestamp, ...said } = ours;
  const { id: theirId, timestamp: theirTimestamp, ...rest } = theirs;
  const held = Object.fromEntries(Object.entries(rest).filter(([key]) => !fromTheStore.has(key)));
  const own = Object.fromEntries(Object.entries(said).filter(([key]) => !fromTheStore.has(key)));
  return (
    String(id).toLowerCase() === String(theirId).toLowerCase() &&
    (timestamp === undefined || isSameTime(timestamp, theirTimestamp)) &&
    isSame(own, held, [])
  );
}

const isSameTime = (a: Json, b: Json): boolean =>
  typeof a === 'string' && typeof b === 'string' && Date.parse(a) === Date.parse(b);

function isSame(ours: Json, theirs: Json, path: readonly string[]): boolean {
  // A single activity in a context may come back as a list of one.
  if (path.at(-2) === 'contextActivities') return isSameList(listOf(ours), listOf(theirs), path);
  if (Array.isArray(ours)) return Array.isArray(theirs) && isSameList(ours, theirs, path);
  if (!isObject(ours) || !isObject(theirs)) return ours === theirs;
  // What is in an extension is nobody's business but ours: there nothing may differ.
  const strict = path.includes('extensions');
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...keys].every((key) => {
    if (!strict && forShow.has(key)) return true;
    if (!strict && key === 'objectType' && ours[key] === undefined) return true;
    if (!strict && key === 'attachments' && ours[key] === undefined) return isEmpty(theirs[key]);
    return isSame(ours[key], theirs[key], [...path, key]);
  });
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);
const isEmpty = (value: Json): boolean => Array.isArray(value) && value.length === 0;

const isSameList = (ours: readonly Json[], theirs: readonly Json[], path: readonly string[]) =>
  ours.length === theirs.length &&
  ours.every((each, index) => isSame(each, theirs[index], [...path, String(index)]));
