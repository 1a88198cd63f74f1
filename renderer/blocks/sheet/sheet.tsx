// `sheet`: a small spreadsheet to look through; the learner marks the cells that are wrong.
import './sheet.css';
import { EyeOff, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { cellName, cellNamed, cellParts } from '../../../core/course/blocks/sheet-cells';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TextField } from '../../ui/text-field';
import type { Block, BlockWords, FormProps } from '../block';
import { Feedback } from '../feedback';
import { partOf } from '../item-view';
import { Mark } from '../mark';
import { PracticeFrame } from '../practice-frame';
import { Grid } from './grid';
import { Settled } from './settled';
import { begin, countOf, type Look, missing, plainLook, toggled } from './sheet-view';
import { CellWords, SheetName } from './sheet-words';

function Form(props: FormProps<'sheet'>) {
  const { view, answer, onAnswer, missing: open, missingId, labelId } = props;
  const { sheets, title } = view.shown;
  const { t } = useTranslation('item');
  const [looks, setLooks] = useState<readonly Look[]>([]);
  const [chosen, setChosen] = useState(0);
  const [showSheets, setShowSheets] = useState(false);
  const seen = sheets.flatMap(({ hidden }, at) => (hidden && !showSheets ? [] : [at]));
  const at = seen.includes(chosen) ? chosen : (seen[0] ?? 0);
  const setLook = (look: Look): void =>
    setLooks(sheets.map((_, each) => (each === at ? look : (looks[each] ?? plainLook))));
  const current = sheets[at];
  const grid = current && (
    <Grid
      key={at}
      shown={view.shown}
      at={at}
      look={looks[at] ?? plainLook}
      onLook={setLook}
      answer={answer}
      onToggle={(cell) => onAnswer(toggled(answer, cell))}
      labelId={labelId}
      missingId={open.length > 0 ? missingId : null}
    />
  );
  return (
    <div className="sheet" data-part={0}>
      <PracticeFrame title={title}>
        {sheets.length === 1 ? (
          grid
        ) : (
          <Tabs
            className="sheet__tabs"
            selectedKey={String(at)}
            onSelectionChange={(key) => setChosen(Number(key))}
          >
            <div className="sheet__tab-row">
              <TabList className="sheet__tab-list" aria-label={t('sheet.sheets')}>
                {seen.map((each) => (
                  <Tab key={each} id={String(each)} className="sheet__tab">
                    <SheetName shown={view.shown} at={each} />
                  </Tab>
                ))}
              </TabList>
              <ToggleButton
                className="sheet__tool"
                isSelected={showSheets}
                onChange={setShowSheets}
              >
                <Icon of={EyeOff} size="small" />
                {t('sheet.hiddenSheets')}
              </ToggleButton>
            </div>
            <TabPanel id={String(at)}>{grid}</TabPanel>
          </Tabs>
        )}
      </PracticeFrame>
      <Marked {...props} at={at} />
    </div>
  );
}

/** The marks as a list: the same answer for whoever would rather not move about in a grid. */
function Marked({ view, answer, onAnswer, at }: FormProps<'sheet'> & { at: number }) {
  const { t } = useTranslation('item');
  const { sheets } = view.shown;
  const partAt = cellParts(sheets);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = (): void => {
    const cell = cellNamed(sheets, name, at);
    if (!cell) {
      setError(t('sheet.noSuchCell'));
      return;
    }
    if (!answer.some((each) => String(each) === String(cell))) onAnswer(toggled(answer, cell));
    setName('');
    setError(null);
  };
  return (
    <div className="sheet__marked">
      <p className="sheet__marked-title">{t('sheet.marked')}</p>
      {answer.length === 0 ? (
        <p className="sheet__none">{t('sheet.none')}</p>
      ) : (
        <ul className="sheet__list">
          {answer.map((cell) => (
            <li key={String(cell)} className="sheet__entry">
              <div className="sheet__entry-line">
                <CellWords shown={view.shown} cell={cell} />
                <Button
                  look="quiet"
                  aria-label={t('sheet.remove', { cell: cellName(sheets, cell) })}
                  onPress={() => onAnswer(toggled(answer, cell))}
                >
                  <Icon of={X} />
                </Button>
              </div>
              <Tried view={view} part={partAt(cell)} />
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t('sheet.add')}
        hint={sheets.length > 1 ? t('sheet.addHintSheets') : t('sheet.addHint')}
        value={name}
        error={error}
        onChange={(text) => {
          setName(text);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
        beside={
          <Button onPress={add}>
            <Icon of={Plus} />
            {t('sheet.addButton')}
          </Button>
        }
      />
    </div>
  );
}

/** What the last try said about a cell: it stays true whatever is marked next. */
function Tried({ view, part: at }: { view: FormProps<'sheet'>['view']; part: number }) {
  const { t } = useTranslation('item');
  const part = partOf(view.verdict, at);
  if (!part) return null;
  const mark = (
    <Mark right={part.right}>{part.right ? t('sheet.found') : t('sheet.notWrong')}</Mark>
  );
  return <Feedback tone={part.right ? 'right' : 'wrong'} marks={mark} words={part.feedback} />;
}

function useWords(): BlockWords<'sheet'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: () => t('sheet.missing'),
    count: (_view, verdict) => {
      const count = countOf(verdict);
      if (!count) return null;
      if (count.type === 'incomplete') return t('sheet.incomplete');
      const right = format.number(count.right);
      return t('sheet.count', { count: count.right, right, marked: format.number(count.marked) });
    },
  };
}

export const sheet: Block<'sheet'> = { Form, Settled, begin, missing, useWords };
