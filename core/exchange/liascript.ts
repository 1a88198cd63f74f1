// LiaScript from and to: what others may use of this folder.
export { readLiaScript } from './liascript/read';
export { writeLiaScript } from './liascript/write';
