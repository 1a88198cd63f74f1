// LiaScript from and to: what others may use of this folder.
export { type LiaScriptSource, readLiaScript } from './liascript/read';
export { type LiaScriptCourse, type LiaScriptDocument, writeLiaScript } from './liascript/write';
