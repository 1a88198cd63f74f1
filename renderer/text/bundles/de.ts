// All words of one language, so that they are read together and only where they are wanted.
import type { Words } from '../pseudo';

export const words = import.meta.glob<Words>('../de/*.json', { eager: true, import: 'default' });
