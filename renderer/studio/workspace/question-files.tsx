// Questions from a file and into one: in which format, and what became of each line.
import { FileInput, FileOutput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../core/contract';
import { type HandOutFormatId, handOutFormatIds } from '../../../core/exchange/format-ids';
import type { ReportRow } from '../../../core/exchange/report';
import { ask } from '../../client/client';
import { useAction } from '../../client/use-action';
import { Button } from '../../ui/button';
import { Failed } from '../../ui/failed';
import { Icon } from '../../ui/icon';
import { Pick } from '../../ui/pick';
import { ReportList } from './report-list';

interface QuestionFilesProps {
  folder: string;
  /** The lesson that is open; null for other texts. */
  lesson: string | null;
  /** Saves what is being written, before it is read. */
  flush: () => Promise<void>;
  /** Lessons were made. */
  onMade: (file: string) => void;
}

type Opened = NonNullable<Output<'questions.open'>>;

export function QuestionFiles({ folder, lesson, flush, onMade }: QuestionFilesProps) {
  const { t } = useTranslation(['studio', 'exchange']);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [format, setFormat] = useState(0);
  const [report, setReport] = useState<readonly ReportRow[] | null>(null);
  const working = useAction();
  const open = (): void => {
    void working.run(async () => {
      setReport(null);
      setFormat(0);
      setOpened(await ask('questions.open', {}));
    });
  };
  const bring = (): void => {
    const chosen = opened?.formats[format];
    if (!opened || chosen === undefined) return;
    void working.run(async () => {
      const { name, text } = opened;
      const result = await ask('studio.bring-in', { folder, name, text, format: chosen });
      setReport(result.report);
      setOpened(null);
      const [first] = result.files;
      if (first !== undefined) onMade(first);
    });
  };
  const handOut = (file: string, as: HandOutFormatId): void => {
    void working.run(async () => {
      await flush();
      const out = await ask('studio.hand-out', { folder, file, format: as });
      const { saved } = await ask('file.save', { name: out.name, text: out.text });
      setReport(saved ? out.report : null);
    });
  };
  const isWorking = working.state.at === 'working';
  return (
    <div className="question-files">
      <div>
        <Button look="quiet" onPress={open} isDisabled={isWorking}>
          <Icon of={FileInput} size="small" />
          {t('bringIn.open')}
        </Button>
      </div>
      {lesson !== null &&
        handOutFormatIds.map((each) => (
          <div key={each}>
            <Button look="quiet" onPress={() => handOut(lesson, each)} isDisabled={isWorking}>
              <Icon of={FileOutput} size="small" />
              {t('handOut.lesson', { format: t(`exchange:format.${each}`) })}
            </Button>
          </div>
        ))}
      <div>
        <Button
          look="quiet"
          onPress={() => handOut('course.md', 'liascript')}
          isDisabled={isWorking}
        >
          <Icon of={FileOutput} size="small" />
          {t('handOut.course', { format: t('exchange:format.liascript') })}
        </Button>
      </div>
      {opened && (
        <div className="question-files__choose">
          <p className="question-files__name" dir="auto">
            {opened.name}
          </p>
          <Pick
            label={t('bringIn.format')}
            missingId={null}
            placeholder={t('bringIn.format')}
            options={opened.formats.map((each) => {
              const words = t(`exchange:format.${each}`);
              return { text: words, words, note: null };
            })}
            chosen={format}
            onPick={setFormat}
          />
          <div className="outline__buttons">
            <Button look="primary" onPress={bring} isDisabled={isWorking}>
              {t('bringIn.now')}
            </Button>
            <Button look="quiet" onPress={() => setOpened(null)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
      {working.state.at === 'failed' && (
        <Failed failure={working.state.failure} retry={working.state.again} />
      )}
      {report && <ReportList report={report} onClose={() => setReport(null)} />}
    </div>
  );
}
