// The formats in which questions come in and go out: a new one is a folder beside this file and a row here.
import { importCsv } from './csv/read';
import { importEdx } from './edx/read';
import type { Format } from './format';
import type { ExchangeFormatId } from './format-ids';
import { importGift } from './gift/read';
import { exportGift } from './gift/write';
import { importLiaScript } from './liascript';
import { importMoodle } from './moodle/read';

export const exchangeFormats = {
  gift: { extensions: ['gift', 'txt'], import: importGift, export: exportGift },
  'moodle-xml': { extensions: ['xml'], import: importMoodle },
  'edx-markdown': { extensions: ['md', 'txt'], import: importEdx },
  liascript: { extensions: ['md'], import: importLiaScript },
  csv: { extensions: ['csv', 'tsv'], import: importCsv },
} as const satisfies Record<ExchangeFormatId, Format>;
