// The text that a new lesson begins with: what every lesson needs, and nothing to delete.
import { stringify } from 'yaml';

export const newLessonText = (title: string): string =>
  `---\n${stringify({ title, minutes: 5, objectives: [] })}---\n\n`;
