// LiaScript from and to: what others may use of this folder.
export { isLiaScript } from './liascript/detect';
export { importLiaScript } from './liascript/import';
export { liaScriptReader } from './liascript/read';
export { writeLiaScript } from './liascript/write';
