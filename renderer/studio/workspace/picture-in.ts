// Puts a picture that was pasted, dropped or chosen among the files of the course.
import { ask } from '../../client/client';

/** Base64, a piece at a time: a call takes only so many arguments. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(pieces.join(''));
}

/** The path that the text names it by. Throws AskError. */
export async function putPicture(folder: string, file: File): Promise<string> {
  const data = await base64Of(file);
  const { path } = await ask('studio.add-picture', { folder, name: file.name || 'picture', data });
  return path;
}
