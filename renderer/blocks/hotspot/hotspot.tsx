// `hotspot`: places in a picture, found by pins on it or by their words in a list.
import './hotspot.css';
import '../choice/choice.css';
import { Check, CircleDashed, List, type LucideIcon, MapPin, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CheckboxButton, CheckboxField, CheckboxGroup, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HotspotAnswer, HotspotDue } from '../../../core/course/blocks/hotspot';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { Feedback } from '../feedback';
import { keyFeedback, partOf } from '../item-view';
import { Mark } from '../mark';
import {
  type AreaState,
  areaState,
  areasOf,
  begin,
  chosenCount,
  countOf,
  missing,
  pinsOf,
  strayPins,
} from './hotspot-view';
import { Pins } from './pins';
import { Stage } from './stage';

/** Who chose the list once is given the list from then on, as long as the app is open. */
let prefersList = false;

function Form(props: FormProps<'hotspot'>) {
  const { t } = useTranslation('item');
  const { view, answer, onAnswer } = props;
  const [isBroken, setIsBroken] = useState(false);
  const [wantsList, setWantsList] = useState(
    'areas' in answer || (prefersList && chosenCount(answer) === 0),
  );
  /** What was chosen the other way, in case the learner comes back to it. */
  const other = useRef<HotspotAnswer | null>(null);
  const asList = wantsList || isBroken;

  // A picture that cannot be shown is no picture to put pins on.
  useEffect(() => {
    if (isBroken && 'pins' in answer && answer.pins.length > 0) onAnswer({ areas: [] });
  }, [isBroken, answer, onAnswer]);

  const change = (): void => {
    prefersList = !wantsList;
    setWantsList(!wantsList);
    const next = other.current ?? (wantsList ? { pins: [] } : { areas: [] });
    other.current = answer;
    onAnswer(next);
  };

  return (
    <div className="hotspot">
      {!isBroken && (
        <div>
          <Button onPress={change}>
            <Icon of={asList ? MapPin : List} />
            {asList ? t('hotspot.usePicture') : t('hotspot.useList')}
          </Button>
        </div>
      )}
      {asList ? (
        <>
          <Stage image={view.shown.image} onBroken={() => setIsBroken(true)} />
          <AreaList {...props} answer={areasOf(answer)} onAnswer={onAnswer} />
        </>
      ) : (
        <Pins {...props} pins={pinsOf(answer)} onBroken={() => setIsBroken(true)} />
      )}
    </div>
  );
}

interface AreaListProps extends Omit<FormProps<'hotspot'>, 'answer'> {
  answer: readonly number[];
}

function AreaList(props: AreaListProps) {
  const { t } = useTranslation('item');
  const { view, answer, onAnswer, missing: open, missingId, labelId } = props;
  return (
    <CheckboxGroup
      className="choice"
      data-part={0}
      aria-labelledby={labelId}
      validationBehavior="aria"
      isInvalid={open.length > 0}
      {...(open.length > 0 && { 'aria-describedby': missingId })}
      value={answer.map(String)}
      onChange={(values) => onAnswer({ areas: values.map(Number).sort((a, b) => a - b) })}
    >
      <p className="choice__how">{t('choice.several')}</p>
      {view.shown.areas.map((words, at) => (
        <CheckboxField key={at} value={String(at)} className="choice__option">
          <CheckboxButton className="choice__button">
            <span className="choice__box" aria-hidden="true">
              <Check />
            </span>
            <Words nodes={words} inLabel />
          </CheckboxButton>
          <TriedArea view={view} at={at} />
        </CheckboxField>
      ))}
    </CheckboxGroup>
  );
}

function TriedArea({ view, at }: { view: FormProps<'hotspot'>['view']; at: number }) {
  const { t } = useTranslation('item');
  const part = partOf(view.verdict, at);
  if (!part) return null;
  const mark = <Mark right={part.right}>{part.right ? t('mark.right') : t('mark.notRight')}</Mark>;
  return (
    <Text slot="description" elementType="div">
      <Feedback tone={part.right ? 'right' : 'wrong'} marks={mark} words={part.feedback} />
    </Text>
  );
}

const icons: Record<AreaState, LucideIcon | null> = {
  found: Check,
  missed: CircleDashed,
  wrong: X,
  left: null,
  shown: Check,
};

function Settled({ view, given, keyOf }: SettledProps<'hotspot'>) {
  const { t } = useTranslation('item');
  const { due } = keyOf;
  const format = useFormat();
  const stray = strayPins(due);
  return (
    <div className="hotspot">
      <Stage image={view.shown.image}>
        {due.areas.map((area, at) => (
          <Outline key={at} area={area} number={at + 1} state={areaState(area, given)} />
        ))}
        {given &&
          pinsOf(given).map(([x, y], at) => {
            const hit = due.hits[at] ?? null;
            const right = hit !== null && due.areas[hit]?.right === true;
            return (
              <span
                key={at}
                className={`hotspot__pin hotspot__pin--${right ? 'right' : 'wrong'}`}
                style={{ left: `${x}%`, top: `${y}%` }}
                aria-hidden="true"
              >
                {right ? <Check /> : <X />}
              </span>
            );
          })}
      </Stage>
      {stray > 0 && (
        <p>
          <Mark right={false}>
            {t('hotspot.strays', { count: stray, pins: format.number(stray) })}
          </Mark>
        </p>
      )}
      <ol className="hotspot__areas">
        {view.shown.areas.map((words, at) => {
          const area = due.areas[at];
          const state = area ? areaState(area, given) : 'left';
          const tone = state === 'left' || state === 'missed' ? 'plain' : state;
          return (
            <li key={at} className="hotspot__listed" data-state={state}>
              <span className="hotspot__number" aria-hidden="true">
                {format.number(at + 1)}
              </span>
              <div className="hotspot__words">
                <Words nodes={words} />
                <Feedback
                  tone={tone === 'found' || tone === 'shown' ? 'right' : tone}
                  marks={<StateMark state={state} />}
                  words={keyFeedback(keyOf, at)}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface OutlineProps {
  area: HotspotDue['areas'][number];
  number: number;
  state: AreaState;
}

/** For eyes only: the list under the picture says the same in words. */
function Outline({ area: { area }, number, state }: OutlineProps) {
  const format = useFormat();
  const Icon = icons[state];
  const style = {
    left: `${area.x}%`,
    top: `${area.y}%`,
    width: `${area.width}%`,
    height: `${area.height}%`,
  };
  return (
    <span className="hotspot__area" data-state={state} style={style} aria-hidden="true">
      <span className="hotspot__badge">
        {format.number(number)}
        {Icon && <Icon />}
      </span>
    </span>
  );
}

function StateMark({ state }: { state: AreaState }) {
  const { t } = useTranslation('item');
  switch (state) {
    case 'found':
      return <Mark right>{t('hotspot.found')}</Mark>;
    case 'shown':
      return <Mark right>{t('mark.rightAnswer')}</Mark>;
    case 'wrong':
      return <Mark right={false}>{t('mark.yoursNotRight')}</Mark>;
    case 'missed':
      return (
        <span className="verdict-mark hotspot__missed">
          <CircleDashed aria-hidden="true" />
          <span>{t('hotspot.missed')}</span>
        </span>
      );
    case 'left':
      return null;
  }
}

function useWords(): BlockWords<'hotspot'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (_shown, _parts) => t('hotspot.missing'),
    count: (_view, verdict) => {
      const count = countOf(verdict);
      if (!count) return null;
      if (count.type === 'incomplete') return t('hotspot.incomplete');
      const right = format.number(count.right);
      return t('choice.count', { count: count.right, right, chosen: format.number(count.chosen) });
    },
  };
}

export const hotspot: Block<'hotspot'> = { Form, Settled, begin, missing, useWords };
