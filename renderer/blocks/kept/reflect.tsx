// `reflect`: a page to write on; once it is kept, a model answer stands beside it.
import './reflect.css';
import { PenLine } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reflectLength } from '../../../core/course/kept/reflect';
import { Words } from '../../prose/words';
import { Button } from '../../ui/button';
import { Keeping } from './keeping';
import type { KeptBlock, KeptProps } from './kept-block';
import { useWriting } from './use-writing';
import { WritingField } from './writing-field';

function Body({ view, labelId, actions }: KeptProps<'reflect'>) {
  const { t } = useTranslation('kept');
  const id = useId();
  const missingId = `${id}-missing`;
  const field = useRef<HTMLTextAreaElement>(null);
  const own = useRef<HTMLParagraphElement>(null);
  const [goTo, setGoTo] = useState<'field' | 'own' | null>(null);
  const writing = useWriting({
    kept: view.answer,
    draft: view.draft,
    empty: '',
    isBlank: (text) => text.trim() === '',
    actions,
  });
  const { answer, isOpen } = writing;
  // The pressed button is gone: the focus goes on to what came instead.
  useEffect(() => {
    if (goTo === null) return;
    (goTo === 'field' ? field : own).current?.focus();
    setGoTo(null);
  }, [goTo]);

  const keep = async (): Promise<void> => {
    setGoTo((await writing.keep()) ? 'own' : 'field');
  };
  return (
    <>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves
        <div className="reflect__form" onBlur={writing.flush}>
          <WritingField
            ref={field}
            labelledBy={labelId}
            missingId={writing.isMissing ? missingId : null}
            value={answer}
            onChange={writing.change}
            most={reflectLength}
            lines={4}
          />
          <Keeping
            writing={{
              ...writing,
              leave: () => {
                writing.leave();
                setGoTo('own');
              },
            }}
            missingId={missingId}
            missing={t('reflect.missing')}
            keepWords={t('reflect.keep')}
            keep={() => void keep()}
            mayLeave={view.answer !== null}
          />
          {view.after === null && <p className="kept__note">{t('reflect.then')}</p>}
        </div>
      )}
      {view.answer !== null && (
        <div className="reflect__both">
          {!isOpen && (
            <div className="reflect__side">
              <p className="kept__title" ref={own} tabIndex={-1} data-quiet-focus>
                {t('reflect.own')}
              </p>
              <p className="reflect__text" dir="auto">
                {view.answer}
              </p>
              <div>
                <Button
                  look="quiet"
                  onPress={() => {
                    writing.open();
                    setGoTo('field');
                  }}
                >
                  {t('reflect.change')}
                </Button>
              </div>
            </div>
          )}
          {view.after && view.after.model.length > 0 && (
            <div className="reflect__side reflect__side--model">
              <p className="kept__title">{t('reflect.model')}</p>
              <Words nodes={view.after.model} />
            </div>
          )}
        </div>
      )}
    </>
  );
}

export const reflect: KeptBlock<'reflect'> = { icon: PenLine, Body };
