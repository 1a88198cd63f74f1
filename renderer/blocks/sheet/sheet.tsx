// `sheet`: a small spreadsheet to look through; the learner marks the cells that are wrong.
import './sheet.css';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../text/use-format';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps } from '../block';
import { PracticeFrame } from '../practice-frame';
import { Grid } from './grid';
import { MarkedCells } from './marked-cells';
import { Settled } from './settled';
import { begin, countOf, type Look, missing, plainLook, toggled } from './sheet-view';
import { SheetName } from './sheet-words';

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
      <MarkedCells {...props} at={at} />
    </div>
  );
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
