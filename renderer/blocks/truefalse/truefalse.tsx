// `truefalse`: statements, each judged with one of two radio buttons.
import { useTranslation } from 'react-i18next';
import { Words } from '../../prose/words';
import { useFormat } from '../../text/use-format';
import type { Block, BlockWords, FormProps, SettledProps } from '../block';
import { keyFeedback, ordinals, someRight } from '../item-view';
import { Judged, Judging } from '../judgements';
import { begin, missing } from './truefalse-view';

function useThings({ shown }: FormProps<'truefalse'>['view']) {
  const { t } = useTranslation('item');
  return {
    count: shown.statements.length,
    thing: (at: number, id?: string) => (
      <Words nodes={shown.statements[at] ?? []} {...(id !== undefined && { id })} />
    ),
    word: (judgement: boolean) => (judgement ? t('truefalse.true') : t('truefalse.false')),
  };
}

function Form(props: FormProps<'truefalse'>) {
  return <Judging {...useThings(props.view)} {...props} tried={props.view.verdict} />;
}

function Settled({ view, given, keyOf }: SettledProps<'truefalse'>) {
  return (
    <Judged
      {...useThings(view)}
      given={given}
      truth={keyOf.answer}
      feedback={(at) => keyFeedback(keyOf, at)}
    />
  );
}

function useWords(): BlockWords<'truefalse'> {
  const { t } = useTranslation('item');
  const format = useFormat();
  return {
    missing: (shown, parts) =>
      shown.statements.length === 1
        ? t('truefalse.missingOnly')
        : t('truefalse.missing', { count: parts.length, parts: format.list(ordinals(parts)) }),
    count: (view, verdict) => {
      const all = view.shown.statements.length;
      const right = someRight(verdict, all);
      if (right === null) return null;
      return t('count', { count: right, right: format.number(right), all: format.number(all) });
    },
  };
}

export const truefalse: Block<'truefalse'> = { Form, Settled, begin, missing, useWords };
