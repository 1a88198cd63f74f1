// What all importers begin and end with: a limit, a clean text, a report in the order of its lines.
import type { Imported, ImportOptions } from './format';
import { exchangeLimits } from './limits';
import { Report } from './report';
import { cleanText } from './text/flow';

type Read = (
  text: string,
  options: ImportOptions,
  report: Report,
) => Pick<Imported, 'lessons'> & Partial<Pick<Imported, 'assets'>>;

export const importer =
  (read: Read) =>
  (written: string, options: ImportOptions): Imported => {
    const report = new Report();
    const limit = exchangeLimits.length;
    if (written.length > limit) {
      report.add(1, 'too-large', { limit });
      return { lessons: [], assets: [], report: report.sorted() };
    }
    const { lessons, assets = [] } = read(cleanText(written), options, report);
    return { lessons, assets, report: report.sorted() };
  };
